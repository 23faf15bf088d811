namespace Fieldcraft.Rollout.Solving;

/// <summary>A home near a site, and where its people's bits lie: in the site's rows from <paramref name="At"/>, in the part's from <paramref name="In"/>.</summary>
internal readonly record struct Stretched(int Home, int At, int In, int Words);

/// <summary>
/// A leader at a site over starts one after another on one day at which the same people could come. Whether it is of use depends on who is still to be covered.
/// </summary>
/// <param name="From">The first start, in slots.</param>
/// <param name="To">The last start.</param>
/// <param name="Own">People for whom the leader counts as own, by bits of the site's row.</param>
/// <param name="Others">Everybody else who could come.</param>
/// <param name="Room">The one room it may be held in; -1 for any.</param>
/// <param name="Only">Who is asked, by bits of the part; null asks all.</param>
internal sealed record Chance(
    int Leader,
    int Site,
    int Day,
    int From,
    int To,
    ulong[] Own,
    ulong[] Others,
    int Room = -1,
    ulong[]? Only = null
);

/// <summary>
/// Sites that join, with their leaders and people: independent of every other part. Only people who are still to be planned are in it. They are numbered by
/// home, the fewest starts first, each home from a new word on, so that sets of them are a few machine words.
/// </summary>
internal sealed class Part
{
    public const int Bits = 64;
    private readonly ulong[][] _shifts;

    /// <param name="length">Slots of a session.</param>
    public Part(Ground ground, int[] sites, IReadOnlyList<int> people, IReadOnlyList<int> leaders, int length)
    {
        Ground = ground;
        Sites = sites;
        Leaders = [.. leaders];
        Length = length;
        PeopleCount = people.Count;
        var offsets = new (int In, int Words)[ground.Near.Length];
        PersonAt = Numbered(people, offsets);
        HomeAt = [.. PersonAt.Select(p => p < 0 ? -1 : ground.PersonSite[p])];
        Rows = new Stretched[ground.Near.Length][];
        Width = new int[ground.Near.Length];
        _shifts = new ulong[ground.Near.Length][];
        foreach (var site in sites)
        {
            Rows[site] = RowOf(site, offsets);
            Width[site] = Rows[site].Sum(h => h.Words);
            _shifts[site] = ShiftsOf(offsets[site]);
        }

        Chances = [.. leaders.SelectMany(l => ground.Near[ground.LeaderSite[l]].SelectMany(s => ChancesOf(l, s)))];
    }

    public Ground Ground { get; }
    public int[] Sites { get; }
    public int[] Leaders { get; }

    /// <summary>Slots of a session.</summary>
    public int Length { get; }
    public int PeopleCount { get; }

    /// <summary>The person behind each number; -1 where a home's last word is not full.</summary>
    public int[] PersonAt { get; }

    /// <summary>The home site behind each number.</summary>
    public int[] HomeAt { get; }

    /// <summary>Words of a set of all people of the part.</summary>
    public int Words => PersonAt.Length / Bits;

    /// <summary>For each site the homes near it.</summary>
    public Stretched[][] Rows { get; }

    /// <summary>For each site the words of a set of the people near it.</summary>
    public int[] Width { get; }
    public Chance[] Chances { get; }

    /// <summary>A number's place in the row of a site near its home, in bits.</summary>
    public int PlaceIn(int site, int number)
    {
        foreach (var home in Rows[site])
        {
            if (home.Home == HomeAt[number])
            {
                return number - ((home.In - home.At) * Bits);
            }
        }

        return -1;
    }

    private int[] Numbered(IReadOnlyList<int> people, (int In, int Words)[] offsets)
    {
        var numbered = new List<int>();
        foreach (var home in people.GroupBy(p => Ground.PersonSite[p]).OrderBy(g => g.Key))
        {
            var inOrder = home.OrderBy(p => Ground.Starts(p, Length).Sum(s => s.Last - s.First + 1)).ThenBy(p => p).ToList();
            offsets[home.Key] = (numbered.Count / Bits, (inOrder.Count + Bits - 1) / Bits);
            numbered.AddRange(inOrder);
            numbered.AddRange(Enumerable.Repeat(-1, (Bits - (numbered.Count % Bits)) % Bits));
        }

        return [.. numbered];
    }

    private Stretched[] RowOf(int site, (int In, int Words)[] offsets)
    {
        var (row, at) = (new List<Stretched>(), 0);
        foreach (var home in Ground.Near[site].Where(h => offsets[h].Words > 0))
        {
            row.Add(new Stretched(home, at, offsets[home].In, offsets[home].Words));
            at += offsets[home].Words;
        }

        return [.. row];
    }

    /// <summary>For each start who of a home could be away for a session.</summary>
    private ulong[] ShiftsOf((int In, int Words) home)
    {
        var shifts = new ulong[(Ground.Slots + 1) * home.Words];
        for (var i = 0; i < home.Words * Bits; i++)
        {
            if (PersonAt[(home.In * Bits) + i] is var person and >= 0)
            {
                foreach (var (first, last) in Ground.Starts(person, Length))
                {
                    for (var t = first; t <= last; t++)
                    {
                        shifts[(t * home.Words) + (i / Bits)] |= 1UL << (i % Bits);
                    }
                }
            }
        }

        return shifts;
    }

    private List<Chance> ChancesOf(int leader, int site)
    {
        var chances = new List<Chance>();
        var rules = Ground.Instance.Leaders[leader];
        if (rules.MaxPerDay < 1 || rules.MaxPerWeek < 1 || !Ground.Rooms[site].Any(c => c > 0) || Width[site] == 0)
        {
            return chances;
        }

        var (own, others) = Taught(leader, site);
        for (var t = Ground.FirstStart; t + Length <= Ground.Slots; t++)
        {
            if (!Ground.All(Ground.Free[leader], t, Length) || !Ground.All(Ground.Open[site], t, Length))
            {
                continue;
            }

            var (come, rest) = (new ulong[own.Length], new ulong[own.Length]);
            var any = false;
            foreach (var home in Rows[site])
            {
                for (var i = 0; i < home.Words; i++)
                {
                    var onShift = _shifts[home.Home][(t * home.Words) + i];
                    come[home.At + i] = onShift & own[home.At + i];
                    rest[home.At + i] = onShift & others[home.At + i];
                    any |= (onShift & (own[home.At + i] | others[home.At + i])) != 0;
                }
            }

            if (
                chances is [.., var last]
                && last.To == t - 1
                && last.Day == Ground.DayOf(t)
                && last.Own.AsSpan().SequenceEqual(come)
                && last.Others.AsSpan().SequenceEqual(rest)
            )
            {
                chances[^1] = last with { To = t };
            }
            else if (any)
            {
                chances.Add(new Chance(leader, site, Ground.DayOf(t), t, t, come, rest));
            }
        }

        return chances;
    }

    private (ulong[] Own, ulong[] Others) Taught(int leader, int site)
    {
        var (own, others) = (new ulong[Width[site]], new ulong[Width[site]]);
        foreach (var home in Rows[site])
        {
            for (var i = 0; i < home.Words * Bits; i++)
            {
                if (PersonAt[(home.In * Bits) + i] is var person and >= 0 && Ground.Speaks[leader].Contains(Ground.PersonLanguage[person]))
                {
                    (Ground.IsOwn(leader, person) ? own : others)[home.At + (i / Bits)] |= 1UL << (i % Bits);
                }
            }
        }

        return (own, others);
    }
}
