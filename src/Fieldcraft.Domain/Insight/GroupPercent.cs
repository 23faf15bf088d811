namespace Fieldcraft.Domain.Insight;

/// <summary>How exactly a share of a group is said: a rounding of its own keeps small differences from being read out of it (DOMAIN 9.4).</summary>
public static class GroupPercent
{
    /// <summary>From this many people on a share is exact to the point; below it, to five points.</summary>
    public const int FineFrom = 30;

    private const double Coarse = 5;

    /// <param name="share">0–1.</param>
    /// <returns>In per cent, half away from zero.</returns>
    public static double Of(double share, int people) =>
        people >= FineFrom
            ? Math.Round(100 * share, MidpointRounding.AwayFromZero)
            : Coarse * Math.Round(100 * share / Coarse, MidpointRounding.AwayFromZero);
}
