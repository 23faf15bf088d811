using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Alongside;

public readonly record struct VisitId(Guid Value) : IEntityId<VisitId>, IComparable<VisitId>
{
    public static VisitId From(Guid value) => new(value);

    public int CompareTo(VisitId other) => Value.CompareTo(other.Value);
}

public enum VisitState
{
    /// <summary>Asked, not answered.</summary>
    Asked,

    /// <summary>Agreed, with a day.</summary>
    Agreed,

    /// <summary>Not this time; or the offer was taken back before an answer.</summary>
    Declined,

    /// <summary>One of the two could not after all.</summary>
    CalledOff,
}

/// <summary>One person comes to watch or to work alongside: asked by the guest, agreed by the host, in the calendar of both.</summary>
public sealed class AlongsideVisit : Aggregate<VisitId>
{
    public const int WishLength = 600;

    private AlongsideVisit(VisitId id)
        : base(id) { }

    /// <summary>The guest.</summary>
    public PersonId OwnerId { get; private set; }
    public PersonId HostId { get; private set; }
    public OfferId OfferId { get; private set; }

    /// <summary>What the guest wants to see; sealed for guest and host.</summary>
    public SealedText? Wish { get; private set; }

    /// <summary>The day the guest would like; after the agreement the day on which it takes place.</summary>
    public DateOnly? On { get; private set; }
    public TimeOnly? Time { get; private set; }
    public string TimeZone { get; private set; } = "UTC";

    /// <summary>What it takes of both people's time; zero until it is agreed.</summary>
    public TimeSpan Takes { get; private set; }
    public VisitState State { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>
    /// Asks to come. Refused: <c>offer-taken-back</c>, <c>offer-over</c>, <c>offer-full</c>, <c>offer-is-own</c>, and <c>offer-asked-already</c> while
    /// an earlier request waits or is agreed.
    /// </summary>
    /// <param name="agreed">Visits of the offer that are agreed.</param>
    public static Outcome<AlongsideVisit> Ask(
        VisitId id,
        LearningOffer offer,
        PersonId guest,
        int agreed,
        bool askedAlready,
        string? wish,
        DateOnly? on,
        ISealer sealer,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (offer.OwnerId == guest)
        {
            return new Refusal("offer-is-own");
        }

        if (offer.Closed(agreed, today) is { } closed)
        {
            return closed;
        }

        if (askedAlready)
        {
            return new Refusal("offer-asked-already");
        }

        var visit = new AlongsideVisit(id)
        {
            OwnerId = guest,
            HostId = offer.OwnerId,
            OfferId = offer.Id,
            Wish = sealer.SealOptional(nameof(Wish), wish, WishLength),
            On = on,
            AskedAt = now,
            ChangedAt = now,
        };
        visit.Happened(new VisitAsked(guest.Value, id.Value, offer.Id.Value, now));
        return visit;
    }

    /// <summary>The host agrees, or moves what was agreed. Refused: <c>visit-not-open</c>, <c>offer-full</c>.</summary>
    /// <param name="agreedOthers">Other visits of the offer that are agreed.</param>
    public Outcome Agree(AppointedTime when, int agreedOthers, int guests, DateTimeOffset now)
    {
        if (State is not (VisitState.Asked or VisitState.Agreed))
        {
            return new Refusal("visit-not-open");
        }

        if (agreedOthers >= guests)
        {
            return new Refusal("offer-full");
        }

        State = VisitState.Agreed;
        (On, Time, TimeZone) = (when.On, when.At, when.TimeZone);
        Takes = TimeSpan.FromMinutes(when.Minutes);
        ChangedAt = now;
        Happened(new VisitAgreed(OwnerId.Value, Id.Value, when.On, now));
        return Outcome.Done;
    }

    /// <summary>The host says: not this time. Refused: <c>visit-not-open</c> when it was answered before.</summary>
    public Outcome Decline(DateTimeOffset now)
    {
        if (State != VisitState.Asked)
        {
            return new Refusal("visit-not-open");
        }

        State = VisitState.Declined;
        ChangedAt = now;
        Happened(new VisitDeclined(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Guest or host call it off, also a request that waits. Refused: <c>visit-not-open</c>.</summary>
    public Outcome CallOff(DateTimeOffset now)
    {
        if (State is not (VisitState.Asked or VisitState.Agreed))
        {
            return new Refusal("visit-not-open");
        }

        State = VisitState.CalledOff;
        ChangedAt = now;
        Happened(new VisitCalledOff(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Whether the day has come on which the guest can look back.</summary>
    public bool HasBeenBy(DateOnly today) => State == VisitState.Agreed && On <= today;
}

public sealed record VisitAsked(Guid Person, Guid Visit, Guid Offer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record VisitAgreed(Guid Person, Guid Visit, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record VisitDeclined(Guid Person, Guid Visit, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record VisitCalledOff(Guid Person, Guid Visit, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
