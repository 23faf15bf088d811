using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Insight;

/// <summary>So many of so many.</summary>
/// <param name="Successes">0 to <paramref name="Count"/>.</param>
/// <param name="Count">n, at least 1.</param>
public sealed record ProportionInput(int Successes, int Count)
{
    /// <summary>Everything wrong with the input; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [.. InputProblems.Outside("n", Count, 1, int.MaxValue), .. InputProblems.Outside("successes", Successes, 0, Math.Max(0, Count))];
}

/// <summary>Intervals for a proportion (DOMAIN 12.5). Not for coverage, which is a full count (DOMAIN 0.2).</summary>
public static class Proportion
{
    /// <summary>The 95 % Wilson interval, in shares 0–1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="ProportionInput.Problems"/> is not empty.</exception>
    public static Interval Wilson(ProportionInput input)
    {
        InputProblems.Refuse(input.Problems(), nameof(input));
        const double z = Normal.Z95;
        double n = input.Count,
            p = input.Successes / n;
        var scale = 1 + (z * z / n);
        var centre = (p + (z * z / (2 * n))) / scale;
        var half = z / scale * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n)));
        // At 0 of n and n of n the ends are 0 and 1 exactly; rounding must not leave a trace of less or more.
        return new Interval(
            input.Successes == 0 ? 0 : Math.Max(0, centre - half),
            input.Successes == input.Count ? 1 : Math.Min(1, centre + half)
        );
    }

    /// <summary>The simple interval p ± z·√(p(1−p)/n); kept only to show why it is not used (DOMAIN 12.9).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="ProportionInput.Problems"/> is not empty.</exception>
    public static Interval Simple(ProportionInput input)
    {
        InputProblems.Refuse(input.Problems(), nameof(input));
        double n = input.Count,
            p = input.Successes / n;
        return Interval.Around(p, Normal.Z95 * Math.Sqrt(p * (1 - p) / n));
    }
}
