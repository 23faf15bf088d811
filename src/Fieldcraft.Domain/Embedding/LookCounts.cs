using Fieldcraft.Domain.Insight;

namespace Fieldcraft.Domain.Embedding;

/// <summary>What the teams of one site said at one look, as they said it themselves.</summary>
/// <param name="Teams">Teams that were asked.</param>
/// <param name="Asked">Team actions asked about; a team may have several.</param>
public sealed record LookCount(string Site, int Teams, int Asked, int Done, int Changed, int Dropped)
{
    public int Answered => Done + Changed + Dropped;

    public int Unanswered => Asked - Answered;
}

/// <summary>A site as it is shown: its counts, or that they are withheld.</summary>
public sealed record ShownLookCount(string Site, LookCount? Figures);

public static class LookCounts
{
    /// <summary>Fewer teams than that are not shown (DOMAIN 15.5).</summary>
    public const int Minimum = 5;

    public static LookCount Total(IReadOnlyList<LookCount> sites) =>
        new(
            "",
            sites.Sum(s => s.Teams),
            sites.Sum(s => s.Asked),
            sites.Sum(s => s.Done),
            sites.Sum(s => s.Changed),
            sites.Sum(s => s.Dropped)
        );

    /// <summary>
    /// Sites with few teams are withheld. Where the rest could be worked out from the total beside them, the smallest other sites go along until what is
    /// hidden is large enough; where all together are few, nothing is shown, the total neither.
    /// </summary>
    public static (IReadOnlyList<ShownLookCount> Sites, LookCount? Total) Shown(IReadOnlyList<LookCount> sites)
    {
        var asked = sites.Where(s => s.Teams > 0).ToList();
        var shown = NestedGroups.ShownBesideTotal(asked, s => s.Teams, s => s.Site, Minimum);
        var total = Total(asked);
        return ([.. asked.Select(s => new ShownLookCount(s.Site, shown.Contains(s) ? s : null))], total.Teams < Minimum ? null : total);
    }
}
