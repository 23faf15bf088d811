using Fieldcraft.Rollout.Solving;

namespace Fieldcraft.Rollout.Proving;

/// <summary>What is proven of one section.</summary>
/// <param name="Uncovered">At least so many reachable people stay uncovered.</param>
/// <param name="Cost">No timetable of the section costs less, locked sessions apart.</param>
internal sealed record Bound(int Uncovered, long Cost)
{
    private const int Rounds = 600;

    /// <param name="whole">The part with whole sessions that was searched.</param>
    /// <param name="sessions">Of the timetable that was found.</param>
    /// <param name="uncovered">Reachable people whom it leaves out; those with a locked half apart.</param>
    public static Bound Of(Section section, Part whole, IReadOnlyList<Fixed> sessions, HashSet<int> uncovered, bool isHurried)
    {
        var ground = section.Ground;
        if (section.People.Count == 0)
        {
            return new Bound(0, 0);
        }

        var part = whole.PeopleCount == section.People.Count ? whole : PartOf(section, ground.Length);
        IReadOnlyList<Part> parts = ground.Half > 0 ? [part, PartOf(section, ground.Half)] : [part];
        var (least, proven) = (0, 0L);
        foreach (var relaxation in Relaxing.Of(section, parts))
        {
            var left = relaxation.People.Count(uncovered.Contains);
            var gone = left == 0 ? 0 : relaxation.People.Count - MostCovered.Of(section, relaxation, parts);
            least += gone;
            var leaders = relaxation.Teaching.Select(t => t.Leader).ToHashSet();
            var known = CostOf(ground, [.. sessions.Where(s => leaders.Contains(s.Leader))]) + ((long)Costs.Uncovered * left);
            proven += Math.Max(0, new Prices(relaxation, gone).Bound(known, isHurried ? Rounds / 10 : Rounds));
        }

        return new Bound(least, proven);
    }

    /// <summary>What sessions cost, for the prices to aim at; nothing proven hangs on it.</summary>
    private static long CostOf(Ground ground, IReadOnlyList<Fixed> sessions) =>
        sessions.Sum(s => (long)Costs.Session + ground.DayOf(s.Start) + (Costs.NotOwn * s.People.Count(p => !ground.IsOwn(s.Leader, p))));

    private static Part PartOf(Section section, int length) => new(section.Ground, section.Sites, section.People, section.Leaders, length);
}
