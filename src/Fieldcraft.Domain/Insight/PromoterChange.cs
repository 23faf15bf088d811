using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Insight;

/// <summary>How far a net promoter score moved between two independent sets of answers.</summary>
/// <param name="Points">After minus before.</param>
/// <param name="StandardError">√(SE1² + SE2²), in points.</param>
/// <param name="Interval">± z·SE, clipped at ±200; null when one of the two is degenerate.</param>
/// <param name="IsClear">True when the interval excludes 0. Whether a programme did it cannot be said from this.</param>
/// <param name="IsDegenerate">True when all answers of one period are of one kind: nothing clear is claimed then.</param>
/// <param name="AnswersNeeded">Answers in each period to see a change of this size; null for no change.</param>
public sealed record PromoterChangeResult(
    double Points,
    double StandardError,
    Interval? Interval,
    bool IsClear,
    bool IsDegenerate,
    long? AnswersNeeded
);

/// <summary>Movement of a net promoter score (DOMAIN 7.10, 12.6).</summary>
public static class PromoterChange
{
    /// <summary>Compares two periods.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The counts have problems.</exception>
    public static PromoterChangeResult Compare(PromoterCounts before, PromoterCounts after)
    {
        InputProblems.Refuse([.. before.Problems("before."), .. after.Problems("after.")], nameof(before));

        var (first, second) = (NetPromoterScore.Measure(before), NetPromoterScore.Measure(after));
        var change = second.Points - first.Points;
        var error = Math.Sqrt((first.StandardError * first.StandardError) + (second.StandardError * second.StandardError));
        var degenerate = first.IsDegenerate || second.IsDegenerate;
        var interval = degenerate ? null : Interval.Around(change, Normal.Z95 * error).Clip(-200, 200);
        double n = before.Answers;
        return new PromoterChangeResult(
            change,
            error,
            interval,
            interval is { } range && !range.Contains(0),
            degenerate,
            change == 0 || first.IsDegenerate ? null : AnswersNeeded(before.Promoters / n, before.Detractors / n, change)
        );
    }

    /// <summary>
    /// Answers needed in each of two periods to see a change with 80 % power at two-sided 5 %: 2v·(z₉₅ + z₈₀)²/(Δ/100)², rounded
    /// up. With the exact quantiles: the printed 1.96 and 0.8416 would give one more in one of the worked numbers.
    /// </summary>
    /// <param name="promoters">p, 0–1.</param>
    /// <param name="detractors">d, 0–1, with p at most 1.</param>
    /// <param name="change">Δ in points, not 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static long AnswersNeeded(double promoters, double detractors, double change)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(promoters);
        ArgumentOutOfRangeException.ThrowIfNegative(detractors);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(promoters + detractors, 1 + 1e-9, nameof(promoters));
        ArgumentOutOfRangeException.ThrowIfZero(change);
        var needed =
            2 * NetPromoterScore.Variance(promoters, detractors) * Math.Pow(Normal.Z95 + Normal.Z80, 2) / Math.Pow(change / 100, 2);
        return (long)Math.Ceiling(needed);
    }
}
