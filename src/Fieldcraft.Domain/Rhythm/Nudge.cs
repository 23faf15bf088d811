using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rhythm;

public readonly record struct NudgeId(Guid Value) : IEntityId<NudgeId>, IComparable<NudgeId>
{
    public static NudgeId From(Guid value) => new(value);

    public int CompareTo(NudgeId other) => Value.CompareTo(other.Value);
}

/// <summary>How a nudge was taken up.</summary>
public enum NudgeEnd
{
    /// <summary>It was done, with one tap.</summary>
    Done,

    /// <summary>Its day went by without it; nothing is counted.</summary>
    NotYet,

    /// <summary>The person went on to the page.</summary>
    Opened,
}

/// <summary>One small reminder with one action that can be done in it (DOMAIN 4.7). It names a step and an id, no text.</summary>
public sealed class Nudge : Aggregate<NudgeId>
{
    private Nudge(NudgeId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }
    public StepKind Step { get; private set; }

    /// <summary>What the step is about; null where it is about nothing in particular.</summary>
    public Guid? ItemId { get; private set; }

    /// <summary>The day the step belongs to.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>What the step takes, in minutes.</summary>
    public int Takes { get; private set; }
    public DateTimeOffset At { get; private set; }
    public NudgeEnd? End { get; private set; }
    public DateTimeOffset? TakenAt { get; private set; }
    public DateTimeOffset? DismissedAt { get; private set; }

    public bool IsOpen => TakenAt is null && DismissedAt is null;

    public static Nudge Give(NudgeId id, PersonId person, NextStep step, int minutes, DateTimeOffset now)
    {
        var nudge = new Nudge(id)
        {
            PersonId = person,
            Step = step.Kind,
            ItemId = step.Item,
            On = step.On,
            Takes = minutes,
            At = now,
        };
        nudge.Happened(new NudgeGiven(person.Value, id.Value, step.Kind, now));
        return nudge;
    }

    /// <returns>Whether it was still open: the first answer counts.</returns>
    public bool Take(NudgeEnd end, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return false;
        }

        (TakenAt, End) = (now, end);
        Happened(new NudgeTaken(PersonId.Value, Id.Value, end, now));
        return true;
    }

    /// <returns>Whether it was still open.</returns>
    public bool Dismiss(DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return false;
        }

        DismissedAt = now;
        Happened(new NudgeDismissed(PersonId.Value, Id.Value, now));
        return true;
    }
}
