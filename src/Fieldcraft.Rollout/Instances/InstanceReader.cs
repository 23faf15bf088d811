using System.Globalization;
using System.Text.Json;

namespace Fieldcraft.Rollout.Instances;

/// <summary>One thing wrong with an instance: where, as a JSON path, and what.</summary>
public sealed record InstanceProblem(string Path, string What);

/// <summary>What came of reading: an instance, or everything wrong with it.</summary>
public sealed record ReadInstance(RolloutInstance? Instance, IReadOnlyList<InstanceProblem> Problems);

/// <summary>
/// Reads the exchange format. Unknown members are passed over; a missing or contradictory one is named with its path, and all of them are named at once.
/// </summary>
public sealed class InstanceReader
{
    private const int LongestShift = 16 * 60;
    private const int LongestWindow = 366;
    private const string MomentShape = "yyyy-MM-dd'T'HH:mm";
    private const string DayShape = "yyyy-MM-dd";

    private readonly List<InstanceProblem> _problems = [];
    private readonly Dictionary<string, int> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _leaders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    private DateTime _start;

    private InstanceReader() { }

    public static ReadInstance Read(JsonElement root)
    {
        var reader = new InstanceReader();
        var instance = reader.Instance(root);
        return new ReadInstance(reader._problems.Count == 0 ? instance : null, reader._problems);
    }

    private RolloutInstance? Instance(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Wrong("$", "an object is needed");
            return null;
        }

        var window = Member(root, "$", "window", JsonValueKind.Object);
        var start = window is { } w ? Day(w, "$.window", "start") : null;
        var days = window is { } w2 ? Number(w2, "$.window", "days", 1, LongestWindow) : null;
        var slot = Number(root, "$", "slotMinutes", 1, RolloutInstance.MinutesADay);
        if (slot is { } s && RolloutInstance.MinutesADay % s != 0)
        {
            Wrong("$.slotMinutes", "it does not divide a day");
        }

        var shape = Shape(root, slot);
        if (start is not { } from || days is null || slot is null || shape is null || _problems.Count > 0)
        {
            return null;
        }

