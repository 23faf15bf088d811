using System.Numerics;
using Fieldcraft.Rollout.Solving;

namespace Fieldcraft.Rollout.Proving;

/// <summary>People who are alike for the bound: same own leader, and within reach of the same leaders.</summary>
/// <param name="Count">How many.</param>
/// <param name="Widest">Most seats of a session any of them could be in; 0 when there is none.</param>
internal sealed record Kind(int Count, int Widest);

/// <summary>A leader with the kinds they reach and what they can hold.</summary>
/// <param name="Kinds">By number, with whether the leader is their own.</param>
internal sealed record Teaching(int Leader, IReadOnlyList<(int Kind, bool IsOwn)> Kinds, IReadOnlyList<Option> Options)
{
    public int MostSeats => Options.Select(o => o.Seats).DefaultIfEmpty(0).Max();
}

/// <summary>
/// People and leaders without rooms, hours and the floor of several sessions at once: only who reaches whom, how many seats a leader's session can have on a day,
/// and how many sessions a leader may hold. Every timetable is one of this, at the same cost or less.
/// </summary>
/// <param name="People">All of them.</param>
/// <param name="Unit">Seats that one person takes: two where halves are allowed, else one.</param>
internal sealed record Relaxation(IReadOnlyList<int> People, IReadOnlyList<Kind> Kinds, IReadOnlyList<Teaching> Teaching, int Unit);

/// <summary>Relaxes a section, and divides it where people and leaders do not reach each other.</summary>
internal sealed class Relaxing
{
    private readonly Section _section;
    private readonly Ground _ground;
    private readonly int[][] _cover;
    private readonly int _unit;
    private readonly Dictionary<int, (int Own, int All)[]> _seats;
    private readonly Dictionary<int, List<int>> _reached = [];
    private readonly Dictionary<int, int> _widest = [];

    private Relaxing(Section section, IReadOnlyList<Part> parts)
    {
        (_section, _ground, _unit) = (section, section.Ground, parts.Count);
        _cover = CoverLeft(section);
        _seats = section.Leaders.ToDictionary(l => l, _ => new (int, int)[_ground.Instance.Window.Days]);
        foreach (var part in parts)
        {
            // A seat for the whole session is worth two halves.
            var worth = part.Length == _ground.Length ? _unit : 1;
            foreach (var chance in part.Chances)
            {
                var (own, all) = Widest(part, chance, out var open);
                if (all > 0)
                {
                    ref var day = ref _seats[chance.Leader][chance.Day];
                    day = (Math.Max(day.Own, worth * own), Math.Max(day.All, worth * all));
                    Note(part, chance, open, worth * all);
                }
            }
        }
    }

    /// <param name="parts">The section with whole sessions and, where they are allowed, the same people's with halves.</param>
    public static IReadOnlyList<Relaxation> Of(Section section, IReadOnlyList<Part> parts)
    {
        var relaxing = new Relaxing(section, parts);
        return [.. relaxing.Apart().Select(relaxing.Of)];
    }

    /// <summary>The cover of each home of a section once locked sessions have taken theirs.</summary>
    public static int[][] CoverLeft(Section section)
    {
        var ground = section.Ground;
        var cover = new int[ground.Near.Length][];
        foreach (var site in section.Sites)
        {
            cover[site] = (int[])ground.Cover[site].Clone();
        }

        foreach (var session in ground.Locked.Where(s => cover[s.Site] is not null))
        {
            foreach (var person in session.People)
            {
                for (var u = session.Start; u < session.Start + session.Length; u++)
                {
                    cover[ground.PersonSite[person]][u]--;
                }
            }
        }

        return cover;
    }

