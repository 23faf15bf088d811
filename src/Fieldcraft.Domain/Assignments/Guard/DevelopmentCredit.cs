namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>How much a stretch is worth for development (DOMAIN 3.2): diminishing returns, offset by feedback, and nothing more.</summary>
public static class DevelopmentCredit
{
    /// <summary>Credit 0–4 for one stretch; at full support a straight line, without support a curve that flattens.</summary>
    /// <param name="stretch">0–4; between whole numbers the curve is linear.</param>
    /// <param name="supportIndex">0–100.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static decimal Credit(decimal stretch, decimal supportIndex, GuardRules rules)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stretch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stretch, GuardRules.ScaleTop);
        ArgumentOutOfRangeException.ThrowIfNegative(supportIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(supportIndex, 100);

        var share = supportIndex / 100;
        return ((1 - share) * WithoutSupport(stretch, rules.CreditWithoutSupport)) + (share * stretch);
    }

    private static decimal WithoutSupport(decimal stretch, IReadOnlyList<decimal> curve)
    {
        var below = (int)Math.Floor(stretch);
        return below == GuardRules.ScaleTop ? curve[below] : curve[below] + ((stretch - below) * (curve[below + 1] - curve[below]));
    }
}
