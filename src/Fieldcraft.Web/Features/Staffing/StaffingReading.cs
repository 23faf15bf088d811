using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Staffing;

/// <summary>A talk as somebody sees it who may.</summary>
/// <param name="Holders">Names of everybody who reads what is entered.</param>
/// <param name="AskedCount">How many were asked; who they are is not shown, since not to enter is no statement.</param>
public sealed record OpenTalk(
    TalkId Id,
    string Title,
    string About,
    string? Archetype,
    DateOnly EndsOn,
    bool IsOpenToAll,
    bool IsHeld,
    bool IsOpener,
    IReadOnlyList<string> Holders,
    int AskedCount
);

/// <summary>A talk in a list.</summary>
public sealed record TalkLine(TalkId Id, string Title, DateOnly EndsOn, bool IsHeld, bool HasEntered);

/// <summary>What a person entered, in their own words.</summary>
public sealed record OpenEntry(EntryId Id, string Name, bool IsMine, StaffingColumn Column, EntryTexts Texts, int Version);

/// <summary>Opens talks and entries.</summary>
public sealed class StaffingReading(FieldcraftDb db, Vault vault, Words words, TimeProvider clock)
{
    public DateOnly Today => words.Today(clock.GetUtcNow());

    /// <summary>Talks that the viewer holds, was asked to, or may enter; the next to end first.</summary>
    public async Task<IReadOnlyList<TalkLine>> ListAsync(Viewer viewer, TalkId? after, int limit, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var talks = db.StaffingTalks.AsNoTracking().VisibleTo(viewer, Today, db);
        if (after is { } id)
        {
            talks = talks.Where(t =>
                db.StaffingTalks.Any(l => l.Id == id && (t.EndsOn > l.EndsOn || (t.EndsOn == l.EndsOn && t.Id.CompareTo(l.Id) > 0)))
            );
        }

        return await talks
            .OrderBy(t => t.EndsOn)
            .ThenBy(t => t.Id)
            .Take(limit)
            .Select(t => new TalkLine(
                t.Id,
                t.Title,
                t.EndsOn,
                t.Holders.Any(h => h.PersonId == me),
                db.StaffingEntries.Any(e => e.TalkId == t.Id && e.OwnerId == me)
            ))
            .ToListAsync(cancellationToken);
    }

    public async Task<OpenTalk?> FindAsync(Viewer viewer, TalkId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var row = await db
            .StaffingTalks.AsNoTracking()
            .VisibleTo(viewer, Today, db)
            .Where(t => t.Id == id)
            .Select(t => new
            {
                Talk = t,
                AskedCount = t.Asked.Count,
                Holders = t
                    .Holders.Join(
                        db.People,
                        h => h.PersonId,
                        p => p.Id,
                        (h, p) =>
                            new
                            {
                                p.Id,
                                p.NameKey,
                                Name = new PersonName(p.FirstName, p.LastName, p.PreferredName),
                            }
                    )
                    .OrderBy(h => h.NameKey)
                    .ThenBy(h => h.Id)
                    .ToList(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new OpenTalk(
                row.Talk.Id,
                row.Talk.Title,
                row.Talk.About ?? "",
                row.Talk.Archetype,
                row.Talk.EndsOn,
                row.Talk.IsOpenToAll,
                row.Holders.Exists(h => h.Id == me),
                row.Talk.OwnerId == me,
                [.. row.Holders.Select(h => h.Name.Full)],
                row.AskedCount
            );
    }

    /// <summary>What is entered, as far as the viewer may read it; by name, since any other order would say something.</summary>
    public async Task<IReadOnlyList<OpenEntry>> EntriesAsync(Viewer viewer, TalkId id, CancellationToken cancellationToken)
    {
        var rows = await db
            .StaffingEntries.AsNoTracking()
            .VisibleTo(viewer, db)
            .Where(e => e.TalkId == id)
            .Join(
                db.People,
                e => e.OwnerId,
                p => p.Id,
                (e, p) =>
                    new
                    {
                        Entry = e,
                        p.NameKey,
                        Name = new PersonName(p.FirstName, p.LastName, p.PreferredName),
                    }
            )
            .OrderBy(e => e.NameKey)
            .ThenBy(e => e.Entry.Id)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(
            viewer,
            rows.SelectMany(r => new[] { r.Entry.Brings, r.Entry.WouldLearn, r.Entry.SupportNeeded }),
            cancellationToken
        );
        return
        [
            .. rows.Select(r => new OpenEntry(
                r.Entry.Id,
                r.Name.Full,
                r.Entry.OwnerId == viewer.PersonId,
                r.Entry.Column,
                new EntryTexts
                {
                    Brings = unlocked.OpenOrEmpty(r.Entry.Brings),
                    WouldLearn = unlocked.OpenOrEmpty(r.Entry.WouldLearn),
                    SupportNeeded = unlocked.OpenOrEmpty(r.Entry.SupportNeeded),
                },
                r.Entry.Version
            )),
        ];
    }
}

/// <summary>The parts of a name as a query brings them.</summary>
internal sealed record PersonName(string First, string Last, string? Preferred)
{
    public string Full => NamedPerson.NameOf(First, Last, Preferred);
}
