using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Insight;

/// <summary>How far the raters of one person, or the members of one group, agree (DOMAIN 2.4, 12.4).</summary>
/// <param name="Raters">How many rated.</param>
/// <param name="Mean">The mean of all ratings.</param>
/// <param name="Variance">s², for several items the mean of their variances.</param>
/// <param name="Rwg">Agreement 0–1; a value below zero is reported as 0. For several items this is rwg(J).</param>
/// <param name="RawRwg">The value before that; null where the formula of rwg(J) has no value.</param>
/// <param name="AverageDeviation">The average distance from the item mean, over all items.</param>
/// <param name="ShowSpread">True when the views differ so much that a mean must not be shown alone.</param>
public sealed record AgreementResult(
    int Raters,
    double Mean,
    double Variance,
    double Rwg,
    double? RawRwg,
    double AverageDeviation,
    bool ShowSpread
);

/// <summary>What agreement is made from.</summary>
/// <param name="Ratings">One row for each rater, one column for each item, each rating between 1 and the points of the scale.</param>
/// <param name="ScalePoints">A, how many points the scale has.</param>
public sealed record AgreementInput(IReadOnlyList<IReadOnlyList<double>> Ratings, int ScalePoints)
{
    /// <summary>Everything wrong with the input; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("scalePoints", ScalePoints, 2, 101),
            .. Ratings.Count < 2 ? [new InputProblem("ratings", InputProblems.WrongCount)] : Array.Empty<InputProblem>(),
            .. Ratings.SelectMany(
                (row, rater) =>
                    row.Count == 0 || row.Count != Ratings[0].Count
                        ? [new InputProblem($"ratings[{rater}]", InputProblems.WrongCount)]
                        : row.SelectMany((value, item) => InputProblems.Outside($"ratings[{rater}][{item}]", value, 1, ScalePoints))
            ),
        ];
}

/// <summary>rwg and its relatives, against raters who answer at random (a rectangular null distribution).</summary>
public static class Agreement
{
    /// <summary>Agreement on one or several items.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="AgreementInput.Problems"/> is not empty.</exception>
    public static AgreementResult Measure(AgreementInput input, AgreementRules rules)
    {
        InputProblems.Refuse(input.Problems(), nameof(input));

        var items = Enumerable.Range(0, input.Ratings[0].Count).Select(item => input.Ratings.Select(row => row[item]).ToArray()).ToList();
        var variance = items.Average(Sample.Variance);
        var ratio = variance / VarianceAtRandom(input.ScalePoints);
        double? raw = items.Count == 1 ? 1 - ratio : ManyItems(items.Count, ratio);
        // Above a ratio of 1 people differ more than at random: no agreement, whatever sign the fraction of rwg(J) takes.
        var rwg = ratio >= 1 ? 0 : raw ?? 0;
        return new AgreementResult(
            input.Ratings.Count,
            items.Average(Sample.Mean),
            variance,
            rwg,
            raw,
            items.Average(Sample.AverageDeviation),
            rwg < rules.ShowSpreadBelow
        );
    }

    /// <summary>σ_E² = (A² − 1)/12: the variance of answers spread evenly over the scale.</summary>
    public static double VarianceAtRandom(int scalePoints) => ((scalePoints * scalePoints) - 1) / 12d;

    private static double? ManyItems(int items, double ratio)
    {
        var shared = items * (1 - ratio);
        var whole = shared + ratio;
        return whole == 0 ? null : shared / whole;
    }
}

/// <summary>The numbers of DOMAIN 2.4 on agreement.</summary>
public sealed record AgreementRules
{
    /// <summary>Below this rwg the spread is shown: "people experience this differently".</summary>
    public required double ShowSpreadBelow { get; init; }
}
