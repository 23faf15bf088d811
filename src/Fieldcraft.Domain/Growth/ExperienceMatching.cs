using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Growth;

/// <summary>Where the work is.</summary>
public enum WorkPlace
{
    /// <summary>In the present unit, or beside the present job.</summary>
    Here,

    /// <summary>In another unit, function or site.</summary>
    Elsewhere,

    /// <summary>In another country.</summary>
    Abroad,
}

/// <summary>Work somebody could take on: an archetype, later a posting or a role in team learning.</summary>
public sealed record ExperienceOption
{
    public required string Key { get; init; }

    /// <summary>Twelve, 0–4, in the order of <see cref="ChallengeDimension.Task"/>.</summary>
    public required IReadOnlyList<int?> Demand { get; init; }

    /// <summary>Four, 0–4.</summary>
    public required IReadOnlyList<int?> Obstacles { get; init; }
    public Interdependence Interdependence { get; init; } = Interdependence.Some;
    public WorkPlace Place { get; init; }

    /// <summary>Whether it can be done beside the present job.</summary>
    public bool IsBesideTheJob { get; init; }

    /// <summary>How long it usually takes, in weeks.</summary>
    public int Weeks { get; init; }
}

/// <summary>What a person brings: what they have done before, what helps them, how they are. Null is "not known".</summary>
public sealed record PersonStanding
{
    /// <summary>Twelve, 0–4.</summary>
    public required IReadOnlyList<int?> Readiness { get; init; }

    /// <summary>Six, 0–4: the support they usually have.</summary>
    public required IReadOnlyList<int?> Support { get; init; }
    public int? Efficacy { get; init; }
    public bool IsStrained { get; init; }
}

/// <summary>How the person narrows the choice down; nothing of it is needed.</summary>
public sealed record ExperienceWishes
{
    public int? WeeksAtMost { get; init; }
    public bool OnlyBesideTheJob { get; init; }
    public WorkPlace? FarthestPlace { get; init; }

    /// <summary>Obstacle ids: an option that usually has much of one of them is left out.</summary>
    public IReadOnlyList<string> Avoid { get; init; } = [];

    public bool Admits(ExperienceOption option) =>
        (WeeksAtMost is not { } weeks || option.Weeks <= weeks)
        && (!OnlyBesideTheJob || option.IsBesideTheJob)
        && (FarthestPlace is not { } place || option.Place <= place)
        && ChallengeDimension.Obstacles.All(o =>
            !Avoid.Contains(o.Id, StringComparer.Ordinal) || (option.Obstacles[o.Position] ?? 0) < Present
        );

    /// <summary>"Clearly present" on the scale of demands (DOMAIN 1.6).</summary>
    private const int Present = 2;
}

/// <summary>How an option lies for this person, by the guard's zones (DOMAIN 15.2).</summary>
public enum ExperienceFit
{
    /// <summary>Comfort or stretch.</summary>
    Fits,

    /// <summary>Overstretch: shown with what would have to change.</summary>
    WouldHaveToChange,

    /// <summary>Too little is known for a zone; shown by what it contains.</summary>
    NotEnoughKnown,
}

/// <summary>An option as it lies for one person and one or more gaps.</summary>
/// <param name="Value">Without reductions and obstacles: those are never the means.</param>
/// <param name="Contains">
/// Where too little is known for a value: Σ γ · demand · weight ÷ 3, how much of what builds the gap is in the work whatever the person has done before.
/// </param>
public sealed record MatchedExperience(ExperienceOption Option, ExperienceFit Fit, GuardResult Guard, ValueResult Value, decimal Contains)
{
    /// <summary>What orders it within its zone.</summary>
    public decimal Worth => Fit == ExperienceFit.NotEnoughKnown ? Contains : Value.Total;
}

/// <summary>
/// From a gap to experiences: the zone filters first, the developmental value orders second (DOMAIN 15.2). Reads what it is handed and nothing else, so that
/// a thousand postings cost one person's data and no more.
/// </summary>
public static class ExperienceMatching
{
    /// <summary>People lose something in it; nobody is sent there to learn (DOMAIN 1.3).</summary>
    public const string Reductions = "reduction_decisions";

    private static readonly decimal?[] NoObstacles = new decimal?[ChallengeDimension.Obstacles.Count];
    private static readonly int ReductionsAt = ChallengeDimension.Find(Reductions)!.Position;

    /// <summary>The options that build at least one of the gaps, in order; what is admitted by no wish, or has a wrong means, is left out.</summary>
    /// <param name="gaps">Capability → γ, above nought.</param>
    public static IReadOnlyList<MatchedExperience> Order(
        IEnumerable<ExperienceOption> options,
        IReadOnlyDictionary<string, decimal> gaps,
        PersonStanding standing,
        ExperienceWishes wishes,
        Catalogue catalogue,
        Rules rules
    ) =>
        [
            .. options
                .Where(o => wishes.Admits(o) && !IsWrongMeans(o))
                .Select(o => Match(o, gaps, standing, catalogue, rules))
                .Where(m => m.Worth > 0)
                .OrderBy(m => m.Fit)
                .ThenByDescending(m => m.Worth)
                .ThenBy(m => m.Option.Key, StringComparer.Ordinal),
        ];

    /// <summary>Whether what an option asks for most is a reduction or an obstacle (DOMAIN 15.2).</summary>
    public static bool IsWrongMeans(ExperienceOption option)
    {
        var wrong = Math.Max(option.Demand[ReductionsAt] ?? 0, option.Obstacles.Max() ?? 0);
        var right = option.Demand.Where((_, i) => i != ReductionsAt).Max() ?? 0;
        return wrong > 0 && wrong >= right;
    }

    private static MatchedExperience Match(
        ExperienceOption option,
        IReadOnlyDictionary<string, decimal> gaps,
        PersonStanding standing,
        Catalogue catalogue,
        Rules rules
    )
    {
        var guard = OverstretchGuard.Look(
            new GuardInput
            {
                Demand = option.Demand,
                Readiness = standing.Readiness,
                Obstacles = option.Obstacles,
                Support = standing.Support,
                Efficacy = standing.Efficacy,
                StrainIsPositive = standing.IsStrained,
            },
            rules.Guard
        );
        var fit = guard.Zone switch
        {
            Zone.Overstretch => ExperienceFit.WouldHaveToChange,
            Zone.Incomplete => ExperienceFit.NotEnoughKnown,
            _ => ExperienceFit.Fits,
        };
        return new MatchedExperience(
            option,
            fit,
            guard,
            Value(i => guard.Parts[i].Stretch, guard.SupportIndex ?? 0),
            // At full support credit is the demand itself.
            fit == ExperienceFit.NotEnoughKnown
                ? Value(i => option.Demand[i], 100).Total
                : 0
        );

        ValueResult Value(Func<int, decimal?> newFor, decimal support)
        {
            var task = new decimal?[ChallengeDimension.Task.Count];
            for (var i = 0; i < task.Length; i++)
            {
                task[i] = i == ReductionsAt ? null : newFor(i);
            }

            return DevelopmentalValue.Of(gaps, task, NoObstacles, support, option.Interdependence, catalogue, rules.Guard, rules.Value);
        }
    }
}
