namespace Fieldcraft.Domain.Insight;

/// <summary>
/// Student's t, for the interval from the raters' own spread (DOMAIN 2.4). Not used below six raters: the spread of a handful of
/// values says next to nothing, and the interval would be absurdly wide.
/// </summary>
public static class StudentT
{
    /// <summary>The half width t·s/√n of the 95 % interval of a mean from its own spread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two values.</exception>
    public static double HalfWidth(IReadOnlyCollection<double> values) =>
        Quantile975(values.Count - 1) * Math.Sqrt(Sample.Variance(values) / values.Count);

    /// <summary>The value below which 97.5 % of the distribution lie, to about nine digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No degree of freedom.</exception>
    public static double Quantile975(int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        double low = 1.9,
            high = 13;
        while (high - low > 1e-10)
        {
            var middle = (low + high) / 2;
            if (Below(middle, degreesOfFreedom) < 0.975)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>
    /// The exact finite series for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4), so that no
    /// approximation has to be believed.
    /// </summary>
    private static double Below(double t, int degreesOfFreedom)
    {
        var angle = Math.Atan(t / Math.Sqrt(degreesOfFreedom));
        var (sine, cosine) = Math.SinCos(angle);
        var isOdd = degreesOfFreedom % 2 == 1;

        double term = isOdd ? cosine : 1,
            sum = degreesOfFreedom == 1 ? 0 : term;
        for (var k = isOdd ? 3 : 2; k <= degreesOfFreedom - 2; k += 2)
        {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }
        var between = isOdd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
        return 0.5 + (between / 2);
    }
}
