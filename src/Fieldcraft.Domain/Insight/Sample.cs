namespace Fieldcraft.Domain.Insight;

/// <summary>Plain descriptions of a list of numbers.</summary>
public static class Sample
{
    /// <summary>The mean of at least one value.</summary>
    public static double Mean(IReadOnlyCollection<double> values) => values.Average();

    /// <summary>The sample variance (divided by n − 1) of at least two values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two values.</exception>
    public static double Variance(IReadOnlyCollection<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Count, 2, nameof(values));
        var mean = Mean(values);
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }

    /// <summary>The average distance from the mean (DOMAIN 12.4).</summary>
    public static double AverageDeviation(IReadOnlyCollection<double> values)
    {
        var mean = Mean(values);
        return values.Average(value => Math.Abs(value - mean));
    }
}
