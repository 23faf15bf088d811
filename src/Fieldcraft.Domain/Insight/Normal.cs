namespace Fieldcraft.Domain.Insight;

/// <summary>The quantiles the calculators use. Conventions of the field, not settings.</summary>
public static class Normal
{
    /// <summary>Two-sided 95 %, as DOMAIN 12.5 gives it.</summary>
    public const double Z95 = 1.959964;

    /// <summary>Two-sided 95 %, as the formulas of DOMAIN 2.4 and 8.8 print it; they are computed as printed.</summary>
    public const double Z95AsPrinted = 1.96;

    /// <summary>80 % power, one-sided.</summary>
    public const double Z80 = 0.841621;
}

/// <summary>A range of plausible values, both ends included.</summary>
public sealed record Interval(double Lower, double Upper)
{
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>The interval of this half width around a centre.</summary>
    public static Interval Around(double centre, double halfWidth) => new(centre - halfWidth, centre + halfWidth);

    /// <summary>The same interval, not leaving the scale.</summary>
    public Interval Clip(double least, double most) => new(Math.Clamp(Lower, least, most), Math.Clamp(Upper, least, most));
}
