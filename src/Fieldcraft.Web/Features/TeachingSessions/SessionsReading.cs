using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.OnTheFloor;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>A session as those in it see it.</summary>
/// <param name="Swap">The viewer's open request about it.</param>
public sealed record OwnSession(
    TeachingSessionId Id,
    ModuleId Module,
    string Title,
    UnitId SiteId,
    string Site,
    string? Room,
    PersonId? LeaderId,
    string? Leader,
    DateTime Start,
    string TimeZone,
    int Minutes,
    SessionPart Part,
    SessionState State,
    DateTimeOffset? HeldAt,
    bool? Attended,
    int Seats,
    int Present,
    SwapRequestId? Swap,
    TeachingSessionId? Wanted
)
{
    public DateTime End => Start.AddMinutes(Minutes);

    public bool IsOver(DateTimeOffset now) => End <= LocalTime.Of(now, TimeZone);

    /// <summary>It begins within the hour, or has begun: time to open what it is held with.</summary>
    public bool IsSoon(DateTimeOffset now) => Start.AddHours(-1) <= LocalTime.Of(now, TimeZone);

    public bool HasBegun(DateTimeOffset now) => Start <= LocalTime.Of(now, TimeZone);
}

/// <summary>The next session of somebody, for Home and the room's own page.</summary>
public sealed record NextSession(OwnSession Session, bool AsLeader, string Address);

/// <summary>One of a leader's people, and whether they have a slot.</summary>
public sealed record OwnReport(PersonId Id, string Name, ModuleId? Module, DateTime? Start, TeachingSessionId? Session, bool IsDone);

/// <summary>The sessions of one person: to attend, and to lead.</summary>
public sealed class SessionsReading(FieldcraftDb db, TimeProvider clock)
{
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(60);

    /// <summary>Published sessions in which the viewer has a seat: those to come, and those of the last weeks.</summary>
    public Task<List<OwnSession>> AttendedAsync(Viewer viewer, CancellationToken cancellationToken) =>
        ReadAsync(db.TeachingSessions.HoldingSeatFor(viewer), viewer.PersonId, cancellationToken);

    /// <summary>Sessions that the viewer leads and that are published.</summary>
    public Task<List<OwnSession>> LedAsync(Viewer viewer, CancellationToken cancellationToken) =>
        ReadAsync(db.TeachingSessions.LedBy(viewer).Where(s => s.State == SessionState.Published), viewer.PersonId, cancellationToken);

    /// <summary>The next session of the viewer as leader and as participant, and an earlier own one of which nobody has said who was there.</summary>
    public async Task<IReadOnlyList<NextSession>> NextOfMineAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var now = clock.GetUtcNow();
        var mine = await ReadAsync(
            db.TeachingSessions.Where(s => s.State == SessionState.Published && (s.LeaderId == me || s.Seats.Any(x => x.PersonId == me))),
            me,
            cancellationToken
        );
        var next = new List<NextSession>();
        if (mine.Find(s => s.LeaderId == me && s.HeldAt is null && s.IsOver(now)) is { } unsaid)
        {
            next.Add(new NextSession(unsaid, true, TeachingSessionsLinks.Held(unsaid.Id)));
        }

        if (mine.Find(s => s.LeaderId == me && s.HeldAt is null && !s.IsOver(now)) is { } leads)
        {
            next.Add(new NextSession(leads, true, leads.IsSoon(now) ? FloorLinks.Run(leads.Id) : TeachingSessionsLinks.MySessions));
        }

        if (mine.Find(s => s.LeaderId != me && s.HeldAt is null && !s.IsOver(now)) is { } attends)
        {
            next.Add(new NextSession(attends, false, TeachingSessionsLinks.MySlot));
        }

        return next;
    }

    /// <summary>The viewer's direct reports who lead nobody, and their slot in a module.</summary>
    public async Task<IReadOnlyList<OwnReport>> ReportsAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var rows = await db
            .People.AsNoTracking()
            .Where(p => p.ManagerId == me && p.Status == PersonStatus.Active)
            .OrderBy(p => p.NameKey)
            .ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.FirstName,
                p.LastName,
                p.PreferredName,
                Seats = db
                    .TeachingSessions.Where(s => s.ModuleId == module && s.State != SessionState.Cancelled)
                    .SelectMany(s => s.Seats, (s, seat) => new { s, seat })
                    .Where(x => x.seat.PersonId == p.Id)
                    .OrderBy(x => x.s.Start)
                    .Select(x => new
                    {
                        x.s.Id,
                        x.s.Start,
                        x.s.Part,
                        x.s.HeldAt,
                        x.seat.Attended,
                    })
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r =>
            {
                var next = r.Seats.Find(s => s.HeldAt is null);
                return new OwnReport(
                    r.Id,
                    NamedPerson.NameOf(r.FirstName, r.LastName, r.PreferredName),
                    module,
                    next?.Start,
                    next?.Id,
                    Completion.IsComplete(r.Seats.Where(s => s.Attended == true).Select(s => s.Part))
                );
            }),
        ];
    }

    private async Task<List<OwnSession>> ReadAsync(IQueryable<TeachingSession> sessions, PersonId me, CancellationToken cancellationToken)
    {
        // Compared with times on the clocks of places: a day more or less does not matter here.
        var since = DateTime.SpecifyKind(clock.GetUtcNow().UtcDateTime - LooksBack, DateTimeKind.Unspecified);
        var rows = await (
            from session in sessions.AsNoTracking()
            join module in db.Modules on session.ModuleId equals module.Id
            join site in db.Units on session.SiteId equals site.Id
            join person in db.People on session.LeaderId equals person.Id into leaders
            from leader in leaders.DefaultIfEmpty()
            where session.Start >= since
            orderby session.Start, session.Id
            select new
            {
                session.Id,
                session.ModuleId,
                module.Title,
                session.SiteId,
                Site = site.Name,
                Room = db.SiteGrounds.SelectMany(g => g.Rooms).Where(r => r.Id == session.RoomId).Select(r => r.Name).FirstOrDefault(),
                session.LeaderId,
                First = leader == null ? null : leader.PreferredName ?? leader.FirstName,
                Last = leader == null ? null : leader.LastName,
                session.Start,
                session.TimeZone,
                session.Minutes,
                session.Part,
                session.State,
                session.HeldAt,
                Attended = session.Seats.Where(s => s.PersonId == me).Select(s => s.Attended).FirstOrDefault(),
                Seats = session.Seats.Count,
                Present = session.Seats.Count(s => s.Attended == true),
                Swap = db
                    .SwapRequests.Where(r => r.PersonId == me && r.SessionId == session.Id && r.State == SwapState.Open)
                    .Select(r => new { r.Id, r.WantedId })
                    .FirstOrDefault(),
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new OwnSession(
                r.Id,
                r.ModuleId,
                r.Title,
                r.SiteId,
                r.Site,
                r.Room,
                r.LeaderId,
                r.First is null ? null : $"{r.First} {r.Last}".TrimEnd(),
                r.Start,
                r.TimeZone,
                r.Minutes,
                r.Part,
                r.State,
                r.HeldAt,
                r.Attended,
                r.Seats,
                r.Present,
                r.Swap?.Id,
                r.Swap?.WantedId
            )),
        ];
    }
}
