using Fieldcraft.Domain.Journal;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Journal.RewriteEntry;

public sealed class RewriteEntryModel(FieldcraftDb db, Vault vault, JournalReading reading, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty]
    public EntryInput Entry { get; set; } = new();

    /// <summary>The entry as it is saved now.</summary>
    public OpenEntry? Now { get; private set; }

    /// <summary>What another tab saved meanwhile; the page shows both.</summary>
    public string? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        Entry = new EntryInput
        {
            Text = now.Text,
            Prompt = now.Prompt,
            Version = now.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Entry.Version != now.Version || !await TrySaveAsync(now.Id, cancellationToken))
        {
            return await MeanwhileAsync(id, cancellationToken);
        }

        return Request.IsAutosave()
            ? this.Saved(clock.GetUtcNow(), now.Version + 1)
            : this.Onward(JournalLinks.List, "journal.flash.saved");
    }

    private async Task<OpenEntry?> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        Now = await reading.FindAsync(viewer, JournalEntryId.From(id), cancellationToken);

    private async Task<bool> TrySaveAsync(JournalEntryId id, CancellationToken cancellationToken)
    {
        var entry = await db.JournalEntries.VisibleTo(viewer).FirstAsync(e => e.Id == id, cancellationToken);
        entry.Rewrite(Entry.Text, Entry.Prompt, await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken), clock.GetUtcNow());
        return await db.TrySaveAsync(cancellationToken);
    }

    private async Task<IActionResult> MeanwhileAsync(Guid id, CancellationToken cancellationToken)
    {
        var theirs = await LoadAsync(id, cancellationToken);
        if (theirs is null)
        {
            return NotFound();
        }

        if (Request.IsAutosave())
        {
            return this.SavedMeanwhile(theirs.Text, theirs.Version);
        }

        Theirs = theirs.Text;
        Entry = Entry with { Version = theirs.Version };
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
