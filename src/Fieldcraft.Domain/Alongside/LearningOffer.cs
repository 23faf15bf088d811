using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Alongside;

public readonly record struct OfferId(Guid Value) : IEntityId<OfferId>, IComparable<OfferId>
{
    public static OfferId From(Guid value) => new(value);

    public int CompareTo(OfferId other) => Value.CompareTo(other.Value);
}

/// <summary>What is offered.</summary>
public enum OfferKind
{
    /// <summary>To watch: the guest sees how it is done and asks afterwards.</summary>
    Watch,

    /// <summary>To work alongside: the guest takes a part of it.</summary>
    WorkAlongside,
}

/// <summary>What an offer says; the person who makes it is known by name to everybody who reads it.</summary>
public sealed record OfferWording
{
    public const int WhatLength = 160;
    public const int ShortLength = 300;
    public const int LongLength = 1_500;
    public const int GuestsAtMost = 12;
    public const int CapabilitiesAtMost = 4;

    public OfferKind Kind { get; init; }
    public string? What { get; init; }

    /// <summary>Dates, as people say them: "every second Tuesday from ten at night".</summary>
    public string? When { get; init; }
    public string? Where { get; init; }
    public string? HowICoach { get; init; }
    public string? WhomItSuits { get; init; }

    /// <summary>Guests in all, 1 to <see cref="GuestsAtMost"/>.</summary>
    public int Guests { get; init; } = 1;

    /// <summary>The last day on which somebody can come; null: until it is taken back.</summary>
    public DateOnly? UntilOn { get; init; }
    public string? Archetype { get; init; }

    /// <summary>Ids of capabilities (DOMAIN 2.1) that can be seen there.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. string.IsNullOrWhiteSpace(What) ? [new InputProblem("what", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. TooLong("what", What, WhatLength),
            .. TooLong("when", When, ShortLength),
            .. TooLong("where", Where, ShortLength),
            .. TooLong("howICoach", HowICoach, LongLength),
            .. TooLong("whomItSuits", WhomItSuits, LongLength),
            .. InputProblems.Outside("guests", Guests, 1, GuestsAtMost),
            .. Archetype?.Length > AssignmentFacts.ArchetypeLength
                ? [new InputProblem("archetype", "unknown")]
                : Array.Empty<InputProblem>(),
            .. Capabilities.Count > CapabilitiesAtMost
                ? [new InputProblem("capabilities", InputProblems.WrongCount)]
                : Array.Empty<InputProblem>(),
        ];

    private static IEnumerable<InputProblem> TooLong(string path, string? text, int longest) =>
        text?.Trim().Length > longest ? [new InputProblem(path, "too-long")] : [];
}

/// <summary>
/// Somebody offers a piece of their own work to watch or to share (PRODUCT 0.17): what, when and where, how they coach, whom it suits, how many. Colleagues
/// read it; taken back, it vanishes, and what was agreed stays agreed.
/// </summary>
public sealed class LearningOffer : Aggregate<OfferId>
{
    public const int CapabilitiesLength = 200;
    public const int NeedlesLength = 4_000;

    private LearningOffer(OfferId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public OfferKind Kind { get; private set; }
    public string What { get; private set; } = "";
    public string? When { get; private set; }
    public string? Where { get; private set; }
    public string? HowICoach { get; private set; }
    public string? WhomItSuits { get; private set; }
    public int Guests { get; private set; }
    public DateOnly? UntilOn { get; private set; }
    public string? Archetype { get; private set; }

    /// <summary>Ids with a space before and after each, so that one is found by " id ".</summary>
    public string Capabilities { get; private set; } = "";

    /// <summary>What it says as it is searched: without case and accents.</summary>
    public string Needles { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? TakenBackAt { get; private set; }

    public IReadOnlyList<string> CapabilityList => Capabilities.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public OfferWording Wording =>
        new()
        {
            Kind = Kind,
            What = What,
            When = When,
            Where = Where,
            HowICoach = HowICoach,
            WhomItSuits = WhomItSuits,
            Guests = Guests,
            UntilOn = UntilOn,
            Archetype = Archetype,
            Capabilities = CapabilityList,
        };

    /// <exception cref="ArgumentException">The wording has problems: forms and API refuse that before.</exception>
    public static LearningOffer Make(OfferId id, PersonId owner, OfferWording wording, DateTimeOffset now)
    {
        var offer = new LearningOffer(id) { OwnerId = owner, MadeAt = now };
        offer.Take(wording, now);
        offer.Happened(new OfferMade(owner.Value, id.Value, now));
        return offer;
    }

    /// <summary>Changes what it says. Refused: <c>offer-taken-back</c>.</summary>
    public Outcome Reword(OfferWording wording, DateTimeOffset now)
    {
        if (TakenBackAt is not null)
        {
            return new Refusal("offer-taken-back");
        }

        Take(wording, now);
        Happened(new OfferReworded(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Takes it back: nobody finds it any more. Twice is the same as once.</summary>
    public void TakeBack(DateTimeOffset now)
    {
        if (TakenBackAt is null)
        {
            TakenBackAt = now;
            ChangedAt = now;
            Happened(new OfferTakenBack(OwnerId.Value, Id.Value, now));
        }
    }

    /// <summary>Why nobody can come any more; null while somebody can: <c>offer-taken-back</c>, <c>offer-over</c>, <c>offer-full</c>.</summary>
    /// <param name="agreed">Visits that are agreed or have been.</param>
    public Refusal? Closed(int agreed, DateOnly today) =>
        TakenBackAt is not null ? new Refusal("offer-taken-back")
        : UntilOn < today ? new Refusal("offer-over")
        : agreed >= Guests ? new Refusal("offer-full")
        : null;

    private void Take(OfferWording wording, DateTimeOffset now)
    {
        if (wording.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(wording));
        }

        Kind = wording.Kind;
        What = wording.What!.Trim();
        When = Given(wording.When);
        Where = Given(wording.Where);
        HowICoach = Given(wording.HowICoach);
        WhomItSuits = Given(wording.WhomItSuits);
        Guests = wording.Guests;
        UntilOn = wording.UntilOn;
        Archetype = Given(wording.Archetype);
        Capabilities =
            wording.Capabilities.Count == 0 ? "" : $" {string.Join(' ', wording.Capabilities.Distinct(StringComparer.Ordinal))} ";
        Needles = Folded();
        ChangedAt = now;
    }

    private string Folded() =>
        string.Join(
            ' ',
            new[] { What, When, Where, HowICoach, WhomItSuits }
                .SelectMany(t => (t ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Select(FoldedName.Of)
        )
            is var folded
        && folded.Length > NeedlesLength
            ? folded[..NeedlesLength]
            : folded;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed record OfferMade(Guid Person, Guid Offer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OfferReworded(Guid Person, Guid Offer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OfferTakenBack(Guid Person, Guid Offer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
