using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Moves;

/// <summary>What kind of option it is. The first two are always there (DOMAIN 5.3): many gaps do not need a new job.</summary>
public enum MoveKind
{
    /// <summary>Stay, and change the present job.</summary>
    Stay,

    /// <summary>Learn from a person.</summary>
    Learn,
    Move,
}

/// <summary>Why somebody wants an option. None of them shuts anything; two of them are met with a question.</summary>
public enum MoveReason
{
    /// <summary>There is something to learn in it.</summary>
    Learn,

    /// <summary>The work itself matters to them.</summary>
    Work,

    /// <summary>Life, place, people, money.</summary>
    Life,

    /// <summary>To have had it; to have done it once.</summary>
    HadIt,

    /// <summary>A bigger title, team or budget.</summary>
    Title,
}

/// <summary>How something would be afterwards, in a word.</summary>
public enum Effect
{
    Better,
    Same,
    Worse,
}

/// <summary>One thing somebody could do next, in their own words, with what the work would ask for.</summary>
public sealed record MoveOption
{
    public const int NameLength = 120;
    public const int TextLength = 1_000;
    private static readonly Dictionary<string, int?> None = [];

    /// <summary>Within its comparison. The two that are always there are called by their kind.</summary>
    public required string Id { get; init; }
    public MoveKind Kind { get; init; } = MoveKind.Move;

    /// <summary>Empty for the two that have a name of their own.</summary>
    public string? Name { get; init; }

    /// <summary>Why I want it, in their words.</summary>
    public string? Why { get; init; }
    public IReadOnlyList<MoveReason> Reasons { get; init; } = [];

    /// <summary>What they would be able to do afterwards that they cannot do now.</summary>
    public string? Afterwards { get; init; }
    public string? Archetype { get; init; }
    public IReadOnlyDictionary<string, int?> Demand { get; init; } = None;
    public IReadOnlyDictionary<string, int?> Obstacles { get; init; } = None;
    public IReadOnlyDictionary<string, int?> Support { get; init; } = None;
    public Interdependence Interdependence { get; init; } = Interdependence.Some;

    /// <summary>Who is strong in it there, and how they coach.</summary>
    public string? LearnFrom { get; init; }

    /// <summary>What it would take to go back.</summary>
    public string? Reversibility { get; init; }
    public Effect? Reversing { get; init; }
    public string? Life { get; init; }
    public Effect? LifeEffect { get; init; }
    public string? Pay { get; init; }
    public Effect? PayEffect { get; init; }

    /// <summary>Whether the reasons are of the kind that S2 answers with a question.</summary>
    public bool AsksWhatFor => Reasons.Any(r => r is MoveReason.HadIt or MoveReason.Title);

    public bool IsAlwaysThere => Kind != MoveKind.Move;

    /// <summary>The obstacles that are strong, which call for questions before anything is accepted.</summary>
    public IReadOnlyList<ChallengeDimension> StrongObstacles(int from) =>
        [.. ChallengeDimension.Obstacles.Where(d => Obstacles.GetValueOrDefault(d.Id) >= from)];

    public ComparedMove ToCompare()
    {
        var lists = Ratings.ToGuardInput(false, null);
        return new ComparedMove(Id, lists.Demand, lists.Obstacles, lists.Support, Interdependence);
    }

    /// <summary>Everything wrong with it, with paths such as <c>demand.high_stakes</c>; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems(GuardRules rules) =>
        [
            .. Kind == MoveKind.Move && string.IsNullOrWhiteSpace(Name)
                ? [new InputProblem("name", InputProblems.Missing)]
                : Array.Empty<InputProblem>(),
            .. TooLong("name", Name, NameLength),
            .. TooLong("why", Why, TextLength),
            .. TooLong("afterwards", Afterwards, TextLength),
            .. TooLong("learnFrom", LearnFrom, TextLength),
            .. TooLong("reversibility", Reversibility, TextLength),
            .. TooLong("life", Life, TextLength),
            .. TooLong("pay", Pay, TextLength),
            .. Ratings.Problems(rules),
        ];

    /// <summary>The numbers as a profile: the same scales, the same checks.</summary>
    private ProfileRatings Ratings =>
        new()
        {
            Demand = Demand,
            Obstacles = Obstacles,
            Support = Support,
        };

    private static IEnumerable<InputProblem> TooLong(string path, string? text, int maximum) =>
        text?.Trim().Length > maximum ? [new InputProblem(path, "too-long")] : [];
}
