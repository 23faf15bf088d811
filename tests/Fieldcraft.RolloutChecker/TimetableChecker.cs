using System.Globalization;
using System.Text.Json;

namespace Fieldcraft.RolloutChecker;

/// <summary>
/// Checks a timetable against its instance, both as JSON, straight from the rules of the exchange format. It shares nothing with the engine on purpose, and is
/// written for plainness, not for speed.
/// </summary>
public sealed class TimetableChecker
{
    private readonly JsonElement _instance;
    private readonly DateTime _start;
    private readonly int _days;
    private readonly int _slot;
    private readonly int _minutes;
    private readonly int _maxSize;
    private readonly int _edge;
    private readonly bool _split;
    private readonly Dictionary<string, JsonElement> _sites;
    private readonly Dictionary<string, JsonElement> _leaders;
    private readonly Dictionary<string, JsonElement> _people;
    private readonly Dictionary<string, HashSet<string>> _near;
    private readonly List<string> _broken = [];

    private TimetableChecker(JsonElement instance)
    {
        _instance = instance;
        _start = DateTime.Parse(instance.GetProperty("window").GetProperty("start").GetString()!, CultureInfo.InvariantCulture);
        _days = instance.GetProperty("window").GetProperty("days").GetInt32();
        _slot = instance.GetProperty("slotMinutes").GetInt32();
        var session = instance.GetProperty("session");
        _minutes = session.GetProperty("minutes").GetInt32();
        _maxSize = session.GetProperty("maxSize").GetInt32();
        _edge = session.TryGetProperty("edgeMinutes", out var edge) ? edge.GetInt32() : 0;
        _split = session.TryGetProperty("splitAllowed", out var split) && split.GetBoolean();
        _sites = ById("sites");
        _leaders = ById("leaders");
        _people = ById("people");
        _near = _sites.Keys.ToDictionary(id => id, id => new HashSet<string>(StringComparer.Ordinal) { id }, StringComparer.Ordinal);
        foreach (var (id, site) in _sites)
        {
            foreach (var join in List(site, "joins").Select(j => j.GetString()!))
            {
                _near[id].Add(join);
                _near[join].Add(id);
            }
        }
    }

    /// <summary>Every broken rule in a sentence, and the cost as it adds up here.</summary>
    public static (IReadOnlyList<string> Broken, long Cost) Check(JsonElement instance, JsonElement timetable)
    {
        var checker = new TimetableChecker(instance);
        var cost = checker.Check(timetable);
        return (checker._broken, cost);
    }

    private long Check(JsonElement timetable)
    {
        var sessions = List(timetable, "sessions").Select(Session).ToList();
        foreach (var session in sessions)
        {
            Alone(session);
        }

        Rooms(sessions);
        Leaders(sessions);
        var covered = People(sessions);
        Cover(sessions);
        return Cost(timetable, sessions, covered);
    }

    private sealed record Meeting(
        string Id,
        string Site,
        string Room,
        string Leader,
        int From,
        int Until,
        string Part,
        IReadOnlyList<string> People
    )
    {
        public bool Meets(Meeting other) => From < other.Until && other.From < Until;
    }

    private Meeting Session(JsonElement s)
    {
        var from = Minute(s.GetProperty("start").GetString()!);
        return new(
            s.GetProperty("id").GetString()!,
            s.GetProperty("site").GetString()!,
            s.GetProperty("room").GetString()!,
            s.GetProperty("leader").GetString()!,
            from,
            from + s.GetProperty("minutes").GetInt32(),
            s.GetProperty("part").GetString()!,
            [.. s.GetProperty("people").EnumerateArray().Select(p => p.GetString()!)]
        );
    }

