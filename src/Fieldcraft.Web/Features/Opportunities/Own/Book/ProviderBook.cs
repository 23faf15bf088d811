using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Opportunities.Own.Process;
using Fieldcraft.Web.Features.Opportunities.Own.Talks;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Opportunities.Own.Book;

/// <summary>An entry of a provider's book, opened for its owner.</summary>
public sealed record OpenEntry(
    ProviderEntryId Id,
    ProviderEntryKind Kind,
    Sheet Sheet,
    string? SharedNote,
    DateTimeOffset? SharedAt,
    DateTimeOffset ChangedAt,
    int Version
)
{
    public string Name =>
        Sheet[
            Kind == ProviderEntryKind.Alliance ? "with"
            : Kind == ProviderEntryKind.Outside ? "note"
            : "name"
        ];

    public bool HasNextContact => ProviderEntry.HasNextContact(Sheet);
}

/// <summary>A note from outside as the people of a unit read it.</summary>
public sealed record UnitNote(Guid Id, string Note, string? Source, string By, DateTimeOffset SharedAt, bool IsMine);

/// <summary>A provider's own book: services, unused strengths, internal customers, alliances, notes from outside.</summary>
public sealed class ProviderBook(FieldcraftDb db, Vault vault, Rules rules, TimeProvider clock)
{
    private const int UnitNotesShown = 30;
    private const int Shown = 40;

    /// <summary>The entries of these kinds; those of one kind in the order in which they were written.</summary>
    public async Task<IReadOnlyList<OpenEntry>> ListAsync(
        Viewer viewer,
        IReadOnlyCollection<ProviderEntryKind> kinds,
        CancellationToken cancellationToken
    )
    {
        var mine = db.ProviderEntries.AsNoTracking().VisibleTo(viewer).Where(e => kinds.Contains(e.Kind));
        return await OpenAsync(viewer, await mine.OrderBy(e => e.Id).ToListAsync(cancellationToken), cancellationToken);
    }

    public async Task<OpenEntry?> FindAsync(Viewer viewer, ProviderEntryId id, CancellationToken cancellationToken) =>
        await db.ProviderEntries.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(e => e.Id == id, cancellationToken) is { } found
            ? (await OpenAsync(viewer, [found], cancellationToken))[0]
            : null;

    /// <summary>A customer with the talks and what came of them, the newest first; opened together, because it is one page.</summary>
    public async Task<(OpenEntry Customer, IReadOnlyList<OpenTalk> Talks, IReadOnlyList<OpenOpportunity> Opportunities)?> FindCustomerAsync(
        Viewer viewer,
        ProviderEntryId id,
        CancellationToken cancellationToken
    )
    {
        if (
            await db.ProviderEntries.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(e => e.Id == id, cancellationToken)
            is not { Kind: ProviderEntryKind.Customer } entry
        )
        {
            return null;
        }

        var talks = await TalkDesk
            .Rows(db, db.CustomerDialogues.AsNoTracking().VisibleTo(viewer).Where(d => d.CustomerId == id))
            .OrderByDescending(r => r.Talk.Id)
            .Take(Shown)
            .ToListAsync(cancellationToken);
        var opportunities = await OpportunityReading
            .Rows(db, db.Opportunities.AsNoTracking().VisibleTo(viewer).Where(o => o.CustomerId == id).OrderByDescending(o => o.Id))
            .Take(Shown)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(
            viewer,
            [entry.Written, .. talks.SelectMany(t => t.Texts), .. opportunities.SelectMany(o => o.Texts)],
            cancellationToken
        );
        return (Open(entry, unlocked), [.. talks.Select(t => t.Open(unlocked))], [.. opportunities.Select(o => o.Open(unlocked))]);
    }

