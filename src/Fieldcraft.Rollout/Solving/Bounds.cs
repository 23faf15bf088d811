using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Solving;

/// <summary>What can be proven of one part: no timetable covers more people, and none is cheaper. Whole numbers throughout; nothing is rounded up that is not certain.</summary>
/// <param name="Uncovered">At least so many reachable people stay uncovered.</param>
/// <param name="Cost">No timetable of this part costs less.</param>
internal sealed record Bound(int Uncovered, long Cost);

internal static class Bounds
{
    public static Bound Of(Part part)
    {
        var people = part.PeopleCount;
        if (people == 0)
        {
            return new Bound(0, 0);
        }

        var allowances = Allowances(part);
        var largest = LargestFor(part);
        var uncovered = Math.Max(ByCover(part), people - (int)Math.Min(people, (long)allowances.Count * largest.Max()));
        return new Bound(uncovered, Cheapest(part, largest, allowances, uncovered));
    }

    /// <summary>
    /// The fewest sessions for all but <paramref name="uncovered"/> people, at the earliest days on which leaders can hold them, and what is certain of people
    /// whom no own leader can teach. Leaving one more person out saves less than it costs, so the fewest uncovered is where the bound stands.
    /// </summary>
    private static long Cheapest(Part part, int[] largest, List<int> allowances, int uncovered)
    {
        // A session of k people holds each of them for 1/k; whoever can never be in a session above K counts at least 1/K of one.
        var shares = part.Crews.SelectMany((c, i) => Enumerable.Repeat(largest[i], c.People.Count)).OrderDescending().ToList();
        var kept = shares.Take(shares.Count - uncovered).ToList();
        var sessions = SumOfInversesUp(kept);
        var days = allowances.Take(sessions).Sum(d => (long)d);
        var notOwn = part.Crews.Where(c => !HasOwn(part, c)).Sum(c => c.People.Count) - uncovered;
        return ((long)Costs.Uncovered * uncovered)
            + ((long)Costs.Session * sessions)
            + (sessions > allowances.Count ? 0 : days)
            + ((long)Costs.NotOwn * Math.Max(0, notOwn));
    }

    /// <summary>⌈Σ 1/k⌉ in exact arithmetic: counted by k, over the least common multiple.</summary>
    private static int SumOfInversesUp(List<int> sizes)
    {
        var counts = sizes.GroupBy(k => k).Select(g => (Size: g.Key, Count: g.Count())).ToList();
        Int128 multiple = 1;
        foreach (var (size, _) in counts)
        {
            multiple = multiple / Divisor(multiple, size) * size;
        }

        Int128 sum = 0;
        foreach (var (size, count) in counts)
        {
            sum += multiple / size * count;
        }

        return (int)((sum + multiple - 1) / multiple);
    }

    private static Int128 Divisor(Int128 a, Int128 b) => b == 0 ? a : Divisor(b, a % b);

    /// <summary>For each crew the largest session any of its people could be in.</summary>
    private static int[] LargestFor(Part part)
    {
        var largest = new int[part.Crews.Count];
        foreach (var chance in part.Chances)
        {
            var size = part.LargestAt(chance.Site, chance.Start);
            for (var i = 0; i < largest.Length; i++)
            {
                if (size > largest[i] && part.Reaches(chance, part.Crews[i]))
                {
                    largest[i] = size;
                }
            }
        }

        return largest;
    }

    private static bool HasOwn(Part part, Crew crew) =>
        part.Chances.Exists(c => part.Ground.IsOwn(c.Leader, crew.People[0]) && part.Reaches(c, crew));

    /// <summary>The days on which sessions could be held by all leaders together, earliest first: at most so many a day and a week for each.</summary>
    private static List<int> Allowances(Part part)
    {
        var days = new List<int>();
        var instance = part.Ground.Instance;
        foreach (var group in part.Chances.GroupBy(c => c.Leader))
        {
            var leader = instance.Leaders[group.Key];
            foreach (var week in group.Select(c => part.Ground.DayOf(c.Start)).Distinct().GroupBy(d => d / RolloutInstance.DaysAWeek))
            {
                days.AddRange(week.Order().SelectMany(d => Enumerable.Repeat(d, leader.MaxPerDay)).Take(leader.MaxPerWeek));
            }
        }

        days.Sort();
        return days;
    }

