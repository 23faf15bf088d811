using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Circles;

/// <summary>One meeting of a circle: a time, and whose issue it is about. The issue itself is told, not written.</summary>
public sealed class CircleMeeting : Aggregate<CircleMeetingId>
{
    private CircleMeeting(CircleMeetingId id)
        : base(id) { }

    public CircleId CircleId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whose turn it is.</summary>
    public PersonId? IssueOwnerId { get; private set; }
    public DateOnly On { get; private set; }
    public TimeOnly Time { get; private set; }
    public string TimeZone { get; private set; } = "UTC";
    public int Minutes { get; private set; }
    public DateTimeOffset? HeldAt { get; private set; }

    public bool IsHeld => HeldAt is not null;

    public AppointedTime When => new(On, Time, TimeZone, Minutes);

    public static CircleMeeting Arrange(
        CircleMeetingId id,
        CircleId circle,
        int number,
        PersonId issueOwner,
        AppointedTime when,
        PersonId by,
        DateTimeOffset now
    )
    {
        var meeting = new CircleMeeting(id)
        {
            CircleId = circle,
            Number = number,
            IssueOwnerId = issueOwner,
        };
        meeting.Take(when);
        meeting.Happened(new CircleMeetingArranged(by.Value, circle.Value, id.Value, when.On, now));
        return meeting;
    }

    /// <summary>Another day or time. Refused: <c>circle-meeting-held</c>.</summary>
    public Outcome Move(AppointedTime when, PersonId by, DateTimeOffset now)
    {
        if (IsHeld)
        {
            return new Refusal("circle-meeting-held");
        }

        Take(when);
        Happened(new CircleMeetingMoved(by.Value, CircleId.Value, Id.Value, when.On, now));
        return Outcome.Done;
    }

    /// <summary>Somebody else takes this turn. Refused: <c>circle-meeting-held</c>.</summary>
    public Outcome PassTurnTo(PersonId person, PersonId by, DateTimeOffset now)
    {
        if (IsHeld)
        {
            return new Refusal("circle-meeting-held");
        }

        IssueOwnerId = person;
        Happened(new CircleTurnPassed(by.Value, CircleId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>It took place. Refused: <c>circle-meeting-held</c>, <c>circle-meeting-not-yet</c> before its day.</summary>
    /// <param name="today">The day where the meeting is.</param>
    public Outcome Close(DateOnly today, PersonId by, DateTimeOffset now)
    {
        if (IsHeld)
        {
            return new Refusal("circle-meeting-held");
        }

        if (today < On)
        {
            return new Refusal("circle-meeting-not-yet");
        }

        HeldAt = now;
        Happened(new CircleMeetingHeld(by.Value, CircleId.Value, Id.Value, now));
        return Outcome.Done;
    }

    private void Take(AppointedTime when) =>
        (On, Time, TimeZone, Minutes) = (when.On, when.At ?? new TimeOnly(9, 0), when.TimeZone, when.Minutes);
}