    /// <summary>People who have a leader in common, directly or through others.</summary>
    private IEnumerable<List<int>> Apart()
    {
        var group = _section.Leaders.ToDictionary(l => l, l => l);
        foreach (var leaders in _reached.Values)
        {
            foreach (var leader in leaders)
            {
                group[Root(leader)] = Root(leaders[0]);
            }
        }

        return _section.People.GroupBy(p => _reached.TryGetValue(p, out var by) ? Root(by[0]) : -1).Select(g => g.ToList());

        int Root(int leader)
        {
            while (group[leader] != leader)
            {
                leader = group[leader] = group[group[leader]];
            }

            return leader;
        }
    }

    private Relaxation Of(List<int> people)
    {
        var kinds = new List<Kind>();
        var taught = new SortedDictionary<int, List<(int Kind, bool IsOwn)>>();
        foreach (var alike in people.GroupBy(KeyOf, StringComparer.Ordinal))
        {
            var first = alike.First();
            foreach (var leader in _reached.GetValueOrDefault(first) ?? [])
            {
                (taught.TryGetValue(leader, out var known) ? known : taught[leader] = []).Add((kinds.Count, _ground.IsOwn(leader, first)));
            }

            kinds.Add(new Kind(alike.Count(), alike.Max(p => _widest.GetValueOrDefault(p))));
        }

        var teaching = taught
            .Select(t => new Teaching(
                t.Key,
                t.Value,
                LeaderOptions.Of(_ground, t.Key, _seats[t.Key], _unit * t.Value.Sum(k => kinds[k.Kind].Count))
            ))
            .ToList();
        return new Relaxation(people, kinds, teaching, _unit);
    }

    private string KeyOf(int person) => string.Join(' ', [_ground.PersonLeader[person], .. _reached.GetValueOrDefault(person) ?? []]);

    /// <summary>Most own people and most people a chance could ever hold, and the homes that could let anybody go for it.</summary>
    private (int Own, int All) Widest(Part part, Chance chance, out HashSet<int> open)
    {
        var most = Math.Min(_ground.Rooms[chance.Site].DefaultIfEmpty(0).Max(), _ground.MaxSize);
        var (own, all) = (0, 0);
        open = [];
        for (var start = chance.From; start <= chance.To; start++)
        {
            var (ownHere, allHere) = (0, 0);
            foreach (var home in part.Rows[chance.Site])
            {
                var may = Ground.Fewest(_cover[home.Home], start, part.Length);
                if (may > 0)
                {
                    open.Add(home.Home);
                    var able = CountIn(chance.Own, home);
                    ownHere += Math.Min(may, able);
                    allHere += Math.Min(may, able + CountIn(chance.Others, home));
                }
            }

            (own, all) = (Math.Max(own, Math.Min(ownHere, most)), Math.Max(all, Math.Min(allHere, most)));
        }

        return (own, all);
    }

    private void Note(Part part, Chance chance, HashSet<int> open, int most)
    {
        foreach (var home in part.Rows[chance.Site].Where(h => open.Contains(h.Home)))
        {
            for (var i = 0; i < home.Words; i++)
            {
                for (var bits = chance.Own[home.At + i] | chance.Others[home.At + i]; bits != 0; bits &= bits - 1)
                {
                    var person = part.PersonAt[((home.In + i) * Part.Bits) + BitOperations.TrailingZeroCount(bits)];
                    _widest[person] = Math.Max(_widest.GetValueOrDefault(person), most);
                    Insert(_reached.TryGetValue(person, out var known) ? known : _reached[person] = [], chance.Leader);
                }
            }
        }
    }

    private static int CountIn(ulong[] bits, Stretched home)
    {
        var count = 0;
        for (var i = home.At; i < home.At + home.Words; i++)
        {
            count += BitOperations.PopCount(bits[i]);
        }

        return count;
    }

    private static void Insert(List<int> leaders, int leader)
    {
        if (leaders is [.., var last] && last == leader)
        {
            return;
        }

        var at = leaders.BinarySearch(leader);
        if (at < 0)
        {
            leaders.Insert(~at, leader);
        }
    }
}
