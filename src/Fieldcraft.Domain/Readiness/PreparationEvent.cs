using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Readiness;

public enum PreparationState
{
    Planned,
    Held,
    Cancelled,
}

/// <summary>
/// A preview or a coaching group of one module: one hour in which leaders see the session held well, or ninety minutes in which they practise it.
/// Who came is known to the leader and the facilitator; others learn how many.
/// </summary>
public sealed class PreparationEvent : Aggregate<PreparationEventId>
{
    public const int PlaceLength = 200;
    public const int LanguageLength = LocalText.LanguageLength;
    private readonly List<PreparationSeat> _seated = [];

    private PreparationEvent(PreparationEventId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }
    public PreparationKind Kind { get; private set; }
    public UnitId? SiteId { get; private set; }
    public string Place { get; private set; } = "";
    public DateOnly On { get; private set; }
    public TimeOnly Time { get; private set; }
    public string TimeZone { get; private set; } = "UTC";
    public int Minutes { get; private set; }
    public string Language { get; private set; } = "";

    /// <summary>The shift for which the hour was chosen, as the directory calls it; empty: for any.</summary>
    public string Shift { get; private set; } = "";

    /// <summary>Runs it, and coaches those who come. Null only when they are no longer in the directory.</summary>
    public PersonId? FacilitatorId { get; private set; }
    public int Seats { get; private set; }
    public PreparationState State { get; private set; }
    public DateTimeOffset PlannedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<PreparationSeat> Seated => _seated;

    public AppointedTime When => new(On, Time, TimeZone, Minutes);

    public bool IsPlanned => State == PreparationState.Planned;

    /// <summary>An invitation that is not answered holds its seat.</summary>
    public int SeatsTaken => _seated.Count(s => s.State is PreparationSeatState.Invited or PreparationSeatState.Coming);

    public bool HasFreeSeat => SeatsTaken < Seats;

    /// <summary>Those who wait for a seat, the first one first.</summary>
    public IReadOnlyList<PersonId> Waiting =>
        [
            .. _seated
                .Where(s => s.State == PreparationSeatState.Waiting)
                .OrderBy(s => s.Since)
                .ThenBy(s => s.PersonId)
                .Select(s => s.PersonId),
        ];

    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static PreparationEvent Plan(PreparationEventId id, ModuleId module, PreparationFacts facts, PersonId by, DateTimeOffset now)
    {
        var planned = new PreparationEvent(id)
        {
            ModuleId = module,
            Kind = facts.Kind,
            PlannedAt = now,
        };
        planned.Take(facts, now);
        planned.Happened(new PreparationPlanned(by.Value, module.Value, id.Value, facts.Kind, facts.When.On, now));
        return planned;
    }

    /// <summary>
    /// Another day, place or facilitator; what it is stays. Refused: <c>preparation-over</c>; <c>preparation-seats-taken</c> when fewer seats are
    /// wanted than are taken.
    /// </summary>
    /// <returns>Who waited and has a seat now that there are more.</returns>
    public Outcome<IReadOnlyList<PersonId>> Describe(PreparationFacts facts, PersonId by, DateTimeOffset now)
    {
        if (!IsPlanned)
        {
            return new Refusal("preparation-over");
        }

        if (facts.Seats < SeatsTaken)
        {
            return new Refusal("preparation-seats-taken", SeatsTaken);
        }

        Take(facts with { Kind = Kind }, now);
        Happened(new PreparationDescribed(by.Value, ModuleId.Value, Id.Value, On, now));
        return new Outcome<IReadOnlyList<PersonId>>(GiveFreeSeats(now), null);
    }

    /// <summary>Keeps a seat for a leader until they answer. Refused: <c>preparation-over</c>, <c>preparation-full</c>.</summary>
    /// <returns>True when they are invited by this; false when they have a seat or an answer open already.</returns>
    public Outcome<bool> Invite(PersonId leader, PersonId by, DateTimeOffset now)
    {
        if (!IsPlanned)
        {
            return new Refusal("preparation-over");
        }

        if (StateOf(leader) is PreparationSeatState.Invited or PreparationSeatState.Coming)
        {
            return false;
        }

        if (!HasFreeSeat)
        {
            return new Refusal("preparation-full", Seats);
        }

        Put(leader, PreparationSeatState.Invited, now);
        Happened(new PreparationInvited(by.Value, Id.Value, leader.Value, now));
        return true;
    }

    /// <summary>
    /// The leader comes: on the seat that was kept, on a free one, or at the end of the waiting list. Refused: <c>preparation-over</c>.
    /// </summary>
    /// <returns>Coming or waiting.</returns>
    public Outcome<PreparationSeatState> Come(PersonId leader, DateTimeOffset now)
    {
        if (!IsPlanned)
        {
            return new Refusal("preparation-over");
        }

        var before = StateOf(leader);
        if (before is PreparationSeatState.Coming or PreparationSeatState.Waiting)
        {
            return before.Value;
        }

        var state = before == PreparationSeatState.Invited || HasFreeSeat ? PreparationSeatState.Coming : PreparationSeatState.Waiting;
        Put(leader, state, now);
        Happened(new PreparationSeatTaken(leader.Value, Id.Value, state, now));
        return state;
    }

