using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

public readonly record struct AttendanceNoteId(Guid Value) : IEntityId<AttendanceNoteId>
{
    public static AttendanceNoteId From(Guid value) => new(value);
}

/// <summary>How somebody's presence came to be known.</summary>
public enum AttendanceWay
{
    /// <summary>Ticked by whoever leads the session, or looks after the site.</summary>
    Ticked,

    /// <summary>By the code on the screen, on the own phone.</summary>
    OwnPhone,

    /// <summary>By number and PIN on a device that is passed around.</summary>
    SharedTablet,

    /// <summary>Typed in from a list on paper.</summary>
    Paper,
}

/// <summary>What is said of one person in one session. Its id is made where it is said, so that the same saying counts once however often it is sent.</summary>
/// <param name="At">When it was said, by the clock of the device.</param>
public sealed record AttendanceMark(AttendanceNoteId Id, PersonId Person, bool Here, AttendanceWay Way, DateTimeOffset At)
{
    /// <summary>Whether the person said it themselves, by number and PIN or signed in.</summary>
    public bool IsByOwnHand => Way is AttendanceWay.OwnPhone or AttendanceWay.SharedTablet;
}

/// <summary>A line of the trace: what was said of somebody's presence, by whom and when. Lines are added and never changed.</summary>
public sealed class AttendanceNote
{
    private AttendanceNote() { }

    internal AttendanceNote(TeachingSessionId session, AttendanceMark mark, PersonId by, DateTimeOffset now) =>
        (Id, SessionId, PersonId, Here, Way, At, ById, NotedAt) = (mark.Id, session, mark.Person, mark.Here, mark.Way, mark.At, by, now);

    public AttendanceNoteId Id { get; private set; }
    public TeachingSessionId SessionId { get; private set; }
    public PersonId PersonId { get; private set; }
    public bool Here { get; private set; }
    public AttendanceWay Way { get; private set; }

    /// <summary>When it was said, by the clock of the device.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it reached the server.</summary>
    public DateTimeOffset NotedAt { get; private set; }

    /// <summary>Who said it; the person themselves by their own hand.</summary>
    public PersonId? ById { get; private set; }
}
