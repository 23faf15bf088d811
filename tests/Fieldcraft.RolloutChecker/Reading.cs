using System.Globalization;
using System.Text.Json;

namespace Fieldcraft.RolloutChecker;

internal sealed record Span(int From, int Until)
{
    public bool Holds(int from, int until) => From <= from && until <= Until;

    public bool Touches(int from, int until) => From < until && from < Until;
}

internal sealed record Place(
    string Id,
    Dictionary<string, int> Rooms,
    decimal Share,
    int Minimum,
    List<Span> Blackouts,
    TimeZoneInfo? Zone
);

internal sealed record Teacher(
    string Site,
    int Ready,
    HashSet<string> Languages,
    int PerDay,
    int PerWeek,
    List<Span> Available,
    string? Deputy
);

internal sealed record Worker(string Site, string Leader, string Language, List<Span> Shifts);

internal sealed record Meeting(string Id, string Site, string Room, string Leader, int From, int Until, string Part, List<string> People)
{
    public bool Meets(Meeting other) => From < other.Until && other.From < Until;

    /// <summary>What makes it the same session for somebody who sat in it before.</summary>
    public string Seat => $"{Leader} {Room} {From}";
}

/// <summary>An instance as the checker reads it: minutes from the start of the window, names as they stand.</summary>
internal sealed class Reading
{
    public const int Day = 1440;

    public Reading(JsonElement instance)
    {
        Start = At(instance.GetProperty("window").GetProperty("start").GetString() + "T00:00");
        Minutes = instance.GetProperty("window").GetProperty("days").GetInt32() * Day;
        Slot = instance.GetProperty("slotMinutes").GetInt32();
        var session = instance.GetProperty("session");
        Length = session.GetProperty("minutes").GetInt32();
        MaxSize = session.GetProperty("maxSize").GetInt32();
        Edge = session.TryGetProperty("edgeMinutes", out var edge) ? edge.GetInt32() : 0;
        Split = session.TryGetProperty("splitAllowed", out var split) && split.GetBoolean();
        Now = instance.TryGetProperty("now", out var now) ? Minute(now.GetString()!) : 0;
        foreach (var site in List(instance, "sites"))
        {
            Sites[Id(site)] = new Place(
                Id(site),
                List(site, "rooms").ToDictionary(Id, r => r.GetProperty("capacity").GetInt32(), StringComparer.Ordinal),
                site.GetProperty("releaseShare").GetDecimal(),
                site.GetProperty("floorMinimum").GetInt32(),
                Spans(site, "blackouts"),
                site.TryGetProperty("timeZone", out var zone) ? TimeZoneInfo.FindSystemTimeZoneById(zone.GetString()!) : null
            );
            Near[Id(site)] = new(StringComparer.Ordinal) { Id(site) };
        }

        foreach (var site in List(instance, "sites"))
        {
            foreach (var join in Texts(site, "joins"))
            {
                Near[Id(site)].Add(join);
                Near[join].Add(Id(site));
            }
        }

        foreach (var leader in List(instance, "leaders"))
        {
            Leaders[Id(leader)] = new Teacher(
                leader.GetProperty("site").GetString()!,
                Minute(leader.GetProperty("readyFrom").GetString() + "T00:00"),
                Texts(leader, "languages").ToHashSet(StringComparer.Ordinal),
                leader.GetProperty("maxPerDay").GetInt32(),
                leader.GetProperty("maxPerWeek").GetInt32(),
                Merged(Spans(leader, "available")),
                leader.TryGetProperty("deputy", out var deputy) ? deputy.GetString() : null
            );
        }

        foreach (var person in List(instance, "people"))
        {
            People[Id(person)] = new Worker(
                person.GetProperty("site").GetString()!,
                person.GetProperty("leader").GetString()!,
                person.GetProperty("language").GetString()!,
                Spans(person, "shifts")
            );
        }

        Locked = [.. List(instance, "locked").Select(Session)];
        Done = Texts(instance, "covered").ToHashSet(StringComparer.Ordinal);
        AtHome = People.ToLookup(p => p.Value.Site, p => p.Value);
    }

    public DateTime Start { get; }
    public int Minutes { get; }
    public int Slot { get; }
    public int Length { get; }
    public int MaxSize { get; }
    public int Edge { get; }
    public bool Split { get; }
    public int Now { get; }
    public Dictionary<string, Place> Sites { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, HashSet<string>> Near { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Teacher> Leaders { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Worker> People { get; } = new(StringComparer.Ordinal);
    public List<Meeting> Locked { get; }
    public HashSet<string> Done { get; }
    private ILookup<string, Worker> AtHome { get; }
    private readonly Dictionary<(string, int), int> _cover = [];

    /// <summary>How many of a home may be in sessions in the slot that begins then.</summary>
    public int Cover(string home, int slot)
    {
        if (!_cover.TryGetValue((home, slot), out var most))
        {
            var onShift = AtHome[home].Count(p => p.Shifts.Exists(s => s.Holds(slot, slot + Slot)));
            var site = Sites[home];
            _cover[(home, slot)] = most = Math.Max(0, Math.Min((int)Math.Floor(onShift * site.Share), onShift - site.Minimum));
        }

        return most;
    }

    /// <summary>Slots of a stretch.</summary>
    public IEnumerable<int> Slots(int from, int until)
    {
        for (var slot = from; slot < until; slot += Slot)
        {
            yield return slot;
        }
    }

    public bool IsOwn(string leader, string person) => People[person].Leader is var own && (own == leader || Leaders[own].Deputy == leader);

    public bool IsSkipped(string site, int from, int until) =>
        Sites[site].Zone is { } zone && Slots(from, until).Any(s => zone.IsInvalidTime(Start.AddMinutes(s)));

    public Meeting Session(JsonElement s)
    {
        var from = Minute(s.GetProperty("start").GetString()!);
        return new Meeting(
            s.GetProperty("id").GetString()!,
            s.GetProperty("site").GetString()!,
            s.GetProperty("room").GetString()!,
            s.GetProperty("leader").GetString()!,
            from,
            from + s.GetProperty("minutes").GetInt32(),
            s.GetProperty("part").GetString()!,
            [.. Texts(s, "people")]
        );
    }

    public static List<JsonElement> List(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static IEnumerable<string> Texts(JsonElement of, string name) => List(of, name).Select(e => e.GetString()!);

    private List<Span> Spans(JsonElement of, string name) =>
        [.. List(of, name).Select(p => new Span(Minute(p[0].GetString()!), Minute(p[1].GetString()!)))];

    private static List<Span> Merged(List<Span> spans)
    {
        var merged = new List<Span>();
        foreach (var span in spans.OrderBy(s => s.From))
        {
            if (merged.Count > 0 && span.From <= merged[^1].Until)
            {
                merged[^1] = new Span(merged[^1].From, Math.Max(merged[^1].Until, span.Until));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private int Minute(string at) => (int)(At(at) - Start).TotalMinutes;

    private static DateTime At(string at) => DateTime.ParseExact(at, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Id(JsonElement e) => e.GetProperty("id").GetString()!;
}
