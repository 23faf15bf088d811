using System.Text.Json;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Features.Calculations;

/// <summary>Ratings on 1–7: the target, the own view and those of others, with σ, a reference group and a prior where known.</summary>
internal sealed record GapRequest
{
    public required double Target { get; init; }
    public double? Self { get; init; }
    public IReadOnlyList<double> Others { get; init; } = [];
    public double? Sigma { get; init; }
    public double? ReferenceSd { get; init; }
    public PriorRequest? Prior { get; init; }
}

/// <summary>μ and τ of the organisation.</summary>
internal sealed record PriorRequest
{
    public required double Mu { get; init; }
    public required double Tau { get; init; }
}

internal sealed record GapAnswer(
    int N,
    double? Mean,
    double DevelopmentGap,
    bool SelfViewOnly,
    double? HalfWidth,
    Interval? Interval,
    PictureClarity? Clarity,
    bool Clear,
    double? SelfOtherDifference,
    ViewComparison? View,
    ShrinkageAnswer? Shrinkage
)
{
    public static GapAnswer Of(GapResult r) =>
        new(
            r.Raters,
            r.OthersMean,
            r.Gap,
            r.IsSelfViewOnly,
            r.HalfWidth,
            r.Interval,
            r.Clarity,
            r.IsClear,
            r.SelfOtherDifference,
            r.Comparison,
            r.Shrunken is { } s ? new ShrinkageAnswer(s.Weight, s.Estimate, s.Deviation) : null
        );
}

internal sealed record ShrinkageAnswer(double Weight, double Estimate, double Sd);

/// <summary>One rating a rater, or one list of ratings a rater when there are several items.</summary>
internal sealed record AgreementRequest
{
    public required IReadOnlyList<JsonElement> Ratings { get; init; }
    public required int ScalePoints { get; init; }

    /// <summary>A row for each rater. What is no number becomes one that is off every scale, and is refused with its place.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Rows() =>
        [
            .. Ratings.Select(row =>
                row.ValueKind == JsonValueKind.Array ? (IReadOnlyList<double>)[.. row.EnumerateArray().Select(Number)] : [Number(row)]
            ),
        ];

    /// <summary>The domain counts items; a caller who sent plain numbers knows only raters.</summary>
    public InputProblem AsSent(InputProblem problem) =>
        problem.Path.EndsWith("][0]", StringComparison.Ordinal) && Ratings.All(row => row.ValueKind != JsonValueKind.Array)
            ? problem with
            {
                Path = problem.Path[..^3],
            }
            : problem;

    private static double Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : double.NaN;
}

internal sealed record AgreementAnswer(
    int N,
    int Items,
    double Mean,
    double Variance,
    double? Rwg,
    double? RwgJ,
    double? Raw,
    double AverageDeviation,
    bool ShowSpread
)
{
    public static AgreementAnswer Of(AgreementResult r, int items) =>
        new(
            r.Raters,
            items,
            r.Mean,
            r.Variance,
            items == 1 ? r.Rwg : null,
            items > 1 ? r.Rwg : null,
            r.RawRwg,
            r.AverageDeviation,
            r.ShowSpread
        );
}

internal sealed record ReliableChangeRequest
{
    public required double Change { get; init; }
    public required double Sd { get; init; }
    public required double Reliability { get; init; }
}

internal sealed record ReliableChangeAnswer(double ReliableChangeIndex, bool Reliable, double SmallestReliableChange)
{
    public static ReliableChangeAnswer Of(ChangeResult r) => new(r.Index, r.IsReliable, r.SmallestReliableChange);
}

/// <summary>Answers of 9–10, of 7–8 and of 0–6.</summary>
internal sealed record PromoterRequest
{
    public required int Promoters { get; init; }
    public required int Passives { get; init; }
    public required int Detractors { get; init; }

    public PromoterCounts Counts() => new(Promoters, Passives, Detractors);
}

internal sealed record PromoterAnswer(
    long N,
    double NetPromoterScore,
    double StandardError,
    Interval? Interval,
    bool Degenerate,
    AdjustedAnswer Adjusted
)
{
    public static PromoterAnswer Of(NetPromoterResult r) =>
        new(
            r.Answers,
            r.Points,
            r.StandardError,
            r.Wald,
            r.IsDegenerate,
            new AdjustedAnswer(r.AdjustedPoints, r.AdjustedStandardError, r.Adjusted, r.IsClipped)
        );
}

internal sealed record AdjustedAnswer(double NetPromoterScore, double StandardError, Interval Interval, bool Clipped);

/// <summary>Two periods, and optionally a change in points for which the needed answers are wanted.</summary>
internal sealed record PromoterChangeRequest
{
    public required PromoterRequest Before { get; init; }
    public required PromoterRequest After { get; init; }
    public double? Detect { get; init; }
}

/// <param name="NeededPerPeriod">Answers in each period to see the asked change, or else the observed one; null for no change.</param>
internal sealed record PromoterChangeAnswer(
    double Change,
    double StandardError,
    Interval? Interval,
    bool Clear,
    bool Degenerate,
    long? NeededPerPeriod
)
{
    public static PromoterChangeAnswer Of(PromoterChangeResult r, PromoterCounts before, double? detect) =>
        new(
            r.Points,
            r.StandardError,
            r.Interval,
            r.IsClear,
            r.IsDegenerate,
            detect is { } wanted
                ? PromoterChange.AnswersNeeded(
                    (double)before.Promoters / before.Answers,
                    (double)before.Detractors / before.Answers,
                    wanted
                )
                : r.AnswersNeeded
        );
}

internal sealed record WilsonRequest
{
    public required int Successes { get; init; }
    public required int N { get; init; }
}

internal sealed record WilsonAnswer(double Proportion, double Lower, double Upper)
{
    public static WilsonAnswer Of(ProportionInput asked, Interval interval) =>
        new((double)asked.Successes / asked.Count, interval.Lower, interval.Upper);
}

/// <summary>N, n and p; the favourable answers for the worst case; a margin for which the needed answers are wanted.</summary>
internal sealed record MarginRequest
{
    public required int Population { get; init; }
    public required int N { get; init; }
    public double P { get; init; } = 0.5;
    public int? Favourable { get; init; }
    public double? Margin { get; init; }
}

/// <summary>In percentage points, the response rate as a share.</summary>
internal sealed record MarginAnswer(
    double MarginOfError,
    double WithoutCorrection,
    double ResponseRate,
    bool Representative,
    Interval? WorstCase,
    int? NeededForMargin
)
{
    public static MarginAnswer Of(MarginResult r, MarginRequest asked) =>
        new(
            r.Margin,
            r.MarginOfInfinitePopulation,
            r.ResponseRate,
            r.IsRepresentative,
            r.WorstCase,
            asked.Margin is { } margin ? Fieldcraft.Domain.Insight.MarginOfError.AnswersNeeded(asked.Population, margin) : null
        );
}
