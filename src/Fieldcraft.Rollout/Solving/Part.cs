using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Solving;

/// <summary>People who are alike for the timetable: same home, leader and language, and free at the same starts.</summary>
internal sealed record Crew(int Home, int Leader, string Language, Bits Starts, IReadOnlyList<int> People);

/// <summary>One way to hold a session; whether it is of use depends on who is still to be covered.</summary>
internal readonly record struct Chance(int Leader, int Site, int Start);

/// <summary>
/// Sites that join, with their leaders and people: independent of every other part. Only people who are still to be planned and can be reached are in it.
/// </summary>
internal sealed class Part
{
    public Part(Ground ground, int[] sites)
    {
        Ground = ground;
        Sites = sites;
        var within = sites.ToHashSet();
        Leaders = [.. Enumerable.Range(0, ground.Instance.Leaders.Count).Where(l => within.Contains(ground.Instance.Leaders[l].Site))];
        var locked = ground.Instance.Locked.SelectMany(s => s.People).ToHashSet();
        var planned = Enumerable
            .Range(0, ground.Instance.People.Count)
            .Where(p => within.Contains(ground.Instance.People[p].Site) && !ground.Instance.Covered.Contains(p) && !locked.Contains(p));
        var crews = Grouped(planned);
        Chances = AllChances(crews);
        var reach = crews.Select(c => Chances.Exists(ch => Reaches(ch, c))).ToList();
        Unreachable = [.. crews.Where((_, i) => !reach[i]).SelectMany(c => c.People)];
        // Who has fewest starts to choose from is looked after first.
        Crews = [.. crews.Where((_, i) => reach[i]).OrderBy(c => c.Starts.Count()).ThenBy(c => c.People[0])];
        Own = [.. Enumerable.Range(0, ground.Instance.Leaders.Count).Select(l => Crews.Select((c, i) => (c, i)).Where(x => ground.IsOwn(l, x.c.People[0])).Select(x => x.i).ToArray())];
    }

    public Ground Ground { get; }
    public int[] Sites { get; }
    public IReadOnlyList<int> Leaders { get; }
    public IReadOnlyList<Crew> Crews { get; }
    public List<Chance> Chances { get; }

    /// <summary>People whom no session could hold, even alone.</summary>
    public IReadOnlyList<int> Unreachable { get; }

    /// <summary>For each leader of the instance: the crews that are theirs or their deputy's.</summary>
    public int[][] Own { get; }

    public int PeopleCount => Crews.Sum(c => c.People.Count);

    /// <summary>Whether a person of a crew could be in it alone: rules 1 to 7.</summary>
    public bool Reaches(Chance chance, Crew crew) =>
        crew.Starts[chance.Start]
        && Ground.IsNear(chance.Site, crew.Home)
        && Ground.Instance.Leaders[chance.Leader].Languages.Contains(crew.Language)
        && Ground.Fewest(Ground.Cover[crew.Home], chance.Start, Ground.Length) > 0;

    /// <summary>The largest a session could be, whoever comes: rooms, the limit of the format, and the cover of the homes near.</summary>
    public int LargestAt(int site, int start)
    {
        var room = Ground.Instance.Sites[site].Rooms.Select(r => r.Capacity).DefaultIfEmpty(0).Max();
        var cover = Ground.Near[site].Sum(h => (long)Ground.Fewest(Ground.Cover[h], start, Ground.Length));
        return (int)Math.Min(Math.Min(room, Ground.Instance.Session.MaxSize), cover);
    }

    private List<Crew> Grouped(IEnumerable<int> people)
    {
        var crews = new List<(Crew Crew, List<int> People)>();
        var byHash = new Dictionary<(int, int, string, int), List<int>>();
        foreach (var p in people)
        {
            var person = Ground.Instance.People[p];
            var key = (person.Site, person.Leader, person.Language, Ground.PersonStarts[p].Hash());
            if (!byHash.TryGetValue(key, out var alike))
            {
                byHash[key] = alike = [];
            }

            var found = alike.Find(i => crews[i].Crew.Starts.SameAs(Ground.PersonStarts[p]), -1);
            if (found < 0)
            {
                alike.Add(crews.Count);
                var members = new List<int> { p };
                crews.Add((new Crew(person.Site, person.Leader, person.Language, Ground.PersonStarts[p], members), members));
            }
            else
            {
                crews[found].People.Add(p);
            }
        }

        return [.. crews.Select(c => c.Crew)];
    }

    private List<Chance> AllChances(List<Crew> crews)
    {
        var chances = new List<Chance>();
        foreach (var leader in Leaders)
        {
            foreach (var site in Ground.Near[Ground.Instance.Leaders[leader].Site])
            {
                for (var start = 0; start < Ground.Starts; start++)
                {
                    if (Ground.LeaderStarts[leader][start] && Ground.SiteOpen[site][start] && LargestAt(site, start) > 0)
                    {
                        chances.Add(new Chance(leader, site, start));
                    }
                }
            }
        }

        chances.RemoveAll(ch => !crews.Exists(c => Reaches(ch, c)));
        return chances;
    }
}

internal static class Searching
{
    /// <summary>The first that fits, or what is given otherwise.</summary>
    public static int Find(this List<int> list, Predicate<int> fits, int otherwise)
    {
        var at = list.FindIndex(fits);
        return at < 0 ? otherwise : list[at];
    }
}
