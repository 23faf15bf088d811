using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Solving;

/// <summary>Sites that join, directly or through others: planned by themselves, on a core of their own.</summary>
/// <param name="People">Reachable people to be planned from the start.</param>
/// <param name="Unreachable">People whom no session could hold even alone.</param>
/// <param name="HalfDone">Reachable people with one half that is locked.</param>
/// <param name="Kept">Sessions of the timetable before that people could keep.</param>
internal sealed record Section(
    Ground Ground,
    int Number,
    int[] Sites,
    IReadOnlyList<int> Leaders,
    IReadOnlyList<int> People,
    IReadOnlyList<int> Unreachable,
    IReadOnlyList<int> HalfDone,
    IReadOnlyList<Fixed> Kept
);

/// <summary>Divides an instance into what can be planned apart.</summary>
internal static class Division
{
    public static List<Section> Of(Ground ground, IReadOnlyList<Fixed> kept)
    {
        var parts = PartsOf(ground);
        var partOf = new int[ground.Near.Length];
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var site in parts[i])
            {
                partOf[site] = i;
            }
        }

        var leaders = Enumerable.Range(0, ground.LeaderSite.Length).ToLookup(l => partOf[ground.LeaderSite[l]]);
        var people = Enumerable.Range(0, ground.PersonSite.Length).ToLookup(p => partOf[ground.PersonSite[p]]);
        var keptIn = kept.ToLookup(s => partOf[s.Site]);
        var locked = ground.Locked.SelectMany(s => s.People).ToHashSet();
        var covered = Account.Covered(ground.Locked);
        return
        [
            .. parts
                .AsParallel()
                .AsOrdered()
                .Select(
                    (sites, i) =>
                    {
                        var reach = new Reach(ground);
                        var open = people[i].Where(p => !ground.Done[p] && !covered.Contains(p)).ToLookup(reach.Reaches);
                        var reachable = open[true].ToLookup(locked.Contains);
                        return new Section(
                            ground,
                            i,
                            sites,
                            [.. leaders[i]],
                            [.. reachable[false]],
                            [.. open[false]],
                            [.. reachable[true]],
                            [.. keptIn[i]]
                        );
                    }
                ),
        ];
    }

    private static List<int[]> PartsOf(Ground ground)
    {
        var parts = new List<int[]>();
        var seen = new HashSet<int>();
        for (var first = 0; first < ground.Near.Length; first++)
        {
            if (seen.Add(first))
            {
                var part = new List<int> { first };
                for (var i = 0; i < part.Count; i++)
                {
                    part.AddRange(ground.Near[part[i]].Where(seen.Add));
                }

                parts.Add([.. part.Order()]);
            }
        }

        return parts;
    }
}