    /// <summary>Rules 1, 3, 5 and 6, and the shape of a part.</summary>
    private void Alone(Meeting s)
    {
        var site = _sites[s.Site];
        var leader = _leaders[s.Leader];
        var wanted = s.Part == "whole" ? _minutes : _minutes / 2;
        Must(s.Part == "whole" || _split, s, "is a half where halves are not allowed");
        Must(s.Until - s.From == wanted, s, "has another length");
        Must(s.From >= 0 && s.Until <= _days * 1440, s, "leaves the window");
        Must(s.From % _slot == 0, s, "begins between slots");
        Must(!List(site, "blackouts").Any(b => Overlaps(b, s.From, s.Until)), s, "touches a blackout");
        var room = List(site, "rooms").FirstOrDefault(r => r.GetProperty("id").GetString() == s.Room);
        Must(room.ValueKind == JsonValueKind.Object, s, "is in a room of another site");
        if (room.ValueKind == JsonValueKind.Object)
        {
            Must(
                s.People.Count >= 1 && s.People.Count <= Math.Min(_maxSize, room.GetProperty("capacity").GetInt32()),
                s,
                "has too many people, or none"
            );
        }

        Must(_near[s.Site].Contains(leader.GetProperty("site").GetString()!), s, "has a leader from too far away");
        Must(s.From >= Minute(leader.GetProperty("readyFrom").GetString() + "T00:00"), s, "comes before the leader is ready");
        Must(Merged(List(leader, "available")).Any(a => a.From <= s.From && s.Until <= a.Until), s, "lies outside what the leader offers");
        foreach (var id in s.People)
        {
            var person = _people[id];
            Must(_near[s.Site].Contains(person.GetProperty("site").GetString()!), s, $"is too far away for {id}");
            Must(
                List(leader, "languages").Any(l => l.GetString() == person.GetProperty("language").GetString()),
                s,
                $"is in no language of {id}"
            );
            Must(
                List(person, "shifts")
                    .Any(x => Minute(x[0].GetString()!) + _edge <= s.From && s.Until + _edge <= Minute(x[1].GetString()!)),
                s,
                $"is outside the shifts of {id}"
            );
        }
    }

    private void Rooms(List<Meeting> sessions)
    {
        foreach (var room in sessions.GroupBy(s => (s.Site, s.Room)))
        {
            Apart([.. room], "holds two sessions in one room");
        }
    }

    private void Leaders(List<Meeting> sessions)
    {
        foreach (var held in sessions.GroupBy(s => s.Leader))
        {
            Apart([.. held], "gives one leader two sessions");
            var leader = _leaders[held.Key];
            foreach (var day in held.GroupBy(s => s.From / 1440).Where(d => d.Count() > leader.GetProperty("maxPerDay").GetInt32()))
            {
                Must(false, day.Last(), "is one too many for the leader's day");
            }

            foreach (var week in held.GroupBy(s => s.From / (7 * 1440)).Where(w => w.Count() > leader.GetProperty("maxPerWeek").GetInt32()))
            {
                Must(false, week.Last(), "is one too many for the leader's week");
            }
        }
    }

    /// <summary>Rule 2: one session each, or both halves in order and within a week. Who has both, or a whole, is covered.</summary>
    private HashSet<string> People(List<Meeting> sessions)
    {
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in sessions.SelectMany(s => s.People.Select(p => (Person: p, Session: s))).GroupBy(x => x.Person))
        {
            var parts = one.Select(x => x.Session).OrderBy(s => s.From).ToList();
            switch (parts)
            {
                case [{ Part: "whole" }]:
                    covered.Add(one.Key);
                    break;
                case [{ Part: "first" } first, { Part: "second" } second]
                    when second.From >= first.Until && second.From - first.Until < 7 * 1440:
                    covered.Add(one.Key);
                    break;
                case [{ Part: "first" or "second" }]:
                    break;
                default:
                    Must(false, parts[^1], $"is one too many for {one.Key}");
                    break;
            }
        }

