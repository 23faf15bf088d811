using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Partners;

/// <summary>What a line of an offer speaks of.</summary>
public enum OfferArea
{
    /// <summary>A <see cref="PartnerKind"/>, by its name.</summary>
    Kind,

    /// <summary>A capability the person is strong in, by its id in the content.</summary>
    Capability,

    /// <summary>A kind of assignment the person has been through.</summary>
    Archetype,

    /// <summary>A challenge dimension the person knows from inside.</summary>
    Dimension,
}

/// <summary>One thing a person offers.</summary>
public sealed record OfferedThing(OfferArea Area, string Code);

/// <summary>What a person enters about themselves as somebody to think along with.</summary>
/// <param name="Capacity">Partnerships at once, 1 to <see cref="PartnerOffer.CapacityAtMost"/>.</param>
public sealed record OfferFacts(IReadOnlyCollection<OfferedThing> Things, string? About, int Capacity);

/// <summary>
/// A person's offer to be a partner, by their own choice and in their own words; anybody signed in may see it. Nothing stands in it that the
/// person did not enter, and nothing counts how good an offer is.
/// </summary>
public sealed class PartnerOffer : Aggregate<PartnerOfferId>
{
    public const int AboutLength = 600;
    public const int CodeLength = 40;
    public const int CapacityOffered = 2;
    public const int CapacityAtMost = 12;

    private readonly List<PartnerOfferLine> _lines = [];

    private PartnerOffer(PartnerOfferId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public string? About { get; private set; }
    public int Capacity { get; private set; }

    /// <summary>While paused, nobody is shown the offer.</summary>
    public bool IsPaused { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<PartnerOfferLine> Lines => _lines;

    public static PartnerOffer Make(PartnerOfferId id, PersonId owner, OfferFacts facts, DateTimeOffset now)
    {
        var offer = new PartnerOffer(id) { OwnerId = owner };
        offer.Say(facts, now);
        return offer;
    }

    /// <summary>Says it anew.</summary>
    /// <exception cref="ArgumentException">No kind, no room or too long a text: forms and API refuse that before.</exception>
    public void Say(OfferFacts facts, DateTimeOffset now)
    {
        if (!facts.Things.Any(t => t.Area == OfferArea.Kind))
        {
            throw new ArgumentException("An offer says as what.", nameof(facts));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(facts.Capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(facts.Capacity, CapacityAtMost);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(facts.About?.Length ?? 0, AboutLength);
        About = string.IsNullOrWhiteSpace(facts.About) ? null : facts.About.Trim();
        Capacity = facts.Capacity;
        _lines.RemoveAll(l => !facts.Things.Contains(new OfferedThing(l.Area, l.Code)));
        _lines.AddRange(
            facts
                .Things.Distinct()
                .Where(t => !_lines.Exists(l => l.Area == t.Area && l.Code == t.Code))
                .Select(t => new PartnerOfferLine(Id, t.Area, t.Code))
        );
        ChangedAt = now;
        Happened(new PartnerOffered(OwnerId.Value, now));
    }

    /// <summary>Is not shown for a while; what runs goes on.</summary>
    public void Pause(DateTimeOffset now)
    {
        if (!IsPaused)
        {
            IsPaused = true;
            ChangedAt = now;
            Happened(new PartnerOfferPaused(OwnerId.Value, now));
        }
    }

    public void TakeUpAgain(DateTimeOffset now)
    {
        if (IsPaused)
        {
            IsPaused = false;
            ChangedAt = now;
            Happened(new PartnerOffered(OwnerId.Value, now));
        }
    }

    /// <summary>Tells that the offer goes; the row is then removed.</summary>
    public void TakeBack(DateTimeOffset now) => Happened(new PartnerOfferTakenBack(OwnerId.Value, now));
}

/// <summary>One line of an offer.</summary>
public sealed class PartnerOfferLine
{
    private PartnerOfferLine() { }

    internal PartnerOfferLine(PartnerOfferId offer, OfferArea area, string code) => (OfferId, Area, Code) = (offer, area, code);

    public PartnerOfferId OfferId { get; private set; }
    public OfferArea Area { get; private set; }
    public string Code { get; private set; } = "";
}

public sealed record PartnerOffered(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnerOfferPaused(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnerOfferTakenBack(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
