using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Board;

/// <summary>A posting as a colleague reads it.</summary>
/// <param name="MyInterest">The viewer's own conversation about it.</param>
/// <param name="FlaggedOn">For its owner alone.</param>
public sealed record ReadPosting(
    PostingId Id,
    PostingWording Wording,
    string Poster,
    string JobTitle,
    string? Unit,
    UnitId? UnitId,
    bool IsMine,
    bool IsOpen,
    PostingEnd? ClosedAs,
    DateOnly? FlaggedOn,
    InterestId? MyInterest,
    DateTimeOffset PostedAt,
    int Version
);

/// <summary>A unit somebody can post for.</summary>
public sealed record PostingUnit(UnitId Id, string Name);

/// <summary>Postings for pages, API and search.</summary>
public sealed class BoardReading(FieldcraftDb db, Words words, TimeProvider clock) : IFinder
{
    public const int PageSize = 20;

    /// <summary>How many postings are put into an order for one person; older ones stand in the list by date.</summary>
    public const int OrderedAtMost = 500;

    public DateOnly Today => words.Today(clock.GetUtcNow());

    /// <summary>Open postings, newest first.</summary>
    public Task<IReadOnlyList<ReadPosting>> ListAsync(
        Viewer viewer,
        PostingKind? kind,
        PostingId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var postings = db.Postings.AsNoTracking().OpenOn(Today, db);
        if (kind is { } only)
        {
            postings = postings.Where(p => p.Kind == only);
        }

        return ReadAsync(viewer, After(postings, after).Take(limit), cancellationToken);
    }

    /// <summary>The viewer's own, closed ones too, newest first.</summary>
    public Task<IReadOnlyList<ReadPosting>> OwnAsync(Viewer viewer, PostingId? after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(viewer, After(db.Postings.AsNoTracking().PostedBy(viewer), after).Take(limit), cancellationToken);

    /// <summary>A posting that is open, an own one, or one about which the viewer has a conversation.</summary>
    public async Task<ReadPosting?> FindAsync(Viewer viewer, PostingId id, CancellationToken cancellationToken) =>
        await ReadAsync(viewer, db.Postings.AsNoTracking().SeenOn(Today, viewer, db).Where(p => p.Id == id), cancellationToken)
            is [var found, ..]
            ? found
            : null;

    public async Task<IReadOnlyList<Found>> FindAsync(Viewer viewer, string needle, int atMost, CancellationToken cancellationToken) =>
        await db
            .Postings.AsNoTracking()
            .OpenOn(Today, db)
            .Where(p => p.Needles.Contains(needle))
            .OrderBy(p => p.Title)
            .ThenBy(p => p.Id)
            .Take(atMost)
            .Select(p => new Found("board.found", p.Title, BoardLinks.Posting(p.Id), null))
            .ToListAsync(cancellationToken);

    /// <summary>The viewer's own unit and those that they lead.</summary>
    public async Task<IReadOnlyList<PostingUnit>> UnitsAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return await db
            .Units.AsNoTracking()
            .Where(u => u.LeadId == me || db.People.Any(p => p.Id == me && p.UnitId == u.Id))
            .OrderBy(u => u.NameKey)
            .ThenBy(u => u.Id)
            .Select(u => new PostingUnit(u.Id, u.Name))
            .ToListAsync(cancellationToken);
    }

    // Ids carry the time they were made, so that the id alone is the position.
    private static IQueryable<Posting> After(IQueryable<Posting> postings, PostingId? after) =>
        (after is { } last ? postings.Where(p => p.Id.CompareTo(last) < 0) : postings).OrderByDescending(p => p.Id);

    private async Task<IReadOnlyList<ReadPosting>> ReadAsync(
        Viewer viewer,
        IQueryable<Posting> postings,
        CancellationToken cancellationToken
    )
    {
        var (me, today) = (viewer.PersonId, Today);
        // On a shared device nobody behind the viewer sees what they asked about.
        var isOpen = viewer.SealedAccess(clock.GetUtcNow()) == SealedAccess.Open;
        var rows = await postings
            .Select(p => new
            {
                Posting = p,
                Owner = db
                    .People.Where(o => o.Id == p.OwnerId)
                    .Select(o => new
                    {
                        Name = ((o.PreferredName ?? o.FirstName) + " " + o.LastName).Trim(),
                        o.JobTitle,
                        o.Status,
                    })
                    .First(),
                Unit = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault(),
                Mine = db.Interests.Where(i => i.PostingId == p.Id && i.OwnerId == me).Select(i => (InterestId?)i.Id).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new ReadPosting(
                r.Posting.Id,
                r.Posting.Wording,
                r.Owner.Name,
                r.Owner.JobTitle,
                r.Unit,
                r.Posting.UnitId,
                r.Posting.OwnerId == me,
                r.Posting.Shut(today) is null && r.Owner.Status != PersonStatus.Left,
                r.Posting.ClosedAs ?? (r.Posting.UntilOn < today ? PostingEnd.Over : null),
                r.Posting.OwnerId == me ? r.Posting.FlaggedOn : null,
                isOpen ? r.Mine : null,
                r.Posting.PostedAt,
                r.Posting.Version
            )),
        ];
    }
}
