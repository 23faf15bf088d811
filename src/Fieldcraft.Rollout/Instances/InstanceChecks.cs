using System.Globalization;
using Fieldcraft.Rollout.Timetables;

namespace Fieldcraft.Rollout.Instances;

/// <summary>
/// What must hold of an instance before anything is planned on it, however it came into being. Paths are those of the exchange format, so that a problem of
/// one that was built in code can be read as well.
/// </summary>
public sealed class InstanceChecks
{
    public const int MinutesADay = 1440;
    public const int LongestWindow = 366;
    public const int LongestShift = 16 * 60;
    private const int Largest = 1_000_000;

    private readonly RolloutInstance _instance;
    private readonly List<InstanceProblem> _problems = [];
    private readonly Dictionary<string, TimeZoneInfo?> _zones = new(StringComparer.Ordinal);
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leaders = new(StringComparer.Ordinal);

    private InstanceChecks(RolloutInstance instance) => _instance = instance;

    /// <summary>Everything wrong with an instance; empty when it can be planned.</summary>
    public static IReadOnlyList<InstanceProblem> Of(RolloutInstance instance)
    {
        var checks = new InstanceChecks(instance);
        checks.Shape();
        checks.Sites();
        checks.Leaders();
        checks.People();
        checks.Replanning();
        return checks._problems;
    }

    private void Shape()
    {
        var (window, slot, session) = (_instance.Window, _instance.SlotMinutes, _instance.Session);
        Between(window.Days, 1, LongestWindow, "$.window.days");
        Must(
            window.Start > DateOnly.MinValue && window.Start < DateOnly.MaxValue.AddDays(-LongestWindow),
            "$.window.start",
            "it is out of the calendar"
        );
        Between(session.MaxSize, 1, Largest, "$.session.maxSize");
        Must(slot > 0 && MinutesADay % slot == 0, "$.slotMinutes", "it does not divide a day");
        Between(session.Minutes, 1, MinutesADay, "$.session.minutes");
        Between(session.EdgeMinutes, 0, MinutesADay, "$.session.edgeMinutes");
        if (slot <= 0)
        {
            return;
        }

        Must(session.Minutes % slot == 0, "$.session.minutes", "slotMinutes does not divide it");
        Must(session.EdgeMinutes % slot == 0, "$.session.edgeMinutes", "slotMinutes does not divide it");
        Must(
            !session.SplitAllowed || session.Minutes % (2 * slot) == 0,
            "$.session.splitAllowed",
            "half a session is no whole number of slots"
        );
    }

    private void Sites()
    {
        var rooms = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _instance.Sites.Count; i++)
        {
            var (site, at) = (_instance.Sites[i], Path("sites", i));
            Zone(site, at);
            for (var r = 0; r < site.Rooms.Count; r++)
            {
                New(rooms, site.Rooms[r].Id, $"{at}.rooms[{r}]");
                Between(site.Rooms[r].Capacity, 0, Largest, $"{at}.rooms[{r}].capacity");
            }

            Must(site.ReleaseShare is >= 0 and <= 1, at + ".releaseShare", "a share from 0 to 1 is needed");
            Between(site.FloorMinimum, 0, Largest, at + ".floorMinimum");
            Stretches(site.Blackouts, site.Id, at, "blackouts");
        }

