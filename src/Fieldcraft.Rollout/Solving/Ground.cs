using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Solving;

/// <summary>A session that stands, by index; its start and length in slots.</summary>
internal sealed record Fixed(int Site, int Room, int Leader, int Start, int Length, SessionPart Part, int[] People);

/// <summary>
/// An instance by index, and in slots from the start of the window: what the search and the bounds are worked out on. A start is the slot in which a session
/// begins.
/// </summary>
internal sealed class Ground
{
    private const long Never = long.MinValue / 4;
    private readonly DateTime _start;
    private readonly Dictionary<string, int> _sites;
    private readonly Dictionary<string, int> _leaders;
    private readonly Dictionary<string, int> _people;
    private readonly Dictionary<string, int> _languages = new(StringComparer.Ordinal);

    /// <param name="instance">One that was checked.</param>
    public Ground(RolloutInstance instance)
    {
        Instance = instance;
        _start = instance.Window.Start.ToDateTime(TimeOnly.MinValue);
        _sites = Index(instance.Sites.Select(s => s.Id));
        _leaders = Index(instance.Leaders.Select(l => l.Id));
        _people = Index(instance.People.Select(p => p.Id));
        Slot = instance.SlotMinutes;
        SlotsADay = InstanceChecks.MinutesADay / Slot;
        Slots = instance.Window.Days * SlotsADay;
        Length = instance.Session.Minutes / Slot;
        Half = instance.Session.SplitAllowed ? Length / 2 : 0;
        FirstStart = instance.Now is { } now ? (int)Math.Clamp(Up(MinuteOf(now)), 0, Slots) : 0;
        Near = NearOf(instance);
        Rooms = [.. instance.Sites.Select(s => s.Rooms.Select(r => r.Capacity).ToArray())];
        PersonSite = [.. instance.People.Select(p => _sites[p.Site])];
        PersonLeader = [.. instance.People.Select(p => _leaders[p.Leader])];
        PersonLanguage = [.. instance.People.Select(p => LanguageOf(p.Language))];
        Speaks = [.. instance.Leaders.Select(l => l.Languages.Select(LanguageOf).ToHashSet())];
        LeaderSite = [.. instance.Leaders.Select(l => _sites[l.Site])];
        Deputy = [.. instance.Leaders.Select(l => l.Deputy is { } deputy ? _leaders[deputy] : -1)];
        Open = [.. instance.Sites.Select(SlotsOpen)];
        Free = [.. instance.Leaders.Select(SlotsAvailable)];
        Cover = CoverOf();
        Done = new bool[instance.People.Count];
        foreach (var id in instance.Covered)
        {
            Done[_people[id]] = true;
        }

        Locked = [.. instance.Locked.Select(s => FixedOf(s)!)];
        HeldOnDay = [.. instance.Leaders.Select(l => Counted(l, 1, instance.Window.Days))];
        HeldInWeek = [.. instance.Leaders.Select(l => Counted(l, 7, Weeks))];
    }

    public RolloutInstance Instance { get; }

    /// <summary>Minutes of a slot.</summary>
    public int Slot { get; }
    public int SlotsADay { get; }
    public int Slots { get; }

    /// <summary>Slots of a whole session.</summary>
    public int Length { get; }

    /// <summary>Slots of half a session; 0 where halves are not allowed.</summary>
    public int Half { get; }

    /// <summary>The first slot that is not before now.</summary>
    public int FirstStart { get; }

    /// <summary>Each site with those one hop away, in order.</summary>
    public int[][] Near { get; }
    public int[][] Rooms { get; }
    public int[] PersonSite { get; }
    public int[] PersonLeader { get; }
    public int[] PersonLanguage { get; }
    public HashSet<int>[] Speaks { get; }
    public int[] LeaderSite { get; }
    public int[] Deputy { get; }

    /// <summary>For each site the slots that touch no blackout and that the clocks do not leave out.</summary>
    public bool[][] Open { get; }

    /// <summary>For each leader the slots that lie inside what they offer, once they are ready.</summary>
    public bool[][] Free { get; }

    /// <summary>For each home site and slot how many may be in sessions.</summary>
    public int[][] Cover { get; }

    /// <summary>Who was covered before.</summary>
    public bool[] Done { get; }
    public IReadOnlyList<Fixed> Locked { get; }

    /// <summary>For each leader and day how many sessions they held before now.</summary>
    public int[][] HeldOnDay { get; }
    public int[][] HeldInWeek { get; }

    public int MaxSize => Instance.Session.MaxSize;

    public int DayOf(int start) => start / SlotsADay;

    public int WeekOf(int start) => start / (SlotsADay * 7);

    public int Weeks => (Instance.Window.Days + 6) / 7;

    public bool IsNear(int site, int other) => Array.BinarySearch(Near[site], other) >= 0;

    /// <summary>Whether a leader, or whose deputy they are, is the person's own.</summary>
    public bool IsOwn(int leader, int person) => PersonLeader[person] == leader || Deputy[PersonLeader[person]] == leader;

    public DateTime TimeOf(int start) => _start.AddMinutes((double)start * Slot);

    public int Site(string id) => _sites[id];

