using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Solving;

/// <summary>
/// What an instance allows, worked out once: who can begin where and when, and how many may leave the floor. Everything is counted in slots from the start of
/// the window; a start is the slot in which a session begins.
/// </summary>
internal sealed class Ground
{
    private const int LongestCover = int.MaxValue;

    public Ground(RolloutInstance instance)
    {
        Instance = instance;
        Slots = instance.Slots;
        Length = instance.Session.Minutes / instance.SlotMinutes;
        Starts = Math.Max(0, Slots - Length + 1);
        SlotsADay = RolloutInstance.MinutesADay / instance.SlotMinutes;
        Near = [.. instance.Sites.Select((s, i) => s.Joins.Append(i).Order().ToArray())];
        SiteOpen = [.. instance.Sites.Select(OpenStarts)];
        PersonStarts = [.. instance.People.Select(PersonOpen)];
        LeaderStarts = [.. instance.Leaders.Select(LeaderOpen)];
        Cover = [.. instance.Sites.Select((_, i) => CoverOf(i))];
    }

    public RolloutInstance Instance { get; }
    public int Slots { get; }

    /// <summary>Slots of a whole session.</summary>
    public int Length { get; }
    public int Starts { get; }
    public int SlotsADay { get; }

    /// <summary>Each site with those one hop away.</summary>
    public int[][] Near { get; }

    /// <summary>Starts at which a site has no blackout and time has not passed.</summary>
    public Bits[] SiteOpen { get; }

    /// <summary>Starts at which a person is on one shift for the whole session, edges kept.</summary>
    public Bits[] PersonStarts { get; }

    /// <summary>Starts at which a leader is available and ready.</summary>
    public Bits[] LeaderStarts { get; }

    /// <summary>For each home site and slot: how many may be in sessions.</summary>
    public int[][] Cover { get; }

    public int DayOf(int start) => start / SlotsADay;

    public int WeekOf(int start) => DayOf(start) / RolloutInstance.DaysAWeek;

    public bool IsNear(int site, int other) => Array.BinarySearch(Near[site], other) >= 0;

    /// <summary>Whether a leader counts as the own one of a person.</summary>
    public bool IsOwn(int leader, int person)
    {
        var own = Instance.People[person].Leader;
        return own == leader || Instance.Leaders[own].Deputy == leader;
    }

    private Bits OpenStarts(Site site)
    {
        var open = new Bits(Starts);
        for (var t = 0; t < Starts; t++)
        {
            var (from, until) = Span(t);
            if (from >= Instance.Now && !site.Blackouts.Any(b => b.Touches(from, until)))
            {
                open.Set(t);
            }
        }

        return open;
    }

    private Bits PersonOpen(Person person)
    {
        var open = new Bits(Starts);
        var edge = Instance.Session.EdgeMinutes;
        foreach (var shift in person.Shifts)
        {
            var first = Math.Max(0, DivideUp(shift.From + edge, Instance.SlotMinutes));
            var last = Math.Min(Starts - 1, DivideDown(shift.Until - edge - Instance.Session.Minutes, Instance.SlotMinutes));
            for (var t = first; t <= last; t++)
            {
                open.Set(t);
            }
        }

        return open;
    }

    private Bits LeaderOpen(Leader leader)
    {
        var open = new Bits(Starts);
        foreach (var stretch in leader.Available)
        {
            var first = Math.Max(0, DivideUp(Math.Max(stretch.From, leader.ReadyFromMinute), Instance.SlotMinutes));
            var last = Math.Min(Starts - 1, DivideDown(stretch.Until - Instance.Session.Minutes, Instance.SlotMinutes));
            for (var t = first; t <= last; t++)
            {
                open.Set(t);
            }
        }

        return open;
    }

    /// <summary>max(0, min(floor(on shift × share), on shift − minimum)), slot by slot.</summary>
    private int[] CoverOf(int site)
    {
        var change = new int[Slots + 1];
        foreach (var person in Instance.People.Where(p => p.Site == site))
        {
            foreach (var shift in person.Shifts)
            {
                var first = Math.Max(0, DivideUp(shift.From, Instance.SlotMinutes));
                var after = Math.Min(Slots, DivideDown(shift.Until, Instance.SlotMinutes));
                if (first < after)
                {
                    change[first]++;
                    change[after]--;
                }
            }
        }

        var rules = Instance.Sites[site];
        var cover = new int[Slots];
        var onShift = 0;
        for (var u = 0; u < Slots; u++)
        {
            onShift += change[u];
            cover[u] = Math.Max(0, Math.Min((int)Math.Floor(onShift * rules.ReleaseShare), onShift - rules.FloorMinimum));
        }

        return cover;
    }

    /// <summary>The fewest of a home site's cover over the slots of a session.</summary>
    public static int Fewest(int[] cover, int start, int length)
    {
        var least = LongestCover;
        for (var u = start; u < start + length; u++)
        {
            least = Math.Min(least, cover[u]);
        }

        return least;
    }

    private (int From, int Until) Span(int start) => (start * Instance.SlotMinutes, (start * Instance.SlotMinutes) + Instance.Session.Minutes);

    private static int DivideUp(int number, int by) => (int)Math.Ceiling(number / (double)by);

    private static int DivideDown(int number, int by) => (int)Math.Floor(number / (double)by);
}

/// <summary>A set of small numbers.</summary>
internal sealed class Bits(int size)
{
    private readonly ulong[] _words = new ulong[(size + 63) / 64];

    public int Size => size;

    public bool this[int index] => (_words[index >> 6] >> (index & 63) & 1) != 0;

    public void Set(int index) => _words[index >> 6] |= 1UL << (index & 63);

    public int Count() => _words.Sum(System.Numerics.BitOperations.PopCount);

    public bool Meets(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & other._words[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool SameAs(Bits other) => _words.AsSpan().SequenceEqual(other._words);

    public int Hash()
    {
        var hash = default(HashCode);
        foreach (var word in _words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
