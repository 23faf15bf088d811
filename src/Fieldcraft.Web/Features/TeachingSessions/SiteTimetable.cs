using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Solving;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>A session as its scheduler sees it.</summary>
public sealed record SessionLine(
    TeachingSessionId Id,
    DateTime Start,
    int Minutes,
    SessionPart Part,
    string? Room,
    string? Leader,
    int Seats,
    SessionState State,
    bool IsLocked,
    bool IsHeld,
    bool IsOver,
    IReadOnlyList<SessionFinding> Broken
);

/// <summary>Somebody who needs a seat and has none.</summary>
public sealed record WithoutSeat(PersonId Id, string Name, string Pattern, string? Leader);

/// <summary>A leader who is away, and the sessions to come that this touches.</summary>
public sealed record LeaderAway(PersonId Id, string Name, DateOnly From, DateOnly To, int Sessions);

/// <summary>The timetable of one site: its sessions with every rule that they break, and who has no seat yet.</summary>
public sealed record SiteTimetable(
    SiteOnGround Site,
    RolloutModule Module,
    IReadOnlyList<SessionLine> Sessions,
    IReadOnlyList<SessionFinding> Broken,
    IReadOnlyList<WithoutSeat> Without,
    IReadOnlyList<LeaderAway> Away,
    int People
)
{
    public int Planned => Sessions.Count(s => s is { State: SessionState.Planned, IsOver: false });

    public static SiteTimetable Of(SessionPicture picture, UnitId site)
    {
        var rollout = picture.Rollout;
        var broken = picture.Findings();
        var own = rollout.Sessions.Where(s => s.SiteId == site).ToList();
        var ids = own.Select(s => s.Id).ToHashSet();
        var place = rollout.Site(site)!;
        var learners = rollout.Learners.Where(p => rollout.SiteOf(p.Id)!.Id == site).ToList();
        var parts = rollout
            .Sessions.SelectMany(s => s.Seats.Where(x => x.Attended != false).Select(x => (x.PersonId, s.Part)))
            .ToLookup(x => x.PersonId, x => x.Part);
        return new SiteTimetable(
            place,
            rollout.Module,
            [
                .. own.Select(s => new SessionLine(
                    s.Id,
                    s.Start,
                    s.Minutes,
                    s.Part,
                    place.RoomName(s.RoomId),
                    rollout.NameOf(s.LeaderId),
                    s.Seats.Count,
                    s.State,
                    s.IsLocked,
                    s.IsHeld,
                    picture.IsOver(s),
                    [.. broken.Where(f => f.Session == s.Id)]
                )),
            ],
            [.. broken.Where(f => ids.Contains(f.Session))],
            [
                .. learners
                    .Where(p => !Completion.IsComplete(parts[p.Id]))
                    .Select(p => new WithoutSeat(p.Id, p.Name, p.Pattern, rollout.NameOf(p.ManagerId))),
            ],
            [
                .. rollout
                    .Teachers.SelectMany(t => t.Absences.Select(a => (t, a)))
                    .Select(x => new LeaderAway(
                        x.t.Id,
                        x.t.Name,
                        x.a.From,
                        x.a.To,
                        own.Count(s =>
                            s.LeaderId == x.t.Id
                            && !s.IsHeld
                            && !picture.HasBegun(s)
                            && DateOnly.FromDateTime(s.Start) >= x.a.From
                            && DateOnly.FromDateTime(s.Start) <= x.a.To
                        )
                    ))
                    .Where(x => x.Sessions > 0),
            ],
            learners.Count
        );
    }
}
