using Fieldcraft.Domain.Journal;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Journal;

/// <summary>One entry, opened for its owner.</summary>
public sealed record OpenEntry(
    JournalEntryId Id,
    string Text,
    JournalPrompt Prompt,
    DateTimeOffset WrittenAt,
    DateTimeOffset ChangedAt,
    int Version
);

/// <summary>Opens entries for the pages and the API alike.</summary>
public sealed class JournalReading(FieldcraftDb db, Vault vault)
{
    public const int PageSize = 20;

    /// <summary>How many entries a search opens at a time; it goes on until the page is full or the journal ends.</summary>
    private const int SearchBatch = 200;

    /// <summary>The newest entries after a given one, opened.</summary>
    public async Task<IReadOnlyList<OpenEntry>> ListAsync(
        Viewer viewer,
        JournalEntryId? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        await OpenAsync(
            viewer,
            await NewestFirst(viewer, await PositionAsync(viewer, after, cancellationToken)).Take(limit).ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// Opens and reads the owner's own entries, newest first, until enough hold what is looked for. There is no index of private texts anywhere.
    /// </summary>
    public async Task<IReadOnlyList<OpenEntry>> SearchAsync(
        Viewer viewer,
        string wanted,
        JournalEntryId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var found = new List<OpenEntry>();
        var last = await PositionAsync(viewer, after, cancellationToken);
        while (found.Count < limit)
        {
            var batch = await NewestFirst(viewer, last).Take(SearchBatch).ToListAsync(cancellationToken);
            if (batch.Count == 0)
            {
                break;
            }

            found.AddRange(
                (await OpenAsync(viewer, batch, cancellationToken)).Where(e =>
                    e.Text.Contains(wanted, StringComparison.CurrentCultureIgnoreCase)
                )
            );
            last = batch[^1];
        }

        return [.. found.Take(limit)];
    }

    public async Task<OpenEntry?> FindAsync(Viewer viewer, JournalEntryId id, CancellationToken cancellationToken)
    {
        var entry = await db.JournalEntries.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(e => e.Id == id, cancellationToken);
        return entry is null ? null : (await OpenAsync(viewer, [entry], cancellationToken))[0];
    }

    private IQueryable<JournalEntry> NewestFirst(Viewer viewer, JournalEntry? after)
    {
        var entries = db.JournalEntries.AsNoTracking().VisibleTo(viewer);
        if (after is not null)
        {
            var (at, id) = (after.WrittenAt, after.Id);
            entries = entries.Where(e => e.WrittenAt < at || (e.WrittenAt == at && e.Id.CompareTo(id) < 0));
        }

        return entries.OrderByDescending(e => e.WrittenAt).ThenByDescending(e => e.Id);
    }

    private async Task<JournalEntry?> PositionAsync(Viewer viewer, JournalEntryId? id, CancellationToken cancellationToken) =>
        id is null
            ? null
            : await db.JournalEntries.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(e => e.Id == id, cancellationToken);

    private async Task<IReadOnlyList<OpenEntry>> OpenAsync(
        Viewer viewer,
        IReadOnlyList<JournalEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var unlocked = await vault.UnlockAsync(viewer, entries.Select(e => e.Text), cancellationToken);
        return [.. entries.Select(e => new OpenEntry(e.Id, unlocked.Open(e.Text), e.Prompt, e.WrittenAt, e.ChangedAt, e.Version))];
    }
}
