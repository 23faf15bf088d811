using Fieldcraft.Domain.Journal;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Journal.TearOutEntry;

public sealed class TearOutEntryModel(FieldcraftDb db, Vault vault, Viewer viewer, TimeProvider clock) : PageModel
{
    public Guid EntryId { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        EntryId = id;
        return await JournalTearing.FindAsync(db, viewer, id, cancellationToken) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await JournalTearing.TearOutAsync(db, vault, viewer, id, clock.GetUtcNow(), cancellationToken)
            ? this.Onward(JournalLinks.List, "journal.flash.torn_out")
            : NotFound();
}

/// <summary>Removes an entry and its key, for the page and the API.</summary>
internal static class JournalTearing
{
    public static Task<JournalEntry?> FindAsync(FieldcraftDb db, Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        var entryId = JournalEntryId.From(id);
        return db.JournalEntries.VisibleTo(viewer).FirstOrDefaultAsync(e => e.Id == entryId, cancellationToken);
    }

    public static async Task<bool> TearOutAsync(
        FieldcraftDb db,
        Vault vault,
        Viewer viewer,
        Guid id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(db, viewer, id, cancellationToken) is not { } entry)
        {
            return false;
        }

        entry.TearOut(now);
        db.Remove(entry);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(id, cancellationToken);
        return true;
    }
}