        _start = from.ToDateTime(TimeOnly.MinValue);
        var sites = Sites(root);
        var leaders = Leaders(root);
        var people = People(root);
        var instance = new RolloutInstance
        {
            Start = from,
            Days = days.Value,
            SlotMinutes = slot.Value,
            Session = shape,
            Sites = sites,
            Leaders = leaders,
            People = people,
            Now = root.TryGetProperty("now", out var now) ? Math.Max(0, Moment(now, "$.now") ?? 0) : 0,
            Covered = Covered(root),
        };
        return instance with { Locked = _problems.Count == 0 ? Locked(root, instance) : [] };
    }

    private SessionShape? Shape(JsonElement root, int? slot)
    {
        const string Path = "$.session";
        if (Member(root, "$", "session", JsonValueKind.Object) is not { } session)
        {
            return null;
        }

        var minutes = Number(session, Path, "minutes", 1, RolloutInstance.MinutesADay);
        var size = Number(session, Path, "maxSize", 1, 10_000);
        var edge = session.TryGetProperty("edgeMinutes", out _) ? Number(session, Path, "edgeMinutes", 0, RolloutInstance.MinutesADay) : 0;
        var split = session.TryGetProperty("splitAllowed", out var allowed) && Flag(allowed, Path + ".splitAllowed");
        if (slot is { } s)
        {
            NotDivided(minutes, s, Path + ".minutes");
            NotDivided(edge, s, Path + ".edgeMinutes");
            if (split && minutes is { } whole && (whole % 2 != 0 || whole / 2 % s != 0))
            {
                Wrong(Path + ".splitAllowed", "half a session is no whole number of slots");
            }
        }

        return minutes is { } m && size is { } n && edge is { } e ? new SessionShape(m, n, e, split) : null;
    }

    private void NotDivided(int? minutes, int slot, string path)
    {
        if (minutes % slot > 0)
        {
            Wrong(path, "slotMinutes does not divide it");
        }
    }

    private List<Site> Sites(JsonElement root)
    {
        var elements = Elements(root, "$", "sites");
        Name(elements, "$.sites", _sites);
        var joins = elements.Select((e, i) => Joins(e, $"$.sites[{i}]", i)).ToList();
        return
        [
            .. elements.Select(
                (e, i) =>
                    new Site(
                        Text(e, $"$.sites[{i}]", "id") ?? "",
                        Rooms(e, $"$.sites[{i}]"),
                        Share(e, $"$.sites[{i}]"),
                        Number(e, $"$.sites[{i}]", "floorMinimum", 0, 1_000_000) ?? 0,
                        Zoned(Stretches(e, $"$.sites[{i}]", "blackouts", isNeeded: false), e, $"$.sites[{i}]"),
                        [.. joins[i].Concat(Enumerable.Range(0, joins.Count).Where(j => joins[j].Contains(i))).Distinct().Order()]
                    )
            ),
        ];
    }

    private List<Room> Rooms(JsonElement site, string path)
    {
        var rooms = Elements(site, path, "rooms");
        Name(rooms, path + ".rooms", new(StringComparer.Ordinal));
        return
        [
            .. rooms.Select(
                (r, i) =>
                    new Room(Text(r, $"{path}.rooms[{i}]", "id") ?? "", Number(r, $"{path}.rooms[{i}]", "capacity", 1, 1_000_000) ?? 1)
            ),
        ];
    }

    private List<int> Joins(JsonElement site, string path, int self)
    {
        var found = new List<int>();
        foreach (var (name, i) in Elements(site, path, "joins", isNeeded: false).Select((e, i) => (e, i)))
        {
            if (Known(name, $"{path}.joins[{i}]", _sites) is { } other && other != self)
            {
                found.Add(other);
            }
        }

        return found;
    }

    private decimal Share(JsonElement site, string path)
    {
        if (Member(site, path, "releaseShare", JsonValueKind.Number) is { } number && number.TryGetDecimal(out var share) && share is >= 0 and <= 1)
        {
            return share;
        }

        Wrong(path + ".releaseShare", "a share from 0 to 1 is needed");
        return 0;
    }

    /// <summary>A local time that the clocks leave out is refused.</summary>
    private List<Stretch> Zoned(List<Stretch> stretches, JsonElement site, string path)
    {
        if (!site.TryGetProperty("timeZone", out var name))
        {
            return stretches;
        }

        if (name.ValueKind != JsonValueKind.String || !TimeZoneInfo.TryFindSystemTimeZoneById(name.GetString()!, out var zone))
        {
            Wrong(path + ".timeZone", "there is no such time zone");
            return stretches;
        }

        foreach (var (stretch, i) in stretches.Select((s, i) => (s, i)))
        {
            if (zone.IsInvalidTime(_start.AddMinutes(stretch.From)) || zone.IsInvalidTime(_start.AddMinutes(stretch.Until)))
            {
                Wrong($"{path}.blackouts[{i}]", "the clocks leave this time out");
            }
        }

        return stretches;
    }

    private List<Leader> Leaders(JsonElement root)
    {
        var elements = Elements(root, "$", "leaders");
        Name(elements, "$.leaders", _leaders);
        return [.. elements.Select((e, i) => Leader(e, $"$.leaders[{i}]"))];
    }

    private Leader Leader(JsonElement e, string path)
    {
        var languages = Elements(e, path, "languages").Where(l => l.ValueKind == JsonValueKind.String).Select(l => l.GetString()!).ToHashSet(StringComparer.Ordinal);
        if (languages.Count == 0)
        {
            Wrong(path + ".languages", "at least one language is needed");
        }

        var deputy = e.TryGetProperty("deputy", out var named) && named.ValueKind != JsonValueKind.Null ? Known(named, path + ".deputy", _leaders) : null;
        return new Leader(
            Text(e, path, "id") ?? "",
            Site(e, path),
            Day(e, path, "readyFrom") is { } ready ? (int)(ready.ToDateTime(TimeOnly.MinValue) - _start).TotalMinutes : 0,
            languages,
            Number(e, path, "maxPerDay", 0, 1_000) ?? 0,
            Number(e, path, "maxPerWeek", 0, 1_000) ?? 0,
            Merged(Stretches(e, path, "available")),
            deputy
        );
    }

    private static List<Stretch> Merged(List<Stretch> stretches)
    {
        var merged = new List<Stretch>();
        foreach (var next in stretches.OrderBy(s => s.From))
        {
            if (merged is [.., var last] && next.From <= last.Until)
            {
                merged[^1] = last with { Until = Math.Max(last.Until, next.Until) };
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }

    private List<Person> People(JsonElement root)
    {
        var elements = Elements(root, "$", "people");
        Name(elements, "$.people", _people);
        return [.. elements.Select((e, i) => Person(e, $"$.people[{i}]"))];
    }

    private Person Person(JsonElement e, string path)
    {
        var shifts = Stretches(e, path, "shifts");
        var order = Enumerable.Range(0, shifts.Count).OrderBy(i => shifts[i].From).ToList();
        foreach (var i in order.Where(i => shifts[i].Length > LongestShift))
        {
            Wrong($"{path}.shifts[{i}]", "a shift is no longer than sixteen hours");
        }

        for (var k = 1; k < order.Count; k++)
        {
            if (shifts[order[k]].From < shifts[order[k - 1]].Until)
            {
                Wrong($"{path}.shifts[{order[k]}]", "it overlaps another shift of this person");
            }
        }

        return new Person(
            Text(e, path, "id") ?? "",
            Site(e, path),
            Member(e, path, "leader", JsonValueKind.String) is { } leader ? Known(leader, path + ".leader", _leaders) ?? 0 : 0,
            Text(e, path, "language") ?? "",
            [.. order.Select(i => shifts[i])]
        );
    }

    private int Site(JsonElement e, string path) =>
        Member(e, path, "site", JsonValueKind.String) is { } site ? Known(site, path + ".site", _sites) ?? 0 : 0;

    private HashSet<int> Covered(JsonElement root) =>
        [
            .. Elements(root, "$", "covered", isNeeded: false)
                .Select((e, i) => Known(e, $"$.covered[{i}]", _people))
                .OfType<int>(),
        ];

    private List<PlannedSession> Locked(JsonElement root, RolloutInstance instance) =>
        [.. Elements(root, "$", "locked", isNeeded: false).Select((e, i) => Session(e, $"$.locked[{i}]", instance)).OfType<PlannedSession>()];

    /// <summary>A session of the exchange format; null when it is wrong, and then said so.</summary>
    private PlannedSession? Session(JsonElement e, string path, RolloutInstance instance)
    {
        var site = Site(e, path);
        var room = Text(e, path, "room") is { } name ? instance.Sites[site].Rooms.ToList().FindIndex(r => r.Id == name) : -1;
        if (room < 0)
        {
            Wrong(path + ".room", "the site has no such room");
        }

        var leader = Member(e, path, "leader", JsonValueKind.String) is { } l ? Known(l, path + ".leader", _leaders) : null;
        var start = Member(e, path, "start", JsonValueKind.String) is { } at ? Moment(at, path + ".start") : null;
        var minutes = Number(e, path, "minutes", 1, RolloutInstance.MinutesADay);
        var part = Text(e, path, "part") switch
        {
            "whole" => SessionPart.Whole,
            "first" => SessionPart.First,
            "second" => SessionPart.Second,
            _ => (SessionPart?)null,
        };
        if (part is null)
        {
            Wrong(path + ".part", "whole, first or second is needed");
        }

        var people = Elements(e, path, "people").Select((p, i) => Known(p, $"{path}.people[{i}]", _people)).OfType<int>().ToList();
        return room < 0 || leader is null || start is null || minutes is null || part is null
            ? null
            : new PlannedSession(Text(e, path, "id") ?? "", site, room, leader.Value, start.Value, minutes.Value, part.Value, people);
    }

    private void Name(List<JsonElement> elements, string path, Dictionary<string, int> names)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (Text(elements[i], $"{path}[{i}]", "id") is { } id && !names.TryAdd(id, i))
            {
                Wrong($"{path}[{i}].id", "this id was given before");
            }
        }
    }

    private int? Known(JsonElement name, string path, Dictionary<string, int> names)
    {
        if (name.ValueKind == JsonValueKind.String && names.TryGetValue(name.GetString()!, out var index))
        {
            return index;
        }

        Wrong(path, "there is nothing of this id");
        return null;
    }

    private List<Stretch> Stretches(JsonElement of, string path, string name, bool isNeeded = true)
    {
        var found = new List<Stretch>();
        foreach (var (pair, i) in Elements(of, path, name, isNeeded).Select((e, i) => (e, i)))
        {
            var at = $"{path}.{name}[{i}]";
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2)
            {
                Wrong(at, "a begin and an end are needed");
            }
            else if (Moment(pair[0], at + "[0]") is { } from && Moment(pair[1], at + "[1]") is { } until)
            {
                if (until <= from)
                {
                    Wrong(at, "it ends before it begins");
                }

                found.Add(new Stretch(from, until));
            }
        }

        return found;
    }

    private int? Moment(JsonElement value, string path)
    {
        if (
            value.ValueKind == JsonValueKind.String
            && DateTime.TryParseExact(value.GetString(), MomentShape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        )
        {
            return (int)(at - _start).TotalMinutes;
        }

        Wrong(path, "a local time such as 2027-02-01T06:00 is needed");
        return null;
    }

    private DateOnly? Day(JsonElement of, string path, string name)
    {
        if (
            Member(of, path, name, JsonValueKind.String) is { } value
            && DateOnly.TryParseExact(value.GetString(), DayShape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
        {
            return day;
        }

        Wrong($"{path}.{name}", "a day such as 2027-02-01 is needed");
        return null;
    }

    private int? Number(JsonElement of, string path, string name, int least, int most)
    {
        if (Member(of, path, name, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        if (value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Wrong($"{path}.{name}", string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most} is needed"));
        return null;
    }

    private string? Text(JsonElement of, string path, string name)
    {
        if (Member(of, path, name, JsonValueKind.String) is not { } value)
        {
            return null;
        }

        if (value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Wrong($"{path}.{name}", "it is empty");
        return null;
    }

    private bool Flag(JsonElement value, string path)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Wrong(path, "true or false is needed");
        return false;
    }

    private List<JsonElement> Elements(JsonElement of, string path, string name, bool isNeeded = true)
    {
        if (!isNeeded && (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out _)))
        {
            return [];
        }

        return Member(of, path, name, JsonValueKind.Array) is { } array ? [.. array.EnumerateArray()] : [];
    }

    private JsonElement? Member(JsonElement of, string path, string name, JsonValueKind kind)
    {
        if (of.ValueKind != JsonValueKind.Object)
        {
            Wrong(path, "an object is needed");
            return null;
        }

        if (!of.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            Wrong($"{path}.{name}", "it is missing");
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        Wrong($"{path}.{name}", $"it is of the wrong kind");
        return null;
    }

    private void Wrong(string path, string what)
    {
        if (!_problems.Exists(p => p.Path == path))
        {
            _problems.Add(new InstanceProblem(path, what));
        }
    }
}
