using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Solving;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>A session as the API shows it to whoever looks after it.</summary>
public sealed record TeachingSessionJson(
    Guid Id,
    Guid Module,
    Guid Site,
    Guid? Room,
    Guid? Leader,
    DateTime Start,
    string TimeZone,
    int Minutes,
    SessionPart Part,
    SessionState State,
    bool IsLocked,
    DateTimeOffset? HeldAt,
    int? HeldMinutes,
    IReadOnlyList<SeatJson> Seats,
    IReadOnlyList<SessionFindingJson> Broken,
    int Version
)
{
    public static TeachingSessionJson Of(TeachingSession s, IEnumerable<SessionFinding> broken) =>
        new(
            s.Id.Value,
            s.ModuleId.Value,
            s.SiteId.Value,
            s.RoomId?.Value,
            s.LeaderId?.Value,
            s.Start,
            s.TimeZone,
            s.Minutes,
            s.Part,
            s.State,
            s.IsLocked,
            s.HeldAt,
            s.HeldMinutes,
            [.. s.Seats.Select(x => new SeatJson(x.PersonId.Value, x.Attended))],
            [.. broken.Where(f => f.Session == s.Id).Select(SessionFindingJson.Of)],
            s.Version
        );
}

public sealed record SeatJson(Guid Person, bool? Attended);

/// <summary>A rule that a session breaks, with its numbers.</summary>
public sealed record SessionFindingJson(string Code, DateTime At, int? Count, int? Allowed)
{
    public static SessionFindingJson Of(SessionFinding f) => new(f.Code, f.At, f.Count, f.Allowed);
}

/// <summary>A session of the caller's own: to attend, or to lead.</summary>
public sealed record OwnSessionJson(
    Guid Id,
    Guid Module,
    string Title,
    string Site,
    string? Room,
    string? Leader,
    bool Leads,
    DateTime Start,
    string TimeZone,
    int Minutes,
    SessionPart Part,
    DateTimeOffset? HeldAt,
    bool? Attended,
    Guid? SwapRequest
)
{
    public static OwnSessionJson Of(OwnSession s, bool leads) =>
        new(
            s.Id.Value,
            s.Module.Value,
            s.Title,
            s.Site,
            s.Room,
            s.Leader,
            leads,
            s.Start,
            s.TimeZone,
            s.Minutes,
            s.Part,
            s.HeldAt,
            s.Attended,
            s.Swap?.Value
        );
}

/// <summary>A new session. The start is on the site's own clock.</summary>
public sealed record NewSessionBody(
    Guid? Module,
    Guid? Site,
    Guid? Room,
    Guid? Leader,
    DateTime? Start,
    SessionPart? Part,
    IReadOnlyList<Guid>? People
);

/// <summary>Another time, room or leader.</summary>
public sealed record MoveSessionBody(Guid? Room, Guid? Leader, DateTime? Start);

/// <summary>A seat in another session in place of this one; with somebody in return, two change places.</summary>
public sealed record SwapSeatsBody(Guid? Person, Guid? To, Guid? InReturn);

public sealed record PublicationBody(Guid? Module, Guid? Site);

public sealed record HandOverBody(Guid? Leader);

/// <summary>The session one would rather come to; none: somebody will find one.</summary>
public sealed record SwapRequestBody(Guid? Wanted);

public sealed record SettleSwapBody(bool? Grant, Guid? To);

/// <summary>Days on which a leader does not teach; without a person, the caller.</summary>
public sealed record AbsenceBody(Guid? Person, DateOnly? From, DateOnly? To);
