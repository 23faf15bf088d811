using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>A reader of a share, with when they last opened it.</summary>
public sealed record ReaderLine(PersonId Id, string Name, DateTimeOffset? TakenAwayAt, int Looks, DateTimeOffset? LastLook);

/// <summary>A share as its owner sees it.</summary>
public sealed record OwnShare(
    ShareId Id,
    SharedItemKind Kind,
    Guid ItemId,
    string Title,
    DateTimeOffset SharedAt,
    DateTimeOffset EndsAt,
    DateTimeOffset? EndedAt,
    int Version,
    IReadOnlyList<ReaderLine> Readers
)
{
    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && EndsAt > now;

    /// <summary>The last moment at which it is open; the day of it is the one people are told.</summary>
    public DateTimeOffset LastMoment => EndsAt.AddTicks(-1);
}

/// <summary>Who opened a share, and when.</summary>
public sealed record LookLine(string Name, DateTimeOffset At);

/// <summary>A copy as a reader sees it in a list.</summary>
public sealed record CopyLine(
    ShareId Id,
    SharedItemKind Kind,
    string Title,
    string From,
    DateTimeOffset SharedAt,
    DateTimeOffset EndsAt,
    bool IsOpened
);

/// <summary>A copy, opened for one of its readers.</summary>
public sealed record OpenCopy(
    ShareId Id,
    SharedItemKind Kind,
    string From,
    DateTimeOffset SharedAt,
    DateTimeOffset EndsAt,
    SharedCopy Copy
);

