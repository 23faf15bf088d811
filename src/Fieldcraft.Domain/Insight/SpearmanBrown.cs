namespace Fieldcraft.Domain.Insight;

/// <summary>What several raters are worth when one is worth r (DOMAIN 12.7, 2.3).</summary>
public static class SpearmanBrown
{
    /// <summary>The reliability of the mean of k raters: k·r/(1+(k−1)r).</summary>
    /// <param name="single">r of one rater, above 0 and below 1.</param>
    /// <param name="raters">k, at least 1.</param>
    public static decimal Reliability(decimal single, int raters)
    {
        RefuseUnlessShare(single, nameof(single));
        ArgumentOutOfRangeException.ThrowIfLessThan(raters, 1);
        return raters * single / (1 + ((raters - 1) * single));
    }

    /// <summary>
    /// How many raters are needed for a reliability: R(1−r)/(r(1−R)), rounded up. In decimals, because the exact answer is
    /// often a whole number, which binary fractions would push up by one.
    /// </summary>
    public static int RatersNeeded(decimal single, decimal wanted)
    {
        RefuseUnlessShare(single, nameof(single));
        RefuseUnlessShare(wanted, nameof(wanted));
        return (int)Math.Max(1, Math.Ceiling(wanted * (1 - single) / (single * (1 - wanted))));
    }

    private static void RefuseUnlessShare(decimal value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, 1, name);
    }
}
