using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Insight;

/// <summary>Answers to "would you recommend", sorted: 9–10 promoters, 7–8 passives, 0–6 detractors (DOMAIN 7.10).</summary>
public sealed record PromoterCounts(int Promoters, int Passives, int Detractors)
{
    /// <summary>All answers.</summary>
    public long Answers => (long)Promoters + Passives + Detractors;

    /// <summary>Sorts answers of 0–10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An answer lies outside 0–10.</exception>
    public static PromoterCounts Of(IReadOnlyCollection<int> answers)
    {
        InputProblems.Refuse(
            [.. answers.SelectMany((answer, index) => InputProblems.Outside($"answers[{index}]", answer, 0, 10))],
            nameof(answers)
        );
        return new PromoterCounts(answers.Count(a => a >= 9), answers.Count(a => a is 7 or 8), answers.Count(a => a <= 6));
    }

    /// <summary>Everything wrong with the counts; empty when they can be used.</summary>
    /// <param name="path">Where they lie in the request, with a dot at the end, or empty.</param>
    public IReadOnlyList<InputProblem> Problems(string path = "") =>
        [
            .. InputProblems.Outside($"{path}promoters", Promoters, 0, int.MaxValue),
            .. InputProblems.Outside($"{path}passives", Passives, 0, int.MaxValue),
            .. InputProblems.Outside($"{path}detractors", Detractors, 0, int.MaxValue),
            .. Promoters == 0 && Passives == 0 && Detractors == 0
                ? [new InputProblem($"{path}promoters", InputProblems.Missing)]
                : Array.Empty<InputProblem>(),
        ];
}

/// <summary>A net promoter score in points, −100 to 100, never per cent, with what it is worth.</summary>
/// <param name="Points">100·(p − d).</param>
/// <param name="StandardError">100·√(v/n), in points.</param>
/// <param name="Wald">± z·SE, clipped at ±100; null when degenerate.</param>
/// <param name="IsDegenerate">True when all answers are of one kind: the simple formula then claims certainty it does not have.</param>
/// <param name="AdjustedPoints">The recentred estimate: three answers more, ¾ of one each promoter and detractor.</param>
/// <param name="AdjustedStandardError">Its standard error.</param>
/// <param name="Adjusted">The interval to show, clipped at ±100.</param>
/// <param name="IsClipped">True when the adjusted interval reached past ±100 and was clipped.</param>
public sealed record NetPromoterResult(
    long Answers,
    double Points,
    double StandardError,
    Interval? Wald,
    bool IsDegenerate,
    double AdjustedPoints,
    double AdjustedStandardError,
    Interval Adjusted,
    bool IsClipped
);

/// <summary>The net promoter score computed properly (DOMAIN 7.10, 12.6; adjusted Wald after Rocks 2016).</summary>
public static class NetPromoterScore
{
    private const double AddedAnswers = 3,
        AddedToEachEnd = 0.75;

    /// <summary>Measures one set of answers.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="PromoterCounts.Problems"/> is not empty.</exception>
    public static NetPromoterResult Measure(PromoterCounts counts)
    {
        InputProblems.Refuse(counts.Problems(), nameof(counts));

        double n = counts.Answers;
        var simple = Estimate(counts.Promoters / n, counts.Detractors / n, n);
        var adjusted = Estimate(
            (counts.Promoters + AddedToEachEnd) / (n + AddedAnswers),
            (counts.Detractors + AddedToEachEnd) / (n + AddedAnswers),
            n + AddedAnswers
        );
        // Decided from the counts: a variance made of binary fractions may miss zero by a hair.
        var degenerate = counts.Promoters == n || counts.Passives == n || counts.Detractors == n;
        var open = Interval.Around(adjusted.Points, Normal.Z95 * adjusted.Error);
        return new NetPromoterResult(
            counts.Answers,
            simple.Points,
            degenerate ? 0 : simple.Error,
            degenerate ? null : Interval.Around(simple.Points, Normal.Z95 * simple.Error).Clip(-100, 100),
            degenerate,
            adjusted.Points,
            adjusted.Error,
            open.Clip(-100, 100),
            open.Lower < -100 || open.Upper > 100
        );
    }

    /// <summary>The variance of a single answer scored +1, 0, −1: p + d − (p − d)².</summary>
    public static double Variance(double promoters, double detractors) =>
        promoters + detractors - ((promoters - detractors) * (promoters - detractors));

    private static (double Points, double Error) Estimate(double promoters, double detractors, double answers) =>
        (100 * (promoters - detractors), 100 * Math.Sqrt(Variance(promoters, detractors) / answers));
}
