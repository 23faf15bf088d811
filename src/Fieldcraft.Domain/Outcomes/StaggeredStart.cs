using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>When a site held its first session; null while it has held none.</summary>
public sealed record SiteBeginning(UnitId Site, DateOnly? Day)
{
    public DateOnly? Week => Day is { } day ? FigureWeek.Of(day) : null;
}

/// <summary>A run of weeks, both ends included, by their Mondays.</summary>
public sealed record Weeks(DateOnly First, DateOnly Last)
{
    public int Count => ((Last.DayNumber - First.DayNumber) / 7) + 1;

    public bool Contains(DateOnly week) => First <= week && week <= Last;
}

/// <summary>
/// Sites that had begun, sites that had not, and the weeks in which that was so: the widest gap between two starts that leaves enough sites on both sides.
/// Weeks in which early sites began one after another are left out.
/// </summary>
public sealed record StaggeredStart(IReadOnlySet<UnitId> Early, IReadOnlySet<UnitId> Late, Weeks Before, Weeks After)
{
    /// <summary>Fewer sites on a side say more about the sites than about the programme.</summary>
    public const int SitesAtLeast = 3;
    public const int WeeksAtLeast = 4;
    public const int WeeksAtMost = 13;

    /// <summary>Null where there is no such gap.</summary>
    /// <param name="last">The Monday of the last week of which there are figures.</param>
    public static StaggeredStart? Find(IReadOnlyCollection<SiteBeginning> sites, DateOnly last)
    {
        var ordered = sites.OrderBy(s => s.Week ?? DateOnly.MaxValue).ThenBy(s => s.Site).ToList();
        (int At, int Width)? widest = null;
        for (var at = SitesAtLeast; at <= ordered.Count - SitesAtLeast; at++)
        {
            if (
                ordered[at - 1].Week is { } began
                && Width(began, ordered[at].Week, last) is var width
                && width > (widest?.Width ?? WeeksAtLeast - 1)
            )
            {
                widest = (at, width);
            }
        }

        if (widest is not var (cut, weeks))
        {
            return null;
        }

        var length = Math.Min(weeks, WeeksAtMost);
        var (first, lastBegan) = (ordered[0].Week!.Value, ordered[cut - 1].Week!.Value);
        return new StaggeredStart(
            ordered.Take(cut).Select(s => s.Site).ToHashSet(),
            ordered.Skip(cut).Select(s => s.Site).ToHashSet(),
            new Weeks(first.AddDays(-7 * length), first.AddDays(-7)),
            new Weeks(lastBegan.AddDays(7), lastBegan.AddDays(7 * length))
        );
    }

    /// <summary>Whole weeks after one start and before the next, as far as there are figures.</summary>
    private static int Width(DateOnly began, DateOnly? next, DateOnly last)
    {
        var end = next is { } week && week <= last ? week.AddDays(-7) : last;
        return (end.DayNumber - began.DayNumber) / 7;
    }
}
