using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

public enum SwapState
{
    Open,

    /// <summary>The person has another seat.</summary>
    Granted,

    /// <summary>It stays as it was.</summary>
    Declined,
    TakenBack,
}

/// <summary>"I can't then": somebody asks for another session, and gives no reason.</summary>
public sealed class SwapRequest : Aggregate<SwapRequestId>
{
    private SwapRequest(SwapRequestId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }
    public PersonId PersonId { get; private set; }

    /// <summary>The session they have a seat in.</summary>
    public TeachingSessionId SessionId { get; private set; }

    /// <summary>The one they would rather come to; null: somebody will find one.</summary>
    public TeachingSessionId? WantedId { get; private set; }
    public SwapState State { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    public bool IsOpen => State == SwapState.Open;

    public static SwapRequest Ask(
        SwapRequestId id,
        ModuleId module,
        PersonId person,
        TeachingSessionId session,
        TeachingSessionId? wanted,
        DateTimeOffset now
    )
    {
        var request = new SwapRequest(id)
        {
            ModuleId = module,
            PersonId = person,
            SessionId = session,
            WantedId = wanted,
            AskedAt = now,
        };
        request.Happened(new SwapAsked(person.Value, id.Value, session.Value, now));
        return request;
    }

    /// <summary>The scheduler has given another seat, or says that it stays. Refused: <c>swap-settled</c>.</summary>
    public Outcome Settle(bool granted, PersonId by, DateTimeOffset now) =>
        Become(granted ? SwapState.Granted : SwapState.Declined, by, now);

    /// <summary>The person can come after all. Refused: <c>swap-settled</c>.</summary>
    public Outcome TakeBack(DateTimeOffset now) => Become(SwapState.TakenBack, PersonId, now);

    private Outcome Become(SwapState state, PersonId by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return new Refusal("swap-settled");
        }

        (State, SettledAt) = (state, now);
        Happened(new SwapSettled(by.Value, Id.Value, state, now));
        return Outcome.Done;
    }
}

/// <summary>Days on which a leader does not teach. Told by the leader or the scheduler, without a reason.</summary>
public sealed class LeaderAbsence : Aggregate<LeaderAbsenceId>
{
    public const int DaysAtMost = 120;

    private LeaderAbsence(LeaderAbsenceId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; private set; }
    public DateTimeOffset ToldAt { get; private set; }
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>Refused: <c>absence-too-long</c>.</summary>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public static Outcome<LeaderAbsence> Tell(
        LeaderAbsenceId id,
        PersonId person,
        DateOnly from,
        DateOnly to,
        PersonId by,
        DateTimeOffset now
    )
    {
        if (to < from)
        {
            throw new ArgumentException("It ends before it begins.", nameof(to));
        }

        if (to.DayNumber - from.DayNumber >= DaysAtMost)
        {
            return new Refusal("absence-too-long", DaysAtMost);
        }

        var absence = new LeaderAbsence(id)
        {
            PersonId = person,
            From = from,
            To = to,
            ToldAt = now,
        };
        absence.Happened(new AbsenceTold(by.Value, person.Value, id.Value, from, to, now));
        return absence;
    }

    public void TakeBack(PersonId by, DateTimeOffset now)
    {
        if (TakenBackAt is null)
        {
            TakenBackAt = now;
            Happened(new AbsenceTakenBack(by.Value, Id.Value, now));
        }
    }
}
