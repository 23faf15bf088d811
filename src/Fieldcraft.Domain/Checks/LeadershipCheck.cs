using System.Text.Json;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Checks;

public readonly record struct LeadershipCheckId(Guid Value) : IEntityId<LeadershipCheckId>, IComparable<LeadershipCheckId>
{
    public static LeadershipCheckId From(Guid value) => new(value);

    public int CompareTo(LeadershipCheckId other) => Value.CompareTo(other.Value);
}

/// <summary>How a capability is rated (DOMAIN 2.2).</summary>
public enum CheckForm
{
    /// <summary>One rating for each capability, by its anchors.</summary>
    Fast,

    /// <summary>Three or four behaviours for each capability, rated for how often they are seen.</summary>
    Full,
}

/// <summary>Ratings of capabilities by id, 1–7; null is "not observed" and never counted.</summary>
public sealed record CapabilityRatings
{
    public const int Lowest = 1;
    public const int Highest = 7;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public IReadOnlyDictionary<string, int?> Ratings { get; init; } = new Dictionary<string, int?>(StringComparer.Ordinal);

    /// <summary>Everything wrong with it; ratings without a single number are one of those.</summary>
    public IReadOnlyList<InputProblem> Problems(Func<string, bool> isAsked) =>
        [
            .. Ratings.Keys.Where(id => !isAsked(id)).Select(id => new InputProblem($"ratings.{id}", "unknown")),
            .. Ratings.SelectMany(r => InputProblems.Outside($"ratings.{r.Key}", r.Value, Lowest, Highest)),
            .. Ratings.Values.All(r => r is null) ? [new InputProblem("ratings", InputProblems.Missing)] : Array.Empty<InputProblem>(),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static CapabilityRatings FromJson(string json) => JsonSerializer.Deserialize<CapabilityRatings>(json, Json)!;
}

/// <summary>
/// A look at some capabilities of one person, for that person: their own view first, then, if they want, the view of others. Development only;
/// made under one edition of the framework, and readable under it for good.
/// </summary>
public sealed class LeadershipCheck : Aggregate<LeadershipCheckId>
{
    private LeadershipCheck(LeadershipCheckId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public FrameworkEditionId EditionId { get; private set; }
    public CheckForm Form { get; private set; }

    /// <summary>The own view: <see cref="CapabilityRatings"/> as JSON. What is rated here is what others are asked.</summary>
    public SealedText SelfRatings { get; private set; } = null!;
    public DateTimeOffset RatedAt { get; private set; }

    /// <summary>When others were asked; null for an own view only.</summary>
    public DateTimeOffset? LaunchedAt { get; private set; }

    /// <summary>When the round closed; from then on there is a report, and no answers.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary><see cref="CheckReport"/> as JSON.</summary>
    public SealedText? Report { get; private set; }

    public bool IsLaunched => LaunchedAt is not null;

    public bool IsClosed => ClosedAt is not null;

    /// <summary>The own view, first: it is said before anybody else is heard.</summary>
    public static LeadershipCheck RateSelf(
        LeadershipCheckId id,
        PersonId owner,
        FrameworkEditionId edition,
        CheckForm form,
        CapabilityRatings ratings,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var check = new LeadershipCheck(id)
        {
            OwnerId = owner,
            EditionId = edition,
            Form = form,
            SelfRatings = sealer.Seal(nameof(SelfRatings), ratings.ToJson()),
            RatedAt = now,
        };
        check.Happened(new SelfRated(owner.Value, id.Value, now));
        return check;
    }

    /// <summary>Says the own view anew. Refused once others were asked: <c>check-launched</c>.</summary>
    public Outcome RateSelfAgain(CapabilityRatings ratings, ISealer sealer, DateTimeOffset now)
    {
        if (IsLaunched)
        {
            return new Refusal("check-launched");
        }

        SelfRatings = sealer.Seal(nameof(SelfRatings), ratings.ToJson());
        RatedAt = now;
        Happened(new SelfRated(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that the check is going; its rows and keys are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new CheckRemoved(OwnerId.Value, Id.Value, now));
}

public sealed record SelfRated(Guid Person, Guid Check, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CheckRemoved(Guid Person, Guid Check, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
