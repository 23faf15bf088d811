using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Insight;

/// <summary>How sure a picture made by a few raters is, in words instead of false precision (DOMAIN 2.4).</summary>
public enum PictureClarity
{
    /// <summary>"A first hint".</summary>
    FirstHint,

    /// <summary>"A rough picture".</summary>
    RoughPicture,

    /// <summary>"A fairly clear picture".</summary>
    FairlyClearPicture,
}

/// <summary>How the own view lies to the view of others. Words about views, not kinds of people.</summary>
public enum ViewComparison
{
    Similar,
    OwnViewHigher,
    OwnViewLower,
}

/// <summary>What a gap is made from, on the seven-point scale of DOMAIN 2.2.</summary>
public sealed record GapInput
{
    /// <summary>The seven-point scale.</summary>
    public const double ScaleBottom = 1,
        ScaleTop = 7;

    /// <summary>The target of the current or aimed-at role, 1–7.</summary>
    public required double Target { get; init; }

    /// <summary>The self rating, 1–7, if there is one.</summary>
    public double? Self { get; init; }

    /// <summary>The ratings of others, 1–7; may be empty.</summary>
    public required IReadOnlyList<double> Others { get; init; }

    /// <summary>The organisation's pooled within-person standard deviation; the settings' start value when null.</summary>
    public double? PooledDeviation { get; init; }

    /// <summary>The standard deviation of self–other differences in a reference group, if one exists.</summary>
    public double? ReferenceDeviation { get; init; }

    /// <summary>The organisation's prior, for ordering suggestions only.</summary>
    public GapPrior? Prior { get; init; }

    /// <summary>Everything wrong with the input; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems(GapRules rules) =>
        [
            .. InputProblems.Outside("target", Target, ScaleBottom, ScaleTop),
            .. InputProblems.Outside("self", Self, ScaleBottom, ScaleTop),
            .. Others.SelectMany((value, index) => InputProblems.Outside($"others[{index}]", value, ScaleBottom, ScaleTop)),
            .. Self is null && Others.Count < rules.OthersNeeded
                ? [new InputProblem("self", InputProblems.Missing)]
                : Array.Empty<InputProblem>(),
            .. InputProblems.Outside("sigma", PooledDeviation, 0.01, ScaleTop),
            .. InputProblems.Outside("referenceSd", ReferenceDeviation, 0.01, ScaleTop),
            .. InputProblems.Outside("prior.mu", Prior?.Mean, ScaleBottom, ScaleTop),
            .. InputProblems.Outside("prior.tau", Prior?.Deviation, 0.01, ScaleTop),
        ];
}

/// <summary>What is known of a capability in the organisation before anybody rated this person.</summary>
/// <param name="Mean">μ, 1–7.</param>
/// <param name="Deviation">τ, the standard deviation between persons.</param>
public sealed record GapPrior(double Mean, double Deviation);

/// <summary>The result pulled towards what is usual; for ordering suggestions, never shown as "your raters said".</summary>
public sealed record ShrunkenEstimate(double Weight, double Estimate, double Deviation);

/// <summary>A development gap with its uncertainty.</summary>
/// <param name="Raters">How many others rated.</param>
/// <param name="OthersMean">Their mean; null without others.</param>
/// <param name="Gap">Target minus others' mean, or minus the self rating in a self view; positive is still to develop.</param>
/// <param name="IsSelfViewOnly">True with fewer than three others; labelled so wherever it is shown.</param>
/// <param name="HalfWidth">1.96·σ/√n; null without others.</param>
/// <param name="Interval">Others' mean ± half width.</param>
/// <param name="Clarity">The words for the half width; null without others.</param>
/// <param name="IsClear">True when there are enough others and the interval does not contain the target.</param>
/// <param name="SelfOtherDifference">Self minus others' mean; null when one of them is missing.</param>
/// <param name="Comparison">What the difference means; null without it.</param>
/// <param name="Shrunken">Only when a prior was given and somebody rated.</param>
public sealed record GapResult(
    int Raters,
    double? OthersMean,
    double Gap,
    bool IsSelfViewOnly,
    double? HalfWidth,
    Interval? Interval,
    PictureClarity? Clarity,
    bool IsClear,
    double? SelfOtherDifference,
    ViewComparison? Comparison,
    ShrunkenEstimate? Shrunken
);

/// <summary>Development gaps and how sure they are (DOMAIN 2.4). Doubles; good to about twelve digits.</summary>
public static class DevelopmentGap
{
    /// <summary>The gap, its interval and the comparison with the own view.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="GapInput.Problems"/> is not empty.</exception>
    public static GapResult Measure(GapInput input, GapRules rules)
    {
        InputProblems.Refuse(input.Problems(rules), nameof(input));
        return Of(
            input.Target,
            input.Self,
            input.Others.Count,
            input.Others.Count == 0 ? null : Sample.Mean(input.Others),
            input.PooledDeviation ?? rules.PooledDeviation,
            input.ReferenceDeviation,
            input.Prior,
            rules
        );
    }

