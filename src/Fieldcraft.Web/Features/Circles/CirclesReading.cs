using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>Finds circles, and opens what the viewer may read in them.</summary>
public sealed class CirclesReading(FieldcraftDb db, Vault vault)
{
    public const int PageSize = 20;

    /// <summary>Meetings that a page shows; a circle that meets monthly for ten years has more.</summary>
    public const int MeetingsShown = 60;

    /// <summary>The circles that the viewer is in or asked into, the newest first.</summary>
    public Task<List<CircleLine>> OwnAsync(Viewer viewer, CircleId? after, int limit, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var circles = db
            .Circles.AsNoTracking()
            .Where(c => c.Members.Any(m => m.PersonId == me && (m.State == CircleMemberState.In || m.State == CircleMemberState.Asked)));
        if (after is { } last)
        {
            circles = circles.Where(c => c.Id.CompareTo(last) < 0);
        }

        return Lines(circles.OrderByDescending(c => c.Id).Take(limit), me).ToListAsync(cancellationToken);
    }

    /// <summary>Circles with a free seat for anybody, by name.</summary>
    public async Task<List<CircleLine>> WithOpenSeatsAsync(Viewer viewer, CircleId? after, int limit, CancellationToken cancellationToken)
    {
        var circles = OpenSeats(viewer);
        if (after is { } id)
        {
            var last = await db.Circles.Where(c => c.Id == id).Select(c => c.NameKey).FirstOrDefaultAsync(cancellationToken) ?? "";
            circles = circles.Where(c => string.Compare(c.NameKey, last) > 0 || (c.NameKey == last && c.Id.CompareTo(id) > 0));
        }

        return await Lines(circles.OrderBy(c => c.NameKey).ThenBy(c => c.Id).Take(limit), viewer.PersonId).ToListAsync(cancellationToken);
    }

    /// <summary>Circles of the viewer's own and open ones whose name holds a text.</summary>
    public Task<List<CircleLine>> NamedAsync(Viewer viewer, string needle, int limit, CancellationToken cancellationToken) =>
        Lines(
                db.Circles.AsNoTracking()
                    .VisibleTo(viewer)
                    .Where(c => c.NameKey.Contains(needle))
                    .OrderBy(c => c.NameKey)
                    .ThenBy(c => c.Id)
                    .Take(limit),
                viewer.PersonId
            )
            .ToListAsync(cancellationToken);

    /// <summary>A circle that the viewer may see. Its meetings are only for those who take part.</summary>
    public async Task<OpenCircle?> FindAsync(Viewer viewer, CircleId id, CancellationToken cancellationToken)
    {
        if (await db.Circles.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } circle)
        {
            return null;
        }

        var faces = await db.Set<CircleMember>()
            .AsNoTracking()
            .Where(m => m.CircleId == id)
            .Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { m, p })
            .OrderBy(x => x.m.Since)
            .ThenBy(x => x.m.PersonId)
            .Select(x => new CircleFace(
                x.p.Id,
                ((x.p.PreferredName ?? x.p.FirstName) + " " + x.p.LastName).Trim(),
                x.p.JobTitle,
                x.p.UnitId,
                // A team is called "Team 1" in every facility.
                db.Units.Where(u => u.Id == x.p.UnitId)
                    .Select(u =>
                        u.Kind == UnitKind.Team && u.ParentId != null
                            ? db.Units.Where(a => a.Id == u.ParentId).Select(a => a.Name).FirstOrDefault() + ", " + u.Name
                            : u.Name
                    )
                    .FirstOrDefault()
                    ?? "",
                x.p.Status == PersonStatus.Left,
                x.m.State,
                x.m.Since
            ))
            .ToListAsync(cancellationToken);
        var isIn = faces.Any(f => f.Id == viewer.PersonId && f.State == CircleMemberState.In);
        return new OpenCircle(
            circle.Id,
            circle.Name,
            circle.Purpose,
            circle.Seats,
            circle.Door,
            circle.State,
            circle.ConvenorId,
            circle.EveryWeeks,
            circle.Minutes,
            circle.Version,
            viewer.PersonId,
            faces,
            isIn ? await MeetingsAsync(id, cancellationToken) : []
        );
    }

    /// <summary>
    /// Every commitment that the viewer may read in a circle in which they take part, newest first. Revealed ones from before the viewer came stay
    /// shut: they hold no key for them.
    /// </summary>
    public async Task<IReadOnlyList<OpenCommitment>> CommitmentsAsync(Viewer viewer, CircleId circle, CancellationToken cancellationToken)
    {
        var rows = await db
            .CircleCommitments.AsNoTracking()
            .VisibleTo(viewer)
            .Where(c => c.CircleId == circle && db.Circles.HoldingSeatFor(viewer).Any(h => h.Id == circle))
            .OrderByDescending(c => c.Id)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(r => r.Text), cancellationToken);
        return
        [
            .. rows.Where(r => unlocked.Opens(r.Text))
                .Select(r => new OpenCommitment(
                    r.Id,
                    r.OwnerId,
                    r.MeetingId,
                    unlocked.Open(r.Text),
                    r.MadeAt,
                    r.RevealedAt is not null,
                    r.SettledAt is not null,
                    r.Version
                )),
        ];
    }

    private IQueryable<Circle> OpenSeats(Viewer viewer)
    {
        var me = viewer.PersonId;
        return db
            .Circles.AsNoTracking()
            .Where(c => c.Door == CircleDoor.OpenSeats && c.State != CircleState.Ended)
            .Where(c => !c.Members.Any(m => m.PersonId == me && (m.State == CircleMemberState.In || m.State == CircleMemberState.Asked)))
            .Where(c => c.Members.Count(m => m.State == CircleMemberState.In || m.State == CircleMemberState.Asked) < c.Seats);
    }

    private IQueryable<CircleLine> Lines(IQueryable<Circle> circles, PersonId me) =>
        circles.Select(c => new CircleLine(
            c.Id,
            c.Name,
            c.NameKey,
            c.Purpose,
            c.Seats,
            c.Members.Count(m => m.State == CircleMemberState.In || m.State == CircleMemberState.Asked),
            c.State,
            c.Members.Where(m => m.PersonId == me).Select(m => (CircleMemberState?)m.State).FirstOrDefault(),
            db.CircleMeetings.Where(m => m.CircleId == c.Id && m.HeldAt == null).Select(m => (DateOnly?)m.On).FirstOrDefault()
        ));

    private async Task<List<OpenMeeting>> MeetingsAsync(CircleId circle, CancellationToken cancellationToken)
    {
        var rows = await db
            .CircleMeetings.AsNoTracking()
            .Where(m => m.CircleId == circle)
            .OrderByDescending(m => m.Number)
            .Take(MeetingsShown)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(m => new OpenMeeting(m.Id, m.Number, m.IssueOwnerId, m.When, m.HeldAt, m.Version))];
    }
}

/// <summary>What the search finds among the circles.</summary>
internal sealed class CircleFinder(CirclesReading reading) : Finding.IFinder
{
    public async Task<IReadOnlyList<Finding.Found>> FindAsync(
        Viewer viewer,
        string needle,
        int atMost,
        CancellationToken cancellationToken
    ) =>
        !viewer.ProvedWithOwnSecret
            ? []
            :
            [
                .. (await reading.NamedAsync(viewer, needle, atMost, cancellationToken)).Select(c => new Finding.Found(
                    "circles.found",
                    c.Name,
                    CirclesLinks.One(c.Id),
                    c.Purpose
                )),
            ];
}