    /// <summary>
    /// How many certainly stay uncovered because of the floor: a session of n slots covers exactly one slot divisible by n, so that people flow to such slots, and
    /// each takes no more than the cover of the home there.
    /// </summary>
    private static int ByCover(Part part)
    {
        if (part.Ground.Instance.Session.SplitAllowed)
        {
            return 0;
        }

        var uncovered = 0;
        foreach (var home in part.Sites)
        {
            var crews = part.Crews.Where(c => c.Home == home).ToList();
            uncovered += crews.Sum(c => c.People.Count) - new AnchorFlow(part, home, crews).Most();
        }

        return uncovered;
    }
}

/// <summary>The most people of one home that can be let go, by augmenting paths from crews to anchor slots.</summary>
internal sealed class AnchorFlow
{
    private readonly int[][] _anchors;
    private readonly int[] _room;
    private readonly Dictionary<int, int>[] _sent;
    private readonly int[] _left;

    public AnchorFlow(Part part, int home, List<Crew> crews)
    {
        var n = part.Ground.Length;
        _room = [.. Enumerable.Range(0, (part.Ground.Slots / n) + 1).Select(a => a * n < part.Ground.Slots ? part.Ground.Cover[home][a * n] : 0)];
        _anchors =
        [
            .. crews.Select(c =>
                part.Chances.Where(ch => part.Reaches(ch, c)).Select(ch => (ch.Start + n - 1) / n).Where(a => a < _room.Length).Distinct().Order().ToArray()
            ),
        ];
        _left = [.. crews.Select(c => c.People.Count)];
        _sent = [.. crews.Select(_ => new Dictionary<int, int>())];
    }

    public int Most()
    {
        var sent = 0;
        for (var crew = 0; crew < _left.Length; crew++)
        {
            // What fits straight away goes straight away; the rest looks for others to move aside.
            foreach (var anchor in _anchors[crew])
            {
                sent += Send(crew, anchor, Math.Min(_left[crew], _room[anchor]));
            }

            while (_left[crew] > 0 && Augment(crew))
            {
                sent++;
            }
        }

        return sent;
    }

    private int Send(int crew, int anchor, int count)
    {
        if (count > 0)
        {
            _sent[crew][anchor] = _sent[crew].GetValueOrDefault(anchor) + count;
            _room[anchor] -= count;
            _left[crew] -= count;
        }

        return count;
    }

    /// <summary>One more person of a crew, others moved to other slots where that makes room.</summary>
    private bool Augment(int crew)
    {
        var cameFrom = new Dictionary<int, (int Anchor, int Crew)>();
        var seen = new HashSet<int> { crew };
        var queue = new Queue<int>();
        var reached = new Dictionary<int, int>();
        queue.Enqueue(crew);
        while (queue.TryDequeue(out var at))
        {
            foreach (var anchor in _anchors[at].Where(a => reached.TryAdd(a, at)))
            {
                if (_room[anchor] > 0)
                {
                    Shift(anchor, crew, cameFrom, reached);
                    return true;
                }

                for (var other = 0; other < _sent.Length; other++)
                {
                    if (_sent[other].GetValueOrDefault(anchor) > 0 && seen.Add(other))
                    {
                        cameFrom[other] = (anchor, at);
                        queue.Enqueue(other);
                    }
                }
            }
        }

        return false;
    }

    private void Shift(int free, int crew, Dictionary<int, (int Anchor, int Crew)> cameFrom, Dictionary<int, int> reached)
    {
        var (anchor, at) = (free, reached[free]);
        _room[free]--;
        while (true)
        {
            _sent[at][anchor] = _sent[at].GetValueOrDefault(anchor) + 1;
            if (at == crew)
            {
                _left[crew]--;
                return;
            }

            var (taken, before) = cameFrom[at];
            _sent[at][taken]--;
            (anchor, at) = (taken, before);
        }
    }
}
