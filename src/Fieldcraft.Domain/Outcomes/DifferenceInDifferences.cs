using Fieldcraft.Domain.Insight;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>A group of sites before and after the first of them began.</summary>
public sealed record BeforeAndAfter(Moments Before, Moments After);

/// <summary>How much further one group moved than another.</summary>
/// <param name="Early">The change of those that began early.</param>
/// <param name="Late">The change of those that had not begun yet, in the same weeks.</param>
/// <param name="Value">Early minus late.</param>
/// <param name="Interval">Null where a group has no spread to go by.</param>
public sealed record DifferenceResult(OutcomeChange Early, OutcomeChange Late, double Value, double StandardError, Interval? Interval)
{
    public bool IsClear => Interval is { } range && !range.Contains(0);
}

/// <summary>
/// The staggered start as a comparison (DOMAIN 7.10): what happened everywhere in the same weeks, season, price or weather, is in both changes and drops
/// out. It holds if the later sites would have moved like the early ones without the programme, and if nothing else came to one group alone.
/// </summary>
public static class DifferenceInDifferences
{
    /// <summary>Counted by answers: (A₂ − A₁) − (B₂ − B₁), SE = √ΣSE² of four independent samples. Null where one of the four is empty.</summary>
    public static DifferenceResult? ByAnswers(Yardstick yardstick, BeforeAndAfter early, BeforeAndAfter late)
    {
        if (yardstick.Change(early.Before, early.After) is not { } first || yardstick.Change(late.Before, late.After) is not { } second)
        {
            return null;
        }

        var value = first.Value - second.Value;
        var error = Math.Sqrt((first.StandardError * first.StandardError) + (second.StandardError * second.StandardError));
        var isKnown = first.Interval is not null && second.Interval is not null;
        return new DifferenceResult(first, second, value, error, isKnown ? Interval.Around(value, Normal.Z95 * error) : null);
    }

    /// <summary>
    /// Counted by sites: each site's own change is one value, so that differences between sites are in the interval. Welch's t with its degrees
    /// of freedom, rounded down. Null where a group has fewer than two sites or no spread.
    /// </summary>
    public static Interval? BySites(IReadOnlyCollection<double> early, IReadOnlyCollection<double> late)
    {
        if (early.Count < 2 || late.Count < 2)
        {
            return null;
        }

        var (a, b) = (Sample.Variance(early) / early.Count, Sample.Variance(late) / late.Count);
        if (a + b == 0)
        {
            return null;
        }

        var freedom = (a + b) * (a + b) / ((a * a / (early.Count - 1)) + (b * b / (late.Count - 1)));
        var value = Sample.Mean(early) - Sample.Mean(late);
        return Interval.Around(value, StudentT.Quantile975(Math.Max(1, (int)freedom)) * Math.Sqrt(a + b));
    }
}
