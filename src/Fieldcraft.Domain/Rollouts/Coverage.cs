using Fieldcraft.Domain.Insight;

namespace Fieldcraft.Domain.Rollouts;

/// <summary>
/// How far a module has come in its window (DOMAIN 7.9). A full count: there is no interval around it, and how complete the count is stands beside it.
/// </summary>
/// <param name="Eligible">People who were there when the window opened; joiners and people on long leave are counted apart.</param>
/// <param name="Done">Distinct people among them who completed within the window.</param>
/// <param name="DaysGone">Whole days of the window that are over, 0 to <paramref name="WindowDays"/>.</param>
/// <param name="TargetShare">Share of the eligible who are to complete, for example 0.95.</param>
public sealed record Coverage(int Eligible, int Done, int DaysGone, int WindowDays, decimal TargetShare)
{
    /// <summary>Null when nobody is eligible.</summary>
    public decimal? Share => Eligible == 0 ? null : (decimal)Done / Eligible;

    public int DaysLeft => Math.Max(0, WindowDays - DaysGone);

    /// <summary>How many people the target is; a part of a person counts as one.</summary>
    public int Target => (int)decimal.Ceiling(Eligible * TargetShare);

    public bool IsReached => Done >= Target;

    /// <summary>Where a straight line from nobody to everybody stands after so many days.</summary>
    public decimal StraightLine(int day) => (decimal)Eligible * Math.Clamp(day, 0, WindowDays) / WindowDays;

    /// <summary>People a day so far; null on the first day.</summary>
    public decimal? DailySoFar => DaysGone == 0 ? null : (decimal)Done / DaysGone;

    /// <summary>People a day from now on to reach the target; nought when it is reached, null when no day is left.</summary>
    public decimal? DailyNeeded =>
        IsReached ? 0
        : DaysLeft == 0 ? null
        : (Eligible * TargetShare - Done) / DaysLeft;

    /// <summary>Where the window ends at the present pace, at most everybody; null on the first day.</summary>
    public decimal? AtThisPace => DailySoFar is { } daily ? Math.Min(Eligible, Done + (daily * DaysLeft)) : null;
}

/// <summary>How much of what should have been written down was.</summary>
/// <param name="Due">Sessions whose time is over and that were not called off.</param>
/// <param name="Logged">Those of them of which somebody has said who was there.</param>
public sealed record DataCompleteness(int Due, int Logged)
{
    public decimal? Share => Due == 0 ? null : (decimal)Logged / Due;
}

/// <summary>One group of people in the picture of a module: a site, a shift, a kind of contract.</summary>
public sealed record CoverageGroup(string Name, int Eligible, int Done);

/// <summary>A group as it is shown: its figures, or that they are withheld.</summary>
public sealed record ShownGroup(string Name, int? Eligible, int? Done, decimal? Share)
{
    public bool IsWithheld => Eligible is null;
}

public static class CoverageGroups
{
    /// <summary>Groups below that are not shown, nor named for help.</summary>
    public const int Minimum = 5;

    /// <summary>The share of sites that are named for help.</summary>
    private const int OneOf = 10;

    /// <summary>
    /// Small groups are withheld. Where the rest could be worked out from the total, which is shown beside them, the smallest other one goes along.
    /// </summary>
    public static IReadOnlyList<ShownGroup> Shown(IReadOnlyList<CoverageGroup> groups)
    {
        var shown = NestedGroups.ShownBesideTotal(groups, g => g.Eligible, g => g.Name, Minimum);
        return
        [
            .. groups
                .Where(g => g.Eligible > 0)
                .Select(g =>
                    shown.Contains(g)
                        ? new ShownGroup(g.Name, g.Eligible, g.Done, (decimal)g.Done / g.Eligible)
                        : new ShownGroup(g.Name, null, null, null)
                ),
        ];
    }

    /// <summary>
    /// The lowest tenth, at least one where there are sites to compare: named so that somebody helps, in the order of the alphabet, never as a ranking.
    /// Nobody needs help who has reached the target.
    /// </summary>
    public static IReadOnlyList<CoverageGroup> NeedHelp(IReadOnlyList<CoverageGroup> sites, decimal targetShare)
    {
        var known = sites.Where(s => s.Eligible >= Minimum).ToList();
        var count = known.Count <= 1 ? 0 : Math.Max(1, known.Count / OneOf);
        return
        [
            .. known
                .OrderBy(s => (decimal)s.Done / s.Eligible)
                .ThenBy(s => s.Name, StringComparer.Ordinal)
                .Take(count)
                .Where(s => s.Done < s.Eligible * targetShare)
                .OrderBy(s => s.Name, StringComparer.Ordinal),
        ];
    }
}