        return covered;
    }

    /// <summary>Rule 7, slot by slot and home by home.</summary>
    private void Cover(List<Meeting> sessions)
    {
        foreach (var (id, site) in _sites)
        {
            var home = _people.Values.Where(p => p.GetProperty("site").GetString() == id).ToList();
            var names = home.Select(p => p.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);
            var shifts = home.SelectMany(p => List(p, "shifts"))
                .Select(x => (From: Minute(x[0].GetString()!), Until: Minute(x[1].GetString()!)))
                .ToList();
            var away = sessions.Select(s => (s, Count: s.People.Count(names.Contains))).Where(x => x.Count > 0).ToList();
            var share = site.GetProperty("releaseShare").GetDecimal();
            var minimum = site.GetProperty("floorMinimum").GetInt32();
            foreach (var slot in away.SelectMany(x => Enumerable.Range(x.s.From / _slot, (x.s.Until - x.s.From) / _slot)).Distinct())
            {
                var (from, until) = (slot * _slot, (slot + 1) * _slot);
                var onShift = shifts.Count(x => x.From <= from && until <= x.Until);
                var most = Math.Max(0, Math.Min((int)Math.Floor(onShift * share), onShift - minimum));
                var gone = away.Where(x => x.s.From < until && from < x.s.Until).Sum(x => x.Count);
                if (gone > most)
                {
                    _broken.Add($"{id} lets {gone} go in slot {slot} where {most} may go");
                }
            }
        }
    }

    private long Cost(JsonElement timetable, List<Meeting> sessions, HashSet<string> covered)
    {
        var done = List(_instance, "covered").Select(c => c.GetString()!).ToHashSet(StringComparer.Ordinal);
        var unreachable = List(timetable, "uncovered")
            .Where(u => u.GetProperty("unreachable").GetBoolean())
            .Select(u => u.GetProperty("person").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        var listed = List(timetable, "uncovered").Select(u => u.GetProperty("person").GetString()!).ToHashSet(StringComparer.Ordinal);
        var left = _people.Keys.Where(p => !covered.Contains(p) && !done.Contains(p)).ToHashSet(StringComparer.Ordinal);
        if (!left.SetEquals(listed))
        {
            _broken.Add("the list of uncovered people is another");
        }

        var strangers = sessions
            .SelectMany(s => s.People.Select(p => (Person: p, s.Leader)))
            .Where(x => !IsOwn(x.Leader, x.Person))
            .Select(x => x.Person)
            .Distinct()
            .Count();
        return (10_000L * left.Count(p => !unreachable.Contains(p)))
            + (20L * sessions.Count)
            + (3L * strangers)
            + sessions.Sum(s => (long)(s.From / 1440));
    }

    private bool IsOwn(string leader, string person)
    {
        var own = _people[person].GetProperty("leader").GetString()!;
        return own == leader || (_leaders[own].TryGetProperty("deputy", out var deputy) && deputy.GetString() == leader);
    }

    private void Apart(List<Meeting> sessions, string what)
    {
        foreach (var (one, i) in sessions.Select((s, i) => (s, i)))
        {
            Must(!sessions.Skip(i + 1).Any(one.Meets), one, what);
        }
    }

    private void Must(bool holds, Meeting session, string what)
    {
        if (!holds)
        {
            _broken.Add($"{session.Id} {what}");
        }
    }

    private bool Overlaps(JsonElement pair, int from, int until) =>
        Minute(pair[0].GetString()!) < until && from < Minute(pair[1].GetString()!);

    private List<(int From, int Until)> Merged(IEnumerable<JsonElement> pairs)
    {
        var merged = new List<(int From, int Until)>();
        foreach (var (from, until) in pairs.Select(p => (Minute(p[0].GetString()!), Minute(p[1].GetString()!))).Order())
        {
            if (merged.Count > 0 && from <= merged[^1].Until)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].Until, until));
            }
            else
            {
                merged.Add((from, until));
            }
        }

        return merged;
    }

    private int Minute(string at) => (int)(DateTime.Parse(at, CultureInfo.InvariantCulture) - _start).TotalMinutes;

    private Dictionary<string, JsonElement> ById(string name) =>
        List(_instance, name).ToDictionary(e => e.GetProperty("id").GetString()!, e => e, StringComparer.Ordinal);

    private static List<JsonElement> List(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
}
