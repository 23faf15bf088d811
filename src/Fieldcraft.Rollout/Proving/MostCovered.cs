using System.Numerics;
using Fieldcraft.Rollout.Solving;

namespace Fieldcraft.Rollout.Proving;

/// <summary>
/// How many people can be covered at all. A session of n slots covers exactly one slot whose number n divides, its anchor; so whoever is covered passes an anchor
/// of their home, where no more may be away than its cover, and a leader, who has no more seats than their sessions can have. Where halves are allowed,
/// everybody passes two anchors of half a session. The most that flows so is no less than what any timetable covers.
/// </summary>
internal static class MostCovered
{
    public static int Of(Section section, Relaxation relaxation, IReadOnlyList<Part> parts)
    {
        var ground = section.Ground;
        var length = relaxation.Unit == 2 ? ground.Half : ground.Length;
        var anchors = (ground.Slots + length - 1) / length;
        var cover = Relaxing.CoverLeft(section);
        var people = relaxation.People.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        var homes = section.Sites.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        var leaders = relaxation.Teaching.Select((t, i) => (t.Leader, i)).ToDictionary(x => x.Leader, x => x.i);
        var (firstAnchor, firstLeader) = (1 + people.Count, 1 + people.Count + (homes.Count * anchors));
        var flow = new Flow(firstLeader + leaders.Count + 1);
        foreach (var person in people.Values)
        {
            flow.Add(0, 1 + person, relaxation.Unit);
        }

        var (comes, taught) = Links(
            parts.SelectMany(p => p.Chances.Where(c => leaders.ContainsKey(c.Leader)).Select(c => (p, c))),
            cover,
            length,
            anchors,
            people
        );
        foreach (var ((home, anchor), who) in comes.OrderBy(c => c.Key))
        {
            var node = firstAnchor + (homes[home] * anchors) + anchor;
            foreach (var person in who.Order())
            {
                flow.Add(1 + people[person], node, 1);
            }

            foreach (var leader in taught[(home, anchor)].Order())
            {
                flow.Add(node, firstLeader + leaders[leader], cover[home][anchor * length]);
            }
        }

        foreach (var teaching in relaxation.Teaching)
        {
            flow.Add(firstLeader + leaders[teaching.Leader], firstLeader + leaders.Count, teaching.MostSeats);
        }

        return flow.Most() / relaxation.Unit;
    }

    /// <summary>For each home and anchor the people who could be away then, and the leaders who could teach them.</summary>
    private static (Dictionary<(int Home, int Anchor), HashSet<int>> Comes, Dictionary<(int Home, int Anchor), HashSet<int>> Taught) Links(
        IEnumerable<(Part Part, Chance Chance)> chances,
        int[][] cover,
        int length,
        int anchors,
        Dictionary<int, int> people
    )
    {
        var (comes, taught) = (new Dictionary<(int, int), HashSet<int>>(), new Dictionary<(int, int), HashSet<int>>());
        foreach (var (part, chance) in chances)
        {
            foreach (var home in part.Rows[chance.Site])
            {
                var who = People(part, chance, home).Where(people.ContainsKey).ToList();
                foreach (var anchor in who.Count == 0 ? [] : Anchors(part, chance, cover[home.Home], length).Where(a => a < anchors))
                {
                    var key = (home.Home, anchor);
                    (comes.TryGetValue(key, out var come) ? come : comes[key] = []).UnionWith(who);
                    (taught.TryGetValue(key, out var by) ? by : taught[key] = []).Add(chance.Leader);
                }
            }
        }

        return (comes, taught);
    }

    private static List<int> People(Part part, Chance chance, Stretched home)
    {
        var people = new List<int>();
        for (var i = 0; i < home.Words; i++)
        {
            for (var bits = chance.Own[home.At + i] | chance.Others[home.At + i]; bits != 0; bits &= bits - 1)
            {
                people.Add(part.PersonAt[((home.In + i) * Part.Bits) + BitOperations.TrailingZeroCount(bits)]);
            }
        }

        return people;
    }

    /// <summary>The anchors that sessions of a chance cover, where the home lets anybody go for one.</summary>
    private static IEnumerable<int> Anchors(Part part, Chance chance, int[] cover, int length) =>
        Enumerable
            .Range(chance.From, chance.To - chance.From + 1)
            .Where(start => Ground.Fewest(cover, start, part.Length) > 0)
            .SelectMany(start => Enumerable.Range((start + length - 1) / length, part.Length / length))
            .Distinct();
}
