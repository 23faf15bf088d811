using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Readiness;

public enum PreparationSeatState
{
    /// <summary>Was asked and has not answered; the seat is kept.</summary>
    Invited,
    Coming,

    /// <summary>Would come if a seat were free.</summary>
    Waiting,
    Declined,

    /// <summary>Taken back by whoever plans.</summary>
    Released,
    Attended,
    Missed,
}

/// <summary>A leader's seat in a preview or a coaching group.</summary>
public sealed class PreparationSeat
{
    private PreparationSeat() { }

    internal PreparationSeat(PreparationEventId preparation, PersonId leader, PreparationSeatState state, DateTimeOffset since) =>
        (EventId, PersonId, State, Since) = (preparation, leader, state, since);

    public PreparationEventId EventId { get; private set; }
    public PersonId PersonId { get; private set; }
    public PreparationSeatState State { get; private set; }

    /// <summary>Since when it is so; the order of those who wait.</summary>
    public DateTimeOffset Since { get; private set; }

    internal void Become(PreparationSeatState state, DateTimeOffset now)
    {
        if (State != state)
        {
            (State, Since) = (state, now);
        }
    }
}
