using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Growth;

/// <summary>A check, opened for its owner.</summary>
/// <param name="At">When the own view was said, or the round closed.</param>
/// <param name="Report">What others said; null while there is only an own view.</param>
public sealed record OpenCheck(
    LeadershipCheckId Id,
    FrameworkEditionId Edition,
    DateTimeOffset At,
    IReadOnlyDictionary<string, int?> Own,
    CheckReport? Report
);

/// <summary>How what others say moved between two rounds, and whether that is more than the unreliability of few voices.</summary>
/// <param name="IsOtherEdition">The two rounds were made under different editions of the framework: the wording may have changed.</param>
public sealed record ChangePicture(double Before, double After, OpenCheck Earlier, ChangeResult Result, bool IsOtherEdition);

/// <summary>What is known of one capability of one person, for that person: the aim, both views, the gap with how sure it is, and the change.</summary>
public sealed record GapPicture
{
    /// <summary>The middle of "mostly around 1 to 3", where only that may be shown.</summary>
    private const double MiddleOfBand = 2;

    public required string Capability { get; init; }
    public Aim? Aim { get; init; }

    /// <summary>The newest own view, 1–7.</summary>
    public int? Own { get; init; }
    public DateTimeOffset? OwnAt { get; init; }

    /// <summary>The newest closed round that has a figure for this capability.</summary>
    public OpenCheck? Round { get; init; }

    /// <summary>What others said in it; null with too few of them.</summary>
    public GroupView? Others { get; init; }
    public IReadOnlyList<GroupView> Groups { get; init; } = [];

    /// <summary>Everybody but the bosses: the only figure that may have a spread.</summary>
    public GroupView? ButBosses { get; init; }

    /// <summary>Null without an aim, without any view, and where only a band may be shown.</summary>
    public GapResult? Result { get; init; }

    public ChangePicture? Change { get; init; }

    /// <summary>A closed round asked about it, and too few answered to show anything.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Views differ so much that a mean must not stand alone (DOMAIN 2.4).</summary>
    public bool IsSpread { get; init; }

    /// <summary>Where the person stands on 1–7 as far as it is known: others where there are enough, otherwise the own view.</summary>
    public double? Standing =>
        Others is { } others
            ? others.IsBand
                ? MiddleOfBand
                : others.Mean
            : Own;

    /// <summary>γ = max(0, target − standing) in levels × importance (DOMAIN 5.3); nought without an aim or a view.</summary>
    public decimal Weight =>
        Aim is { } aim && Standing is { } standing ? Math.Max(0, (decimal)(aim.Target - standing) / RatingsPerLevel) * aim.Importance : 0;

    /// <summary>For the order of suggestions only: the gap, pulled towards what is usual where few have spoken, times importance.</summary>
    public double Order =>
        Aim is not { } aim ? 0
        : Result?.Shrunken is { } shrunken ? (aim.Target - shrunken.Estimate) * aim.Importance
        : Standing is { } standing ? (aim.Target - standing) * aim.Importance
        : 0;

    /// <summary>Two steps of 1–7 make one level of 1–4 (DOMAIN 2.2).</summary>
    public const int RatingsPerLevel = 2;

    /// <summary>A rating as a level: (rating + 1) / 2, 1.0 to 4.0 (DOMAIN 2.2).</summary>
    public static double Level(double rating) => (rating + 1) / RatingsPerLevel;
}

/// <summary>Puts the pictures of all capabilities together. Never one number over several of them (DOMAIN 2.2).</summary>
public static class GapPictures
{
    /// <summary>The aims first, the widest gap leading; then what was looked at without being an aim, in the order of the edition.</summary>
    /// <param name="checks">Newest first.</param>
    public static IReadOnlyList<GapPicture> Of(AimsContent aims, IReadOnlyList<OpenCheck> checks, Catalogue catalogue, Rules rules)
    {
        var looked = checks.SelectMany(c => c.Own.Keys.Concat(c.Report?.Capabilities.Keys ?? [])).ToHashSet(StringComparer.Ordinal);
        var aimed = aims.Aims.Select(a => Picture(a.Capability, a, checks, rules)).ToList();
        var known = catalogue.Content.Capabilities.Select(c => c.Id).ToList();
        var rest = looked
            .Except(aims.Aims.Select(a => a.Capability), StringComparer.Ordinal)
            .OrderBy(id => known.IndexOf(id) is var at && at < 0 ? known.Count : at)
            .ThenBy(id => id, StringComparer.Ordinal)
            .Select(id => Picture(id, null, checks, rules));
        return [.. aimed.OrderByDescending(p => p.Order), .. rest];
    }

    /// <summary>The picture of one capability.</summary>
    public static GapPicture Picture(string capability, Aim? aim, IReadOnlyList<OpenCheck> checks, Rules rules)
    {
        var own = checks.FirstOrDefault(c => c.Own.GetValueOrDefault(capability) is not null);
        var rounds = checks.Where(c => c.Report?.Capabilities.ContainsKey(capability) == true).ToList();
        var shown = rounds.Where(c => c.Report!.Capabilities[capability].All is not null).ToList();
        var views = shown is [var newest, ..] ? newest.Report!.Capabilities[capability] : null;
        var rating = own?.Own[capability];
        return new GapPicture
        {
            Capability = capability,
            Aim = aim,
            Own = rating,
            OwnAt = own?.At,
            Round = shown.FirstOrDefault(),
            Others = views?.All,
            Groups = views?.Groups ?? [],
            ButBosses = views?.ButBosses,
            Result = Result(aim, rating, views?.All, rules.Gaps),
            Change = Change(capability, shown, rules.Gaps),
            IsWithheld = rounds.Count > 0 && shown.Count == 0,
            IsSpread = views?.All?.Rwg < rules.Agreement.ShowSpreadBelow,
        };
    }

    private static GapResult? Result(Aim? aim, int? own, GroupView? others, GapRules rules)
    {
        if (aim is null || others?.IsBand == true || (own is null && (others?.Raters ?? 0) < rules.OthersNeeded))
        {
            return null;
        }

        return DevelopmentGap.Of(
            aim.Target,
            own,
            others?.Raters ?? 0,
            others?.Mean,
            rules.PooledDeviation,
            referenceDeviation: null,
            new GapPrior(rules.PriorMean, rules.PriorDeviation),
            rules
        );
    }

    /// <summary>
    /// The reliable change index of DOMAIN 2.4 between the two newest rounds. The spread between persons τ and the pooled deviation σ give both what
    /// the index needs: the deviation of a mean of n raters, √(τ² + σ²/n), and its reliability, τ² ÷ (τ² + σ²/n); n is the harmonic mean of both rounds.
    /// </summary>
    private static ChangePicture? Change(string capability, IReadOnlyList<OpenCheck> rounds, GapRules rules)
    {
        if (rounds is not [var newer, var older, ..])
        {
            return null;
        }

        var (after, before) = (newer.Report!.Capabilities[capability].All!, older.Report!.Capabilities[capability].All!);
        if (after.IsBand || before.IsBand)
        {
            return null;
        }

        var raters = 2d / ((1d / after.Raters) + (1d / before.Raters));
        var between = rules.PriorDeviation * rules.PriorDeviation;
        var within = rules.PooledDeviation * rules.PooledDeviation / raters;
        var result = ReliableChange.Judge(
            new ChangeInput(after.Mean - before.Mean, Math.Sqrt(between + within), between / (between + within))
        );
        return new ChangePicture(before.Mean, after.Mean, older, result, newer.Edition != older.Edition);
    }
}
