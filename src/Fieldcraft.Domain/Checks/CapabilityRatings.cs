using System.Text.Json;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Checks;

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

    /// <summary>In the full form: how often each behaviour of a capability is seen, 1–7, in the order of the edition. Empty in the fast form.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int?>> Statements { get; init; } =
        new Dictionary<string, IReadOnlyList<int?>>(StringComparer.Ordinal);

    /// <summary>The full form as ratings: each capability's is the mean of its statements, to the nearest whole number.</summary>
    public static CapabilityRatings OfStatements(IReadOnlyDictionary<string, IReadOnlyList<int?>> statements) =>
        new()
        {
            Statements = statements,
            Ratings = statements.ToDictionary(
                s => s.Key,
                s => MeanOf(s.Value) is { } mean ? (int)Math.Round(mean, MidpointRounding.AwayFromZero) : (int?)null,
                StringComparer.Ordinal
            ),
        };

    /// <summary>What was said of a capability, 1–7: the mean of its statements where there are some, otherwise the rating; null for not observed.</summary>
    public double? ValueOf(string capability) =>
        Statements.TryGetValue(capability, out var statements) ? MeanOf(statements) : Ratings.GetValueOrDefault(capability);

    /// <summary>Everything wrong with it; ratings without a single number are one of those.</summary>
    public IReadOnlyList<InputProblem> Problems(Func<string, bool> isAsked) =>
        [
            .. Ratings.Keys.Where(id => !isAsked(id)).Select(id => new InputProblem($"ratings.{id}", "unknown")),
            .. Ratings.SelectMany(r => InputProblems.Outside($"ratings.{r.Key}", r.Value, Lowest, Highest)),
            .. Statements.Keys.Where(id => !isAsked(id)).Select(id => new InputProblem($"statements.{id}", "unknown")),
            .. Statements.SelectMany(s =>
                s.Value.SelectMany((value, i) => InputProblems.Outside($"statements.{s.Key}[{i}]", value, Lowest, Highest))
            ),
            .. Ratings.Values.All(r => r is null) ? [new InputProblem("ratings", InputProblems.Missing)] : Array.Empty<InputProblem>(),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static CapabilityRatings FromJson(string json) => JsonSerializer.Deserialize<CapabilityRatings>(json, Json)!;

    private static double? MeanOf(IReadOnlyList<int?> statements) => statements.Average();
}
