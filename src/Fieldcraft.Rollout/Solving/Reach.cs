namespace Fieldcraft.Rollout.Solving;

/// <summary>Whom some session could hold, alone in the timetable; worked out once for each home and language.</summary>
internal sealed class Reach(Ground ground)
{
    private readonly Dictionary<(int Home, int Language, int Length), List<int>?[]> _taught = [];

    /// <summary>Whether a person could be covered alone: by a whole session, or by two halves.</summary>
    public bool Reaches(int person) => Whole(person) || (ground.Half > 0 && Halves(person));

    private bool Whole(int person)
    {
        var taught = Taught(person, ground.Length);
        foreach (var (first, last) in ground.Starts(person, ground.Length))
        {
            for (var t = first; t <= last; t++)
            {
                if (taught[t] is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Halves(int person)
    {
        var taught = Taught(person, ground.Half);
        var starts = ground
            .Starts(person, ground.Half)
            .SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1))
            .Where(t => taught[t] is not null)
            .ToList();
        return starts.Exists(first =>
            starts.Exists(second =>
                AreInOrder(ground, first, second)
                && taught[first]!.Exists(a => taught[second]!.Exists(b => MayHoldBoth(a, b, first, second)))
            )
        );
    }

    /// <summary>Whether a second half may begin there after a first.</summary>
    public static bool AreInOrder(Ground ground, int first, int second) =>
        second >= first + ground.Half && second - first < 7 * ground.SlotsADay;

    private bool MayHoldBoth(int one, int other, int first, int second)
    {
        var leader = ground.Instance.Leaders[one];
        return one != other
            || (
                (ground.DayOf(first) != ground.DayOf(second) || leader.MaxPerDay > 1)
                && (ground.WeekOf(first) != ground.WeekOf(second) || leader.MaxPerWeek > 1)
            );
    }

    /// <summary>For each start the leaders who could hold such a session for people of this home and language; null when none.</summary>
    private List<int>?[] Taught(int person, int length)
    {
        var key = (ground.PersonSite[person], ground.PersonLanguage[person], length);
        if (!_taught.TryGetValue(key, out var taught))
        {
            _taught[key] = taught = Taught(key.Item1, key.Item2, length);
        }

        return taught;
    }

    private List<int>?[] Taught(int home, int language, int length)
    {
        var taught = new List<int>?[ground.Slots + 1];
        for (var leader = 0; leader < ground.LeaderSite.Length; leader++)
        {
            var (own, who) = (ground.LeaderSite[leader], ground.Instance.Leaders[leader]);
            var sites = ground.Near[home].Where(s => ground.IsNear(s, own) && ground.Rooms[s].Any(c => c > 0)).ToList();
            if (sites.Count == 0 || who.MaxPerDay < 1 || who.MaxPerWeek < 1 || !ground.Speaks[leader].Contains(language))
            {
                continue;
            }

            for (var t = ground.FirstStart; t + length <= ground.Slots; t++)
            {
                if (
                    Ground.All(ground.Free[leader], t, length)
                    && Ground.Fewest(ground.Cover[home], t, length) > 0
                    && sites.Exists(s => Ground.All(ground.Open[s], t, length))
                )
                {
                    (taught[t] ??= []).Add(leader);
                }
            }
        }

        return taught;
    }
}