    /// <summary>The leader cannot come; whoever waits longest has the seat. Refused: <c>preparation-over</c>, <c>preparation-no-seat</c>.</summary>
    /// <returns>Who has a seat by this.</returns>
    public Outcome<IReadOnlyList<PersonId>> Decline(PersonId leader, DateTimeOffset now) =>
        Free(leader, PreparationSeatState.Declined, () => Happened(new PreparationDeclined(leader.Value, Id.Value, now)), now);

    /// <summary>Takes a seat back that somebody holds or waits for. Refused as <see cref="Decline"/>.</summary>
    /// <returns>Who has a seat by this.</returns>
    public Outcome<IReadOnlyList<PersonId>> Release(PersonId leader, PersonId by, DateTimeOffset now) =>
        Free(
            leader,
            PreparationSeatState.Released,
            () => Happened(new PreparationSeatReleased(by.Value, Id.Value, leader.Value, now)),
            now
        );

    /// <summary>
    /// It took place, and these were there; ticked again, the later ticks hold. Whoever had no seat and came is there all the same.
    /// Refused: <c>preparation-cancelled</c>, <c>preparation-not-yet</c> before its day, <c>preparation-not-invited</c> for somebody who was never
    /// asked.
    /// </summary>
    /// <param name="today">The day where it takes place.</param>
    public Outcome Hold(IReadOnlyCollection<PersonId> present, DateOnly today, PersonId by, DateTimeOffset now)
    {
        if (State == PreparationState.Cancelled)
        {
            return new Refusal("preparation-cancelled");
        }

        if (today < On)
        {
            return new Refusal("preparation-not-yet");
        }

        if (present.Any(p => StateOf(p) is null))
        {
            return new Refusal("preparation-not-invited");
        }

        foreach (var seat in _seated)
        {
            if (present.Contains(seat.PersonId))
            {
                seat.Become(PreparationSeatState.Attended, now);
            }
            else if (seat.State is PreparationSeatState.Invited or PreparationSeatState.Coming or PreparationSeatState.Attended)
            {
                seat.Become(PreparationSeatState.Missed, now);
            }
            else if (seat.State == PreparationSeatState.Waiting)
            {
                seat.Become(PreparationSeatState.Released, now);
            }
        }

        (State, ChangedAt) = (PreparationState.Held, now);
        Happened(new PreparationHeld(by.Value, ModuleId.Value, Id.Value, present.Count, now));
        return Outcome.Done;
    }

    /// <summary>It does not take place. Refused: <c>preparation-over</c>.</summary>
    public Outcome Cancel(PersonId by, DateTimeOffset now)
    {
        if (!IsPlanned)
        {
            return new Refusal("preparation-over");
        }

        (State, ChangedAt) = (PreparationState.Cancelled, now);
        Happened(new PreparationCancelled(by.Value, ModuleId.Value, Id.Value, now));
        return Outcome.Done;
    }

    public PreparationSeatState? StateOf(PersonId leader) => _seated.Find(s => s.PersonId == leader)?.State;

    private Outcome<IReadOnlyList<PersonId>> Free(PersonId leader, PreparationSeatState state, Action tell, DateTimeOffset now)
    {
        if (!IsPlanned)
        {
            return new Refusal("preparation-over");
        }

        if (StateOf(leader) is not (PreparationSeatState.Invited or PreparationSeatState.Coming or PreparationSeatState.Waiting))
        {
            return new Refusal("preparation-no-seat");
        }

        Put(leader, state, now);
        tell();
        return new Outcome<IReadOnlyList<PersonId>>(GiveFreeSeats(now), null);
    }

    private List<PersonId> GiveFreeSeats(DateTimeOffset now)
    {
        var seated = Waiting.Take(Math.Max(0, Seats - SeatsTaken)).ToList();
        foreach (var leader in seated)
        {
            Put(leader, PreparationSeatState.Coming, now);
            Happened(new PreparationSeatTaken(leader.Value, Id.Value, PreparationSeatState.Coming, now));
        }

        return seated;
    }

    private void Put(PersonId leader, PreparationSeatState state, DateTimeOffset now)
    {
        if (_seated.Find(s => s.PersonId == leader) is { } seat)
        {
            seat.Become(state, now);
        }
        else
        {
            _seated.Add(new PreparationSeat(Id, leader, state, now));
        }

        ChangedAt = now;
    }

    private void Take(PreparationFacts facts, DateTimeOffset now)
    {
        if (facts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }

        (SiteId, Place) = (facts.SiteId, facts.Place?.Trim() ?? "");
        (On, Time, TimeZone, Minutes) = (facts.When.On, facts.When.At!.Value, facts.When.TimeZone, facts.When.Minutes);
        (Language, Shift) = (facts.Language!.Trim(), facts.Shift?.Trim() ?? "");
        (FacilitatorId, Seats, ChangedAt) = (facts.FacilitatorId, facts.Seats, now);
    }
}
