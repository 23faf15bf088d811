using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Journal.WriteEntry;

public sealed class WriteEntryModel(FieldcraftDb db, Vault vault, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty]
    public EntryInput Entry { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var now = clock.GetUtcNow();
        var id = Id.New<JournalEntryId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        db.Add(JournalEntry.Write(id, viewer.PersonId, Entry.Text, Entry.Prompt, sealer, now));
        await db.SaveChangesAsync(cancellationToken);
        return this.Onward(JournalLinks.List, "journal.flash.saved");
    }
}
