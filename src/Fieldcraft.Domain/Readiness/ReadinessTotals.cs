namespace Fieldcraft.Domain.Readiness;

/// <summary>One leader's state without the leader.</summary>
public readonly record struct ReadinessMark(bool Previewed, bool Practised, bool PlannerDone, bool Cleared);

/// <summary>How many of so many leaders are how far (DOMAIN 7.9).</summary>
public sealed record ReadinessCount(int Leaders, int Previewed, int Practised, int PlannerDone, int Cleared)
{
    /// <summary>Counts of private things that executives see begin at ten (DOMAIN 15.5).</summary>
    public const int LeadersAtLeast = 10;

    /// <summary>Counts by site begin at five leaders.</summary>
    public const int LeadersOfSiteAtLeast = 5;

    /// <summary>What should be reached before the first session (DOMAIN 7.4).</summary>
    public const double Wanted = 0.95;

    public static ReadinessCount Of(IReadOnlyCollection<ReadinessMark> marks) =>
        new(
            marks.Count,
            marks.Count(m => m.Previewed),
            marks.Count(m => m.Practised),
            marks.Count(m => m.PlannerDone),
            marks.Count(m => m.Cleared)
        );

    /// <summary>Null below <paramref name="atLeast"/>: the figure is withheld.</summary>
    public static ReadinessCount? Of(IReadOnlyCollection<ReadinessMark> marks, int atLeast) => marks.Count < atLeast ? null : Of(marks);
}

/// <summary>Sites that are counted together: one with enough leaders, or several that are too small alone.</summary>
/// <param name="Sites">In the order they came.</param>
public sealed record SiteCount<TSite>(IReadOnlyList<TSite> Sites, ReadinessCount Count);

public static class SiteCounts
{
    /// <summary>
    /// Sites of five leaders or more stand alone; smaller ones are counted together, so that nothing can be found by subtracting. Where even those
    /// together are fewer than five, the smallest of the others joins them. Empty where all of them are fewer than five.
    /// </summary>
    public static IReadOnlyList<SiteCount<TSite>> Of<TSite>(IReadOnlyList<(TSite Site, IReadOnlyList<ReadinessMark> Marks)> sites)
    {
        var alone = sites.Where(s => s.Marks.Count >= ReadinessCount.LeadersOfSiteAtLeast).ToList();
        var together = sites.Where(s => s.Marks.Count is > 0 and < ReadinessCount.LeadersOfSiteAtLeast).ToList();
        if (together.Count > 0 && together.Sum(s => s.Marks.Count) < ReadinessCount.LeadersOfSiteAtLeast)
        {
            if (alone.Count == 0)
            {
                return [];
            }

            var smallest = alone.MinBy(s => s.Marks.Count);
            alone.Remove(smallest);
            together.Add(smallest);
        }

        var counts = alone.Select(s => new SiteCount<TSite>([s.Site], ReadinessCount.Of(s.Marks))).ToList();
        if (together.Count > 0)
        {
            counts.Add(new SiteCount<TSite>([.. together.Select(s => s.Site)], ReadinessCount.Of([.. together.SelectMany(s => s.Marks)])));
        }

        return counts;
    }
}
