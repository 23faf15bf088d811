using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments;

/// <summary>
/// Every rating of a challenge profile (DOMAIN 1.6, 3.2), by id. An id that is not there was not answered yet; null is "don't know".
/// To the guard both are unknown; to the person they are not the same.
/// </summary>
public sealed record ProfileRatings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Dictionary<string, int?> None = [];

    /// <summary>Dimension id → 0 "not part of it" to 4 "defines the assignment".</summary>
    public IReadOnlyDictionary<string, int?> Demand { get; init; } = None;

    /// <summary>Dimension id → 0 "never done" to 4 "could teach it".</summary>
    public IReadOnlyDictionary<string, int?> Readiness { get; init; } = None;

    /// <summary>Obstacle id → 0–4.</summary>
    public IReadOnlyDictionary<string, int?> Obstacles { get; init; } = None;

    /// <summary>Support item id → 0 "not at all" to 4 "fully".</summary>
    public IReadOnlyDictionary<string, int?> Support { get; init; } = None;

    /// <summary>1–5.</summary>
    public int? Efficacy { get; init; }

    /// <summary>The quick form: up to three parts, named by the person.</summary>
    public IReadOnlyList<HotPart> HotParts { get; init; } = [];

    /// <summary>Whether the quick form says anything about its three parts.</summary>
    public bool HasHotParts => HotParts.Any(p => p.Size is not null);

    /// <summary>Whether the full form was begun: a readiness is what no archetype can know.</summary>
    public bool HasReadiness => Readiness.Values.Any(r => r is not null);

    /// <summary>Begins with the demands an archetype usually has (DOMAIN 1.5); the person corrects them.</summary>
    public static ProfileRatings Prefilled(IReadOnlyDictionary<string, int> demands) =>
        new() { Demand = Of(ChallengeDimension.Task, demands), Obstacles = Of(ChallengeDimension.Obstacles, demands) };

    /// <summary>What the guard looks at.</summary>
    /// <param name="opinion">What one more person says, when somebody was asked.</param>
    public GuardInput ToGuardInput(bool strainIsPositive, SecondOpinion? opinion) =>
        new()
        {
            Demand = Listed(ChallengeDimension.Task, Demand),
            Readiness = Listed(ChallengeDimension.Task, Readiness),
            Obstacles = Listed(ChallengeDimension.Obstacles, Obstacles),
            Support = SupportList(),
            Efficacy = Efficacy,
            StrainIsPositive = strainIsPositive,
            SecondOpinion = opinion,
        };

    /// <summary>What the quick look looks at.</summary>
    public QuickInput ToQuickInput(bool strainIsPositive, GuardRules rules) =>
        new()
        {
            Parts = [.. Enumerable.Range(0, rules.QuickParts).Select(i => HotParts.ElementAtOrDefault(i)?.Size)],
            Support = SupportList(),
            Efficacy = Efficacy,
            StrainIsPositive = strainIsPositive,
        };

    /// <summary>Everything wrong with it, with paths such as <c>demand.high_stakes</c>; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems(GuardRules rules) =>
        [
            .. Unknown("demand", Demand.Keys, id => ChallengeDimension.Find(id)?.Group == DimensionGroup.Task),
            .. Unknown("readiness", Readiness.Keys, id => ChallengeDimension.Find(id)?.Group == DimensionGroup.Task),
            .. Unknown("obstacles", Obstacles.Keys, id => ChallengeDimension.Find(id)?.Group == DimensionGroup.Obstacle),
            .. Unknown("support", Support.Keys, id => SupportItem.Find(id) is not null),
            .. ToGuardInput(false, null).Problems(),
            .. HotParts.Count > rules.QuickParts ? [new InputProblem("hotParts", InputProblems.WrongCount)] : Array.Empty<InputProblem>(),
            .. HotParts.SelectMany((part, i) => InputProblems.Outside($"hotParts[{i}].size", part.Size, 1, GuardRules.ScaleTop)),
            .. HotParts.SelectMany((part, i) => AssignmentFacts.Lengths($"hotParts[{i}].name", part.Name, HotPart.NameLength)),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ProfileRatings FromJson(string json) => JsonSerializer.Deserialize<ProfileRatings>(json, Json)!;

    private int?[] SupportList() => [.. SupportItem.All.Select(item => Support.GetValueOrDefault(item.Id))];

    internal static int?[] Listed(IEnumerable<ChallengeDimension> dimensions, IReadOnlyDictionary<string, int?> ratings) =>
        [.. dimensions.Select(d => ratings.GetValueOrDefault(d.Id))];

    internal static IEnumerable<InputProblem> Unknown(string path, IEnumerable<string> ids, Func<string, bool> isKnown) =>
        ids.Where(id => !isKnown(id)).Select(id => new InputProblem($"{path}.{id}", "unknown"));

    private static Dictionary<string, int?> Of(IEnumerable<ChallengeDimension> dimensions, IReadOnlyDictionary<string, int> demands) =>
        dimensions.Where(d => demands.ContainsKey(d.Id)).ToDictionary(d => d.Id, d => (int?)demands[d.Id], StringComparer.Ordinal);
}

/// <summary>One of the hottest parts of an assignment, in the person's words, and how far it lies above what they have done: 1–4.</summary>
public sealed record HotPart(string? Name, int? Size)
{
    public const int NameLength = 120;
}