/// <summary>Opens shares for pages and API: for the owner with who looked, for a reader with a look noted down first.</summary>
public sealed class SharingReading(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    public const int PageSize = 30;
    private const int LooksShown = 100;

    public async Task<IReadOnlyList<OwnShare>> ListAsync(Viewer viewer, ShareId? after, int limit, CancellationToken cancellationToken)
    {
        var shares = db.Shares.AsNoTracking().VisibleTo(viewer);
        if (after is { } id && await shares.FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is { } last)
        {
            var at = last.SharedAt;
            shares = shares.Where(s => s.SharedAt < at || (s.SharedAt == at && s.Id.CompareTo(id) < 0));
        }

        return await OpenAsync(
            viewer,
            shares.OrderByDescending(s => s.SharedAt).ThenByDescending(s => s.Id).Take(limit),
            cancellationToken
        );
    }

    public async Task<OwnShare?> FindAsync(Viewer viewer, ShareId id, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.Shares.AsNoTracking().VisibleTo(viewer).Where(s => s.Id == id), cancellationToken) is [var found, ..]
            ? found
            : null;

    /// <summary>The newest looks at one of the viewer's own shares.</summary>
    public async Task<IReadOnlyList<LookLine>> LooksAsync(Viewer viewer, ShareId id, CancellationToken cancellationToken)
    {
        var mine = db.Shares.VisibleTo(viewer).Where(s => s.Id == id).Select(s => s.Id);
        return await db
            .Looks.AsNoTracking()
            .Where(l => mine.Contains(l.ShareId))
            .OrderByDescending(l => l.At)
            .ThenByDescending(l => l.Id)
            .Take(LooksShown)
            .Join(
                db.People,
                l => l.ReaderId,
                p => p.Id,
                (l, p) => new LookLine(NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName), l.At)
            )
            .ToListAsync(cancellationToken);
    }

    /// <summary>Copies that are open to the viewer now, newest first.</summary>
    public async Task<IReadOnlyList<CopyLine>> WithMeAsync(Viewer viewer, ShareId? after, int limit, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var shares = db.Shares.AsNoTracking().OpenTo(db, viewer, clock.GetUtcNow());
        if (after is { } lastId && await shares.FirstOrDefaultAsync(s => s.Id == lastId, cancellationToken) is { } last)
        {
            var (at, lastOne) = (last.SharedAt, last.Id);
            shares = shares.Where(s => s.SharedAt < at || (s.SharedAt == at && s.Id.CompareTo(lastOne) < 0));
        }

        var rows = await shares
            .OrderByDescending(s => s.SharedAt)
            .ThenByDescending(s => s.Id)
            .Take(limit)
            .Join(
                db.People,
                s => s.OwnerId,
                p => p.Id,
                (s, p) =>
                    new
                    {
                        s.Id,
                        s.Kind,
                        s.Title,
                        s.SharedAt,
                        s.EndsAt,
                        From = NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName),
                        IsOpened = db.Looks.Any(l => l.ShareId == s.Id && l.ReaderId == me),
                    }
            )
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(r => r.Title), cancellationToken);
        return
        [
            .. rows.Where(r => unlocked.Opens(r.Title))
                .OrderByDescending(r => r.SharedAt)
                .Select(r => new CopyLine(r.Id, r.Kind, unlocked.Open(r.Title), r.From, r.SharedAt, r.EndsAt, r.IsOpened)),
        ];
    }

    /// <summary>
    /// Opens a copy for a reader. The look is saved before the text is opened, so that nobody reads unseen; one visit leaves one look.
    /// </summary>
    public async Task<OpenCopy?> OpenCopyAsync(Viewer viewer, ShareId id, CancellationToken cancellationToken)
    {
        var (me, now) = (viewer.PersonId, clock.GetUtcNow());
        var row = await db
            .Shares.AsNoTracking()
            .OpenTo(db, viewer, now)
            .Where(s => s.Id == id)
            .Join(
                db.People,
                s => s.OwnerId,
                p => p.Id,
                (s, p) =>
                    new
                    {
                        Share = s,
                        From = NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName),
                        Last = db.Looks.Where(l => l.ShareId == s.Id && l.ReaderId == me).Max(l => (DateTimeOffset?)l.At),
                    }
            )
            .FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var unlocked = await vault.UnlockAsync(viewer, [row.Share.Title], cancellationToken);
        if (!unlocked.Opens(row.Share.Title))
        {
            return null;
        }

        if (Look.Noted(id, me, row.Last, now) is { } look)
        {
            db.Add(look);
            await db.SaveChangesAsync(cancellationToken);
        }

        return new OpenCopy(id, row.Share.Kind, row.From, row.Share.SharedAt, row.Share.EndsAt, CopyOf(row.Share, unlocked));
    }

    internal static string Packed(SharedCopy copy) => JsonSerializer.Serialize(copy.Sections);

    internal static IReadOnlyList<SharedSection> Unpacked(string packed) => JsonSerializer.Deserialize<List<SharedSection>>(packed)!;

    private static SharedCopy CopyOf(Share share, Unlocked unlocked) =>
        new(unlocked.Open(share.Title), Unpacked(unlocked.Open(share.Copy)));

    private async Task<IReadOnlyList<OwnShare>> OpenAsync(Viewer viewer, IQueryable<Share> shares, CancellationToken cancellationToken)
    {
        var rows = await shares.ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToArray();
        var readers = await db.Set<ShareReader>()
            .AsNoTracking()
            .Where(r => ids.Contains(r.ShareId))
            .Join(
                db.People,
                r => r.ReaderId,
                p => p.Id,
                (r, p) =>
                    new
                    {
                        r.ShareId,
                        Line = new ReaderLine(
                            r.ReaderId,
                            NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName),
                            r.TakenAwayAt,
                            db.Looks.Count(l => l.ShareId == r.ShareId && l.ReaderId == r.ReaderId),
                            db.Looks.Where(l => l.ShareId == r.ShareId && l.ReaderId == r.ReaderId).Max(l => (DateTimeOffset?)l.At)
                        ),
                    }
            )
            .ToListAsync(cancellationToken);
        var lines = readers.ToLookup(r => r.ShareId, r => r.Line);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(r => r.Title), cancellationToken);
        return
        [
            .. rows.Select(r => new OwnShare(
                r.Id,
                r.Kind,
                r.ItemId,
                unlocked.Open(r.Title),
                r.SharedAt,
                r.EndsAt,
                r.EndedAt,
                r.Version,
                [.. lines[r.Id].OrderBy(x => x.Name, StringComparer.CurrentCulture)]
            )),
        ];
    }
}