    /// <summary>The same where only the mean of the others is known: a closed round keeps no single ratings.</summary>
    /// <param name="mean">1–7; null without others.</param>
    /// <exception cref="ArgumentException">There is neither an own rating nor enough others.</exception>
    public static GapResult Of(
        double target,
        double? self,
        int raters,
        double? mean,
        double deviation,
        double? referenceDeviation,
        GapPrior? prior,
        GapRules rules
    )
    {
        var selfViewOnly = raters < rules.OthersNeeded;
        if (selfViewOnly && self is null)
        {
            throw new ArgumentException("A self view needs a self rating.", nameof(self));
        }

        double? halfWidth = raters == 0 ? null : HalfWidth(raters, deviation);
        var interval = mean is { } m && halfWidth is { } h ? Interval.Around(m, h) : null;
        var difference = self - mean;
        return new GapResult(
            raters,
            mean,
            target - (selfViewOnly ? self!.Value : mean!.Value),
            selfViewOnly,
            halfWidth,
            interval,
            halfWidth is { } width ? Clarity(width, rules) : null,
            !selfViewOnly && interval is { } range && !range.Contains(target),
            difference,
            difference is { } d ? Compare(d, referenceDeviation, rules) : null,
            mean is { } observed && prior is not null ? Shrink(observed, raters, deviation, prior) : null
        );
    }

    /// <summary>The half width of the 95 % interval of a mean: 1.96·σ/√n.</summary>
    /// <param name="raters">n, at least 1.</param>
    /// <param name="sigma">σ, above 0. A few raters' own spread is useless, hence the pooled one.</param>
    public static double HalfWidth(int raters, double pooledDeviation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(raters, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pooledDeviation);
        return Normal.Z95AsPrinted * pooledDeviation / Math.Sqrt(raters);
    }

    /// <summary>The words for a half width.</summary>
    public static PictureClarity Clarity(double halfWidth, GapRules rules) =>
        halfWidth > rules.FirstHintAbove ? PictureClarity.FirstHint
        : halfWidth < rules.FairlyClearBelow ? PictureClarity.FairlyClearPicture
        : PictureClarity.RoughPicture;

    /// <summary>Pulls a mean towards the prior: w = τ²/(τ² + σ²/n), SD = 1/√(1/τ² + n/σ²).</summary>
    public static ShrunkenEstimate Shrink(double mean, int raters, double pooledDeviation, GapPrior prior)
    {
        var between = prior.Deviation * prior.Deviation;
        var within = pooledDeviation * pooledDeviation;
        var weight = between / (between + (within / raters));
        return new ShrunkenEstimate(
            weight,
            (weight * mean) + ((1 - weight) * prior.Mean),
            1 / Math.Sqrt((1 / between) + (raters / within))
        );
    }

    private static ViewComparison Compare(double difference, double? referenceDeviation, GapRules rules)
    {
        var similarBelow = referenceDeviation is { } sd ? rules.SimilarViewShareOfDeviation * sd : rules.SimilarViewBelow;
        return Math.Abs(difference) < similarBelow ? ViewComparison.Similar
            : difference > 0 ? ViewComparison.OwnViewHigher
            : ViewComparison.OwnViewLower;
    }
}

/// <summary>The numbers of DOMAIN 2.4.</summary>
public sealed record GapRules
{
    /// <summary>Start value of the pooled within-person standard deviation, on 1–7.</summary>
    public required double PooledDeviation { get; init; }

    /// <summary>With fewer others there is a self view only.</summary>
    public required int OthersNeeded { get; init; }

    /// <summary>A self–other difference below this is a similar view, when no reference group exists.</summary>
    public required double SimilarViewBelow { get; init; }

    /// <summary>The share of a reference group's standard deviation that takes its place.</summary>
    public required double SimilarViewShareOfDeviation { get; init; }

    /// <summary>Half widths above this are a first hint.</summary>
    public required double FirstHintAbove { get; init; }

    /// <summary>Half widths below this are a fairly clear picture.</summary>
    public required double FairlyClearBelow { get; init; }

    /// <summary>μ, what is usual for a capability before anybody rated; for the order of suggestions, and for nothing that is shown.</summary>
    public required double PriorMean { get; init; }

    /// <summary>τ, the standard deviation between persons: with σ it says how reliable a mean of n raters is.</summary>
    public required double PriorDeviation { get; init; }
}