        for (var i = 0; i < _instance.Sites.Count; i++)
        {
            var joins = _instance.Sites[i].Joins;
            for (var j = 0; j < joins.Count; j++)
            {
                Known(_zones.ContainsKey(joins[j]), $"{Path("sites", i)}.joins[{j}]");
            }
        }
    }

    private void Zone(Site site, string at)
    {
        Must(site.Id.Length > 0, at + ".id", "it is empty");
        var zone = site.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : null;
        Must(site.TimeZone is null || zone is not null, at + ".timeZone", "there is no such time zone");
        Must(_zones.TryAdd(site.Id, zone), at + ".id", "this id was given before");
    }

    private void Leaders()
    {
        for (var i = 0; i < _instance.Leaders.Count; i++)
        {
            New(_leaders, _instance.Leaders[i].Id, Path("leaders", i));
        }

        for (var i = 0; i < _instance.Leaders.Count; i++)
        {
            var (leader, at) = (_instance.Leaders[i], Path("leaders", i));
            Known(_zones.ContainsKey(leader.Site), at + ".site");
            Known(leader.Deputy is null || _leaders.Contains(leader.Deputy), at + ".deputy");
            Between(leader.MaxPerDay, 0, Largest, at + ".maxPerDay");
            Between(leader.MaxPerWeek, 0, Largest, at + ".maxPerWeek");
            Stretches(leader.Available, leader.Site, at, "available");
        }
    }

    private void People()
    {
        for (var i = 0; i < _instance.People.Count; i++)
        {
            var person = _instance.People[i];
            if (!_people.Add(person.Id) || person.Id.Length == 0)
            {
                Wrong(Path("people", i) + ".id", person.Id.Length == 0 ? "it is empty" : "this id was given before");
            }

            if (!_zones.ContainsKey(person.Site))
            {
                Known(false, Path("people", i) + ".site");
            }

            if (!_leaders.Contains(person.Leader))
            {
                Known(false, Path("people", i) + ".leader");
            }

            Shifts(person, i);
        }
    }

    private void Shifts(Person person, int index)
    {
        var shifts = person.Shifts;
        var zone = _zones.GetValueOrDefault(person.Site);
        for (var k = 0; k < shifts.Count; k++)
        {
            if (Ill(shifts[k], zone) is { } ill)
            {
                Wrong($"{Path("people", index)}.shifts[{k}]{ill.At}", ill.What);
            }
            else if (shifts[k].Until - shifts[k].From > TimeSpan.FromMinutes(LongestShift))
            {
                Wrong($"{Path("people", index)}.shifts[{k}]", "a shift is no longer than sixteen hours");
            }
        }

        var inOrder = Enumerable.Range(0, shifts.Count).OrderBy(k => shifts[k].From).ToList();
        for (var k = 1; k < inOrder.Count; k++)
        {
            if (shifts[inOrder[k]].From < shifts[inOrder[k - 1]].Until)
            {
                Wrong(
                    $"{Path("people", index)}.shifts[{Math.Max(inOrder[k], inOrder[k - 1])}]",
                    "it overlaps another shift of this person"
                );
            }
        }
    }

    /// <summary>What is locked must be of this instance, and a timetable of it alone must break no rule: otherwise no valid one exists.</summary>
    private void Replanning()
    {
        for (var i = 0; i < _instance.Covered.Count; i++)
        {
            Known(_people.Contains(_instance.Covered[i]), $"$.covered[{i}]");
        }

        Must(_instance.Now is not { } now || IsToTheMinute(now), "$.now", "it is not to the minute");
        if (_instance.Locked.Count == 0 || _problems.Count > 0)
        {
            return;
        }

        for (var i = 0; i < _instance.Locked.Count; i++)
        {
            var (session, at) = (_instance.Locked[i], Path("locked", i));
            Known(_zones.ContainsKey(session.Site), at + ".site");
            Known(_leaders.Contains(session.Leader), at + ".leader");
            Known(session.People.All(_people.Contains), at + ".people");
            var site = _instance.Sites.FirstOrDefault(s => s.Id == session.Site);
            Must(site is null || site.Rooms.Any(r => r.Id == session.Room), at + ".room", "the site has no such room");
        }

        New([], _instance.Locked.Select(s => s.Id), "$.locked");
        if (_problems.Count == 0)
        {
            foreach (var broken in Rules.Broken(_instance, _instance.Locked).DistinctBy(b => b.Session))
            {
                Wrong(Path("locked", broken.Session), broken.Sentence.TrimEnd('.'));
            }
        }
    }

    private void Stretches(IReadOnlyList<Stretch> stretches, string site, string at, string name)
    {
        var zone = _zones.GetValueOrDefault(site);
        for (var k = 0; k < stretches.Count; k++)
        {
            if (Ill(stretches[k], zone) is { } ill)
            {
                Wrong($"{at}.{name}[{k}]{ill.At}", ill.What);
            }
        }
    }

    private static (string At, string What)? Ill(Stretch stretch, TimeZoneInfo? zone) =>
        stretch.Until <= stretch.From ? ("", "it ends before it begins")
        : zone?.IsInvalidTime(stretch.From) == true ? ("[0]", "the clocks leave this time out")
        : zone?.IsInvalidTime(stretch.Until) == true ? ("[1]", "the clocks leave this time out")
        : !IsToTheMinute(stretch.From) || !IsToTheMinute(stretch.Until) ? ("", "it is not to the minute")
        : null;

    private static bool IsToTheMinute(DateTime at) => at.Ticks % TimeSpan.TicksPerMinute == 0 && at.Kind == DateTimeKind.Unspecified;

    private void New(HashSet<string> seen, IEnumerable<string> ids, string path)
    {
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            New(seen, id, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
        }
    }

    private void New(HashSet<string> seen, string id, string at)
    {
        Must(id.Length > 0, at + ".id", "it is empty");
        Must(id.Length == 0 || seen.Add(id), at + ".id", "this id was given before");
    }

    private void Known(bool isKnown, string path) => Must(isKnown, path, "there is nothing of this id");

    private void Between(int number, int least, int most, string path)
    {
        if (number < least || number > most)
        {
            Wrong(path, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most} is needed"));
        }
    }

    private void Must(bool holds, string path, string what)
    {
        if (!holds)
        {
            Wrong(path, what);
        }
    }

    private void Wrong(string path, string what) => _problems.Add(new InstanceProblem(path, what));

    private static string Path(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"$.{list}[{index}]");
}
