using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

/// <summary>Half an hour alone with somebody who led the workshop. Whoever took part may book one; the others see that it is taken, not by whom.</summary>
public sealed class CoachingSlot : Aggregate<CoachingSlotId>
{
    public const int MinutesAtLeast = 10;
    public const int MinutesAtMost = 120;

    private CoachingSlot(CoachingSlotId id)
        : base(id) { }

    public WorkshopId WorkshopId { get; private set; }
    public PersonId FacilitatorId { get; private set; }
    public DateOnly On { get; private set; }
    public TimeOnly Time { get; private set; }
    public string TimeZone { get; private set; } = "UTC";
    public int Minutes { get; private set; }
    public PersonId? TakenById { get; private set; }

    public AppointedTime When => new(On, Time, TimeZone, Minutes);

    public static CoachingSlot Offer(CoachingSlotId id, WorkshopId workshop, PersonId facilitator, AppointedTime when, DateTimeOffset now)
    {
        var slot = new CoachingSlot(id)
        {
            WorkshopId = workshop,
            FacilitatorId = facilitator,
            On = when.On,
            Time = when.At ?? new TimeOnly(9, 0),
            TimeZone = when.TimeZone,
            Minutes = Math.Clamp(when.Minutes, MinutesAtLeast, MinutesAtMost),
        };
        slot.Happened(new CoachingSlotOffered(facilitator.Value, workshop.Value, id.Value, slot.On, now));
        return slot;
    }

    /// <summary>Refused: <c>coaching-slot-taken</c>, <c>coaching-slot-over</c>.</summary>
    public Outcome Book(PersonId person, DateOnly today, DateTimeOffset now)
    {
        if (TakenById is { } taken)
        {
            return taken == person ? Outcome.Done : new Refusal("coaching-slot-taken");
        }

        if (On < today)
        {
            return new Refusal("coaching-slot-over");
        }

        TakenById = person;
        Happened(new CoachingSlotBooked(person.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Gives it back. Refused: <c>coaching-slot-not-yours</c>.</summary>
    public Outcome GiveBack(PersonId person, DateTimeOffset now)
    {
        if (TakenById != person)
        {
            return new Refusal("coaching-slot-not-yours");
        }

        TakenById = null;
        Happened(new CoachingSlotFreed(person.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that it is no longer offered; its row is then removed.</summary>
    public void Withdraw(PersonId by, DateTimeOffset now) => Happened(new CoachingSlotWithdrawn(by.Value, Id.Value, now));
}
