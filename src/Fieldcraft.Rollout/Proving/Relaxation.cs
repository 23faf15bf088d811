using Fieldcraft.Rollout.Solving;

namespace Fieldcraft.Rollout.Proving;

/// <summary>People who are alike for the bound: same own leader and language, and within reach of the same leaders.</summary>
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
/// A part without rooms, hours and the floor of several sessions at once: only who reaches whom, how many seats a leader's session can have on a day, and how
/// many sessions a leader may hold. Every timetable of the part is one of this, at the same cost or less.
/// </summary>
internal sealed class Relaxation
{
    private Relaxation(IReadOnlyList<Kind> kinds, IReadOnlyList<Teaching> teaching, int unit)
    {
        (Kinds, Teaching, Unit) = (kinds, teaching, unit);
        People = kinds.Sum(k => k.Count);
    }

    public IReadOnlyList<Kind> Kinds { get; }
    public IReadOnlyList<Teaching> Teaching { get; }
    public int People { get; }

    /// <summary>Seats that one person takes: two where halves are allowed, else one.</summary>
    public int Unit { get; }

    /// <param name="parts">The part with whole sessions and, where they are allowed, the same people's with halves.</param>
    public static Relaxation Of(Section section, IReadOnlyList<Part> parts)
    {
        var ground = section.Ground;
        var unit = parts.Count;
        var cover = CoverLeft(section);
        var seats = section.Leaders.ToDictionary(l => l, _ => new int[ground.Instance.Window.Days]);
        var reached = new Dictionary<int, List<int>>();
        var widest = new Dictionary<int, int>();
        foreach (var part in parts)
        {
            // A seat for the whole session is worth two halves.
            var worth = part.Length == ground.Length ? unit : 1;
            foreach (var chance in part.Chances)
            {
                var most = worth * Widest(part, chance, cover, out var open);
                if (most > 0)
                {
                    seats[chance.Leader][chance.Day] = Math.Max(seats[chance.Leader][chance.Day], most);
                    Note(part, chance, open, most, reached, widest);
                }
            }
        }

        return Of(section, unit, seats, reached, widest);
    }

    private static Relaxation Of(
        Section section,
        int unit,
        Dictionary<int, int[]> seats,
        Dictionary<int, List<int>> reached,
        Dictionary<int, int> widest
    )
    {
        var ground = section.Ground;
        var kinds = new List<Kind>();
        var taught = section.Leaders.ToDictionary(l => l, _ => new List<(int Kind, bool IsOwn)>());
        foreach (var alike in section.People.GroupBy(p => KeyOf(ground, p, reached), StringComparer.Ordinal))
        {
            var first = alike.First();
            foreach (var leader in reached.GetValueOrDefault(first) ?? [])
            {
                taught[leader].Add((kinds.Count, ground.IsOwn(leader, first)));
            }

            kinds.Add(new Kind(alike.Count(), alike.Max(p => widest.GetValueOrDefault(p))));
        }

        var teaching = section
            .Leaders.Where(l => taught[l].Count > 0)
            .Select(l => new Teaching(l, taught[l], LeaderOptions.Of(ground, l, seats[l], unit * taught[l].Sum(k => kinds[k.Kind].Count))))
            .ToList();
        return new Relaxation(kinds, teaching, unit);
    }

    private static string KeyOf(Ground ground, int person, Dictionary<int, List<int>> reached) =>
        string.Join(' ', [ground.PersonLeader[person], .. reached.GetValueOrDefault(person) ?? []]);

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

    /// <summary>Most people a chance could ever hold, and the homes that could let anybody go for it.</summary>
    private static int Widest(Part part, Chance chance, int[][] cover, out HashSet<int> open)
    {
        var ground = part.Ground;
        var (most, widest) = (Math.Min(ground.Rooms[chance.Site].DefaultIfEmpty(0).Max(), ground.MaxSize), 0);
        open = [];
        for (var start = chance.From; start <= chance.To; start++)
        {
            var come = 0;
            foreach (var home in part.Rows[chance.Site])
            {
                var may = Ground.Fewest(cover[home.Home], start, part.Length);
                if (may > 0)
                {
                    open.Add(home.Home);
                    var able =
                        LeaderOptions.CountIn(chance.Own, home.At, home.Words) + LeaderOptions.CountIn(chance.Others, home.At, home.Words);
                    come += Math.Min(may, able);
                }
            }

            widest = Math.Max(widest, Math.Min(come, most));
        }

        return widest;
    }

    private static void Note(
        Part part,
        Chance chance,
        HashSet<int> open,
        int most,
        Dictionary<int, List<int>> reached,
        Dictionary<int, int> widest
    )
    {
        foreach (var home in part.Rows[chance.Site].Where(h => open.Contains(h.Home)))
        {
            for (var i = 0; i < home.Words; i++)
            {
                for (var bits = chance.Own[home.At + i] | chance.Others[home.At + i]; bits != 0; bits &= bits - 1)
                {
                    var person = part.PersonAt[((home.In + i) * Part.Bits) + System.Numerics.BitOperations.TrailingZeroCount(bits)];
                    widest[person] = Math.Max(widest.GetValueOrDefault(person), most);
                    var leaders = reached.TryGetValue(person, out var known) ? known : reached[person] = [];
                    if (leaders.Count == 0 || leaders[^1] != chance.Leader)
                    {
                        Insert(leaders, chance.Leader);
                    }
                }
            }
        }
    }

    private static void Insert(List<int> leaders, int leader)
    {
        var at = leaders.BinarySearch(leader);
        if (at < 0)
        {
            leaders.Insert(~at, leader);
        }
    }
}
