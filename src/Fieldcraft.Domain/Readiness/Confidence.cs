using System.Text.Json;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Readiness;

/// <summary>When a leader says how confident they are (DOMAIN 7.9).</summary>
public enum ConfidenceMoment
{
    BeforePreview,
    AfterCoaching,
    AfterSecondSession,
}

/// <summary>
/// How confident one leader is that they can hold the session, 1 to 5, at three moments; and, looking back from the coaching group, how confident
/// they were before the preview. Looking back reduces the shift of the own yardstick (DOMAIN 7.9).
/// </summary>
public sealed record Confidence(
    int? BeforePreview = null,
    int? LookingBack = null,
    int? AfterCoaching = null,
    int? AfterSecondSession = null
)
{
    public const int Least = 1;
    public const int Most = 5;
    public const int TextLength = 200;
    public static readonly Confidence None = new();
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("beforePreview", BeforePreview, Least, Most),
            .. InputProblems.Outside("lookingBack", LookingBack, Least, Most),
            .. InputProblems.Outside("afterCoaching", AfterCoaching, Least, Most),
            .. InputProblems.Outside("afterSecondSession", AfterSecondSession, Least, Most),
        ];

    /// <summary>The changes that can be told from it.</summary>
    public IReadOnlyList<ConfidencePair> Pairs() =>
        [
            .. Pair(ConfidenceChangeKind.BeforeToCoaching, BeforePreview, AfterCoaching),
            .. Pair(ConfidenceChangeKind.LookingBackToCoaching, LookingBack, AfterCoaching),
            .. Pair(ConfidenceChangeKind.BeforeToSecondSession, BeforePreview, AfterSecondSession),
            .. Pair(ConfidenceChangeKind.LookingBackToSecondSession, LookingBack, AfterSecondSession),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Confidence FromJson(string json) => json.Length == 0 ? None : JsonSerializer.Deserialize<Confidence>(json, Json)!;

    private static IEnumerable<ConfidencePair> Pair(ConfidenceChangeKind kind, int? before, int? after) =>
        before is { } from && after is { } to ? [new ConfidencePair(kind, from, to)] : [];
}

/// <summary>From what to what a change of confidence is told. Several can be true of one leader.</summary>
[Flags]
public enum ConfidenceChangeKind
{
    None = 0,
    BeforeToCoaching = 1,
    LookingBackToCoaching = 2,
    BeforeToSecondSession = 4,
    LookingBackToSecondSession = 8,
}

/// <summary>Two values of one leader, without the leader.</summary>
public readonly record struct ConfidencePair(ConfidenceChangeKind Kind, int Before, int After);

/// <summary>The mean change of confidence of leaders who said both values, with its 95 % interval by the t distribution.</summary>
/// <param name="Pairs">How many leaders it rests on.</param>
public sealed record ConfidenceChange(int Pairs, double MeanBefore, double MeanAfter, double Change, double HalfWidth)
{
    /// <summary>Executive counts of private things begin at ten (DOMAIN 15.5).</summary>
    public const int PairsAtLeast = 10;

    /// <summary>Null below ten pairs.</summary>
    public static ConfidenceChange? Of(IReadOnlyCollection<ConfidencePair> pairs) =>
        pairs.Count < PairsAtLeast
            ? null
            : new ConfidenceChange(
                pairs.Count,
                pairs.Average(p => p.Before),
                pairs.Average(p => p.After),
                pairs.Average(p => p.After - p.Before),
                StudentT.HalfWidth([.. pairs.Select(p => (double)(p.After - p.Before))])
            );
}