    /// <summary>A session by index; null when the instance has not all of it. People it does not have are left out.</summary>
    public Fixed? FixedOf(PlannedSession session)
    {
        if (!_sites.TryGetValue(session.Site, out var site) || !_leaders.TryGetValue(session.Leader, out var leader))
        {
            return null;
        }

        var room = Instance.Sites[site].Rooms.ToList().FindIndex(r => r.Id == session.Room);
        var minute = MinuteOf(session.Start);
        return room < 0 || minute % Slot != 0
            ? null
            : new Fixed(
                site,
                room,
                leader,
                (int)(minute / Slot),
                session.Minutes / Slot,
                session.Part,
                [.. session.People.Where(_people.ContainsKey).Select(p => _people[p])]
            );
    }

    /// <summary>Starts at which somebody is on one shift for so many slots, edges kept: from the first to the last, for each shift in order.</summary>
    public IEnumerable<(int First, int Last)> Starts(int person, int length)
    {
        var edge = Instance.Session.EdgeMinutes;
        foreach (var shift in Instance.People[person].Shifts)
        {
            var first = Math.Max(FirstStart, Up(MinuteOf(shift.From) + edge));
            var last = Math.Min(Slots, Down(MinuteOf(shift.Until) - edge)) - length;
            if (first <= last)
            {
                yield return ((int)first, (int)last);
            }
        }
    }

    /// <summary>The least of a row over the slots of a session.</summary>
    public static int Fewest(int[] row, int start, int length)
    {
        var least = row[start];
        for (var u = start + 1; u < start + length; u++)
        {
            least = Math.Min(least, row[u]);
        }

        return least;
    }

    public static bool All(bool[] row, int start, int length) => !row.AsSpan(start, length).Contains(false);

    private int[] Counted(Leader leader, int days, int spells)
    {
        var counts = new int[spells];
        foreach (var day in leader.DaysHeld(Instance.Window))
        {
            counts[day / days]++;
        }

        return counts;
    }

    private long MinuteOf(DateTime at) => (at - _start).Ticks / TimeSpan.TicksPerMinute;

    private long Up(long minute) => -Down(-minute);

    private long Down(long minute) => minute >= 0 ? minute / Slot : -((-minute + Slot - 1) / Slot);

    private static Dictionary<string, int> Index(IEnumerable<string> ids) =>
        ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i, StringComparer.Ordinal);

    private int LanguageOf(string language)
    {
        if (!_languages.TryGetValue(language, out var index))
        {
            _languages[language] = index = _languages.Count;
        }

        return index;
    }

    private int[][] NearOf(RolloutInstance instance)
    {
        var near = instance.Sites.Select((_, i) => new SortedSet<int> { i }).ToArray();
        for (var i = 0; i < near.Length; i++)
        {
            foreach (var join in instance.Sites[i].Joins.Select(j => _sites[j]))
            {
                near[i].Add(join);
                near[join].Add(i);
            }
        }

        return [.. near.Select(n => n.ToArray())];
    }

    private bool[] SlotsOpen(Site site)
    {
        var open = new bool[Slots];
        Array.Fill(open, true);
        foreach (var blackout in site.Blackouts)
        {
            var from = (int)Math.Clamp(Down(MinuteOf(blackout.From)), 0, Slots);
            open.AsSpan(from, (int)Math.Clamp(Up(MinuteOf(blackout.Until)), from, Slots) - from).Clear();
        }

        if (site.TimeZone is { } name)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
            for (var u = 0; u < Slots; u++)
            {
                open[u] &= !zone.IsInvalidTime(TimeOf(u));
            }
        }

        return open;
    }

    private bool[] SlotsAvailable(Leader leader)
    {
        var free = new bool[Slots];
        var ready = MinuteOf(leader.ReadyFrom.ToDateTime(TimeOnly.MinValue));
        var (from, until) = (Never, Never);
        foreach (var next in leader.Available.OrderBy(a => a.From))
        {
            var (begin, end) = (MinuteOf(next.From), MinuteOf(next.Until));
            if (begin > until)
            {
                Take();
                from = begin;
            }

            until = Math.Max(until, end);
        }

        Take();
        return free;

        void Take()
        {
            var first = (int)Math.Clamp(Up(Math.Max(from, ready)), 0, Slots);
            var after = (int)Math.Clamp(Down(until), first, Slots);
            free.AsSpan(first, after - first).Fill(true);
        }
    }

    /// <summary>max(0, min(floor(on shift × share), on shift − minimum)), slot by slot.</summary>
    private int[][] CoverOf()
    {
        var rows = Instance.Sites.Select(_ => new int[Slots + 1]).ToArray();
        for (var p = 0; p < PersonSite.Length; p++)
        {
            var row = rows[PersonSite[p]];
            foreach (var shift in Instance.People[p].Shifts)
            {
                var first = Math.Clamp(Up(MinuteOf(shift.From)), 0, Slots);
                var after = Math.Clamp(Down(MinuteOf(shift.Until)), first, Slots);
                row[first]++;
                row[after]--;
            }
        }

        for (var s = 0; s < rows.Length; s++)
        {
            var (site, onShift) = (Instance.Sites[s], 0);
            for (var u = 0; u < Slots; u++)
            {
                onShift += rows[s][u];
                rows[s][u] = Math.Max(0, Math.Min((int)decimal.Floor(onShift * site.ReleaseShare), onShift - site.FloorMinimum));
            }
        }

        return rows;
    }
}