    /// <summary>What was put before the viewer's unit, the newest first.</summary>
    public async Task<IReadOnlyList<UnitNote>> UnitNotesAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return await db
            .ProviderEntries.AsNoTracking()
            .BeforeTheUnitOf(viewer, db)
            .Join(db.People, e => e.OwnerId, p => p.Id, (e, p) => new { Entry = e, p.FullName })
            .OrderByDescending(n => n.Entry.SharedAt)
            .ThenByDescending(n => n.Entry.Id)
            .Take(UnitNotesShown)
            .Select(n => new UnitNote(
                n.Entry.Id.Value,
                n.Entry.SharedNote!,
                n.Entry.SharedSource,
                n.FullName,
                n.Entry.SharedAt!.Value,
                n.Entry.OwnerId == me
            ))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Refused: <c>entries-full</c>.</summary>
    public async Task<Outcome<ProviderEntry>> WriteAsync(
        Viewer viewer,
        ProviderEntryKind kind,
        Sheet sheet,
        CancellationToken cancellationToken
    )
    {
        if (
            await db.ProviderEntries.VisibleTo(viewer).CountAsync(e => e.Kind == kind, cancellationToken)
            >= rules.Opportunities.EntriesAtMost
        )
        {
            return new Refusal("entries-full", rules.Opportunities.EntriesAtMost);
        }

        var now = clock.GetUtcNow();
        var id = Id.New<ProviderEntryId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var entry = ProviderEntry.Write(id, viewer.PersonId, kind, sheet, sealer, now);
        db.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return entry;
    }

    public async Task<SaveResult> RewriteAsync(
        Viewer viewer,
        ProviderEntryId id,
        int version,
        Sheet sheet,
        CancellationToken cancellationToken
    ) =>
        await db.ChangeAsync(
            await LoadAsync(viewer, id, cancellationToken),
            version,
            async entry =>
            {
                entry.Rewrite(sheet, await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken), clock.GetUtcNow());
                return Outcome.Done;
            },
            cancellationToken
        );

    /// <summary>Puts a note from outside before the owner's unit, as it stands now.</summary>
    /// <returns>Null where it is not the viewer's. Refused: <c>entry-stays-private</c>, <c>entry-no-unit</c>.</returns>
    public async Task<Outcome?> ShareAsync(Viewer viewer, ProviderEntryId id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } entry)
        {
            return null;
        }

        if ((await db.People.AsNoTracking().FirstAsync(p => p.Id == entry.OwnerId, cancellationToken)).UnitId is not { } unit)
        {
            return new Refusal("entry-no-unit");
        }

        var unlocked = await vault.UnlockAsync(viewer, [entry.Written], cancellationToken);
        var outcome = entry.ShareWithUnit(unit, SheetJson.Read(unlocked.Open(entry.Written)), clock.GetUtcNow());
        if (outcome.IsDone)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }

    /// <returns>False where it is not the viewer's.</returns>
    public async Task<bool> TakeBackAsync(Viewer viewer, ProviderEntryId id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } entry)
        {
            return false;
        }

        entry.TakeBack(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Refused: <c>customer-has-dialogues</c>, whose own page removes them.</summary>
    public async Task<SaveResult> RemoveAsync(Viewer viewer, ProviderEntryId id, int version, CancellationToken cancellationToken)
    {
        if (await db.CustomerDialogues.VisibleTo(viewer).AnyAsync(d => d.CustomerId == id, cancellationToken))
        {
            return new(Reviews.SaveEnd.Refused, version, new Refusal("customer-has-dialogues"));
        }

        return await db.RemoveAsync(
            vault,
            await LoadAsync(viewer, id, cancellationToken),
            id.Value,
            version,
            entry => entry.Remove(clock.GetUtcNow()),
            cancellationToken
        );
    }

    private Task<ProviderEntry?> LoadAsync(Viewer viewer, ProviderEntryId id, CancellationToken cancellationToken) =>
        db.ProviderEntries.VisibleTo(viewer).FirstOrDefaultAsync(e => e.Id == id, cancellationToken);

    private async Task<IReadOnlyList<OpenEntry>> OpenAsync(
        Viewer viewer,
        IReadOnlyList<ProviderEntry> rows,
        CancellationToken cancellationToken
    )
    {
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(e => e.Written), cancellationToken);
        return [.. rows.Select(e => Open(e, unlocked))];
    }

    private static OpenEntry Open(ProviderEntry entry, Unlocked unlocked) =>
        new(
            entry.Id,
            entry.Kind,
            SheetJson.Read(unlocked.Open(entry.Written)),
            entry.SharedNote,
            entry.SharedAt,
            entry.ChangedAt,
            entry.Version
        );
}
