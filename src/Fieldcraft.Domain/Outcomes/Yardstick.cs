using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>Where a measure stands, and how far the truth may lie from it.</summary>
/// <param name="N">Answers, cases or weeks: always told.</param>
/// <param name="Value">As counted, in the unit of the measure.</param>
/// <param name="Interval">95 %; for promoters the adjusted Wald, for a share Wilson. Null when a single value says nothing of the spread.</param>
public sealed record OutcomeLevel(long N, double Value, Interval? Interval);

/// <summary>How far a measure moved from one time to another.</summary>
/// <param name="Interval">± z·SE; null when one of the two times has no spread to go by.</param>
public sealed record OutcomeChange(double Value, double StandardError, Interval? Interval)
{
    /// <summary>The interval leaves 0 out. What did it cannot be said from this.</summary>
    public bool IsClear => Interval is { } range && !range.Contains(0);
}

/// <summary>How the values of a measure are told and compared (DOMAIN 7.10).</summary>
/// <param name="Per">A share is told for so many.</param>
public sealed record Yardstick(MeasureKind Kind, int Per)
{
    private const int TableEndsAt = 200;

    /// <summary>From the mean of single values to the unit: points are hundredths, a share is for so many.</summary>
    public double Factor =>
        Kind switch
        {
            MeasureKind.Promoters => 100,
            MeasureKind.Share => Per,
            _ => 1,
        };

    private bool IsOfSpread => Kind is MeasureKind.Mean or MeasureKind.Count;

    /// <summary>Null where there is nothing.</summary>
    public OutcomeLevel? Level(Moments figures) =>
        figures.N == 0 ? null : new OutcomeLevel(figures.N, Factor * figures.Mean, IntervalOf(figures));

    /// <summary>After minus before. Null where one of the two has nothing.</summary>
    public OutcomeChange? Change(Moments before, Moments after)
    {
        if (before.N == 0 || after.N == 0)
        {
            return null;
        }

        var value = Factor * (after.Mean - before.Mean);
        if (!HasSpread(before) || !HasSpread(after))
        {
            return new OutcomeChange(value, 0, null);
        }

        var error = Math.Sqrt(SquaredError(before) + SquaredError(after));
        return new OutcomeChange(value, error, Interval.Around(value, Normal.Z95 * error));
    }

    /// <summary>Values needed at each of two times to see a change with 80 % power at two-sided 5 %: 2v·(z₉₅ + z₈₀)²/Δ²; null without a spread.</summary>
    /// <param name="change">In the unit of the measure, not 0.</param>
    public long? Needed(Moments baseline, double change)
    {
        ArgumentOutOfRangeException.ThrowIfZero(change);
        if (baseline.N == 0 || !HasSpread(baseline))
        {
            return null;
        }

        return (long)Math.Ceiling(2 * baseline.Variance * Math.Pow(Normal.Z95 + Normal.Z80, 2) / Math.Pow(change / Factor, 2));
    }

    /// <summary>The changes for which the sample needed is told: 2, 5 and 10 points; for own measures a twentieth, a tenth and a fifth of where they stand.</summary>
    public IReadOnlyList<double> ChangesToSee(Moments baseline) =>
        Kind == MeasureKind.Promoters ? [2, 5, 10]
        : baseline.N == 0 || baseline.Mean == 0 ? []
        : [.. new[] { 0.05, 0.10, 0.20 }.Select(part => part * Factor * Math.Abs(baseline.Mean))];

    /// <summary>The square of the standard error, in the unit of the measure.</summary>
    internal double SquaredError(Moments figures) => Factor * Factor * (IsOfSpread ? figures.SampleVariance : figures.Variance) / figures.N;

    internal bool HasSpread(Moments figures) =>
        Kind switch
        {
            // From the counts: a variance of binary fractions may miss nought by a hair.
            MeasureKind.Promoters => figures.Squares > 0 && Math.Abs(figures.Sum) < figures.N,
            MeasureKind.Share => figures.Sum > 0 && figures.Sum < figures.N,
            _ => figures.N >= 2 && figures.Variance > 0,
        };

    private Interval? IntervalOf(Moments figures) =>
        Kind switch
        {
            MeasureKind.Promoters => NetPromoterScore.Measure(figures.Promoters).Adjusted,
            MeasureKind.Share => Proportion.Wilson(new ProportionInput((int)figures.Sum, (int)figures.N)) is var share
                ? new Interval(Per * share.Lower, Per * share.Upper)
                : null,
            _ => HasSpread(figures) ? Interval.Around(figures.Mean, Quantile(figures.N - 1) * Math.Sqrt(SquaredError(figures))) : null,
        };

    private static double Quantile(long degreesOfFreedom) =>
        degreesOfFreedom > TableEndsAt ? Normal.Z95 : StudentT.Quantile975((int)degreesOfFreedom);
}
