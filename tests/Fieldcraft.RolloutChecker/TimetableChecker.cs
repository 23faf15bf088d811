using System.Text.Json;

namespace Fieldcraft.RolloutChecker;

/// <summary>What came of a check.</summary>
/// <param name="Broken">Every broken rule, and everything the timetable says of itself that is not so, in a sentence.</param>
/// <param name="Cost">As it adds up here.</param>
public sealed record CheckedTimetable(IReadOnlyList<string> Broken, long Cost);

/// <summary>
/// Checks a timetable against its instance, both as JSON, straight from the rules of the exchange format. It shares nothing with the engine on purpose, and is
/// written for plainness, not for speed.
/// </summary>
public sealed class TimetableChecker
{
    private readonly Reading _instance;
    private readonly List<string> _broken = [];

    private TimetableChecker(Reading instance) => _instance = instance;

    /// <param name="previous">The timetable before, when this one was planned anew.</param>
    public static CheckedTimetable Check(JsonElement instance, JsonElement timetable, JsonElement? previous = null)
    {
        var checker = new TimetableChecker(new Reading(instance));
        var before = previous is { } p ? Reading.List(p, "sessions").Select(checker._instance.Session).ToList() : [];
        var cost = checker.Check(timetable, before);
        return new CheckedTimetable(checker._broken, cost);
    }

    private long Check(JsonElement timetable, List<Meeting> before)
    {
        var sessions = Reading.List(timetable, "sessions").Select(_instance.Session).ToList();
        Rules(sessions);
        foreach (var locked in _instance.Locked)
        {
            Must(
                sessions.Exists(s => s.Id == locked.Id && s.Seat == locked.Seat && s.People.SequenceEqual(locked.People)),
                $"{locked.Id} is locked and gone"
            );
        }

        foreach (var session in sessions.Where(s => s.From < _instance.Now && !_instance.Locked.Exists(l => l.Id == s.Id)))
        {
            Must(false, $"{session.Id} begins before now");
        }

        Must(sessions.DistinctBy(s => s.Id).Count() == sessions.Count, "two sessions have one id");
        var covered = Covered(sessions);
        var unreachable = Listed(timetable, covered);
        var uncovered = _instance.People.Keys.Count(p => !covered.Contains(p) && !_instance.Done.Contains(p) && !unreachable.Contains(p));
        var cost = (10_000L * uncovered) + Cost(sessions) + Moved(sessions, covered, before);
        Figures(timetable, cost, uncovered);
        return cost;
    }

    private void Rules(List<Meeting> sessions)
    {
        foreach (var session in sessions)
        {
            Alone(session);
        }

        foreach (var room in sessions.GroupBy(s => (s.Site, s.Room)))
        {
            Apart([.. room], "shares its room");
        }

        Leaders(sessions);
        Once(sessions);
        Cover(sessions);
    }

    /// <summary>Rules 1, 3, 5 and 6, the shape of a part, and shifts.</summary>
    private void Alone(Meeting s)
    {
        var (site, leader) = (_instance.Sites[s.Site], _instance.Leaders[s.Leader]);
        Must(s.Part == "whole" || _instance.Split, $"{s.Id} is a half where halves are not allowed");
        Must(s.Until - s.From == (s.Part == "whole" ? _instance.Length : _instance.Length / 2), $"{s.Id} has another length");
        Must(s.From >= 0 && s.Until <= _instance.Minutes, $"{s.Id} leaves the window");
        Must(s.From % _instance.Slot == 0, $"{s.Id} begins between slots");
        Must(!_instance.IsSkipped(s.Site, s.From, s.Until), $"{s.Id} is at a time that the clocks leave out");
        Must(!site.Blackouts.Exists(b => b.Touches(s.From, s.Until)), $"{s.Id} touches a blackout");
        Must(site.Rooms.TryGetValue(s.Room, out var capacity), $"{s.Id} is in a room of another site");
        Must(s.People.Count >= 1, $"{s.Id} has nobody in it");
        Must(s.People.Count <= Math.Min(_instance.MaxSize, capacity), $"{s.Id} has too many people");
        Must(_instance.Near[s.Site].Contains(leader.Site), $"{s.Id} has a leader from too far away");
        Must(s.From >= leader.Ready, $"{s.Id} comes before the leader is ready");
        Must(leader.Available.Exists(a => a.Holds(s.From, s.Until)), $"{s.Id} lies outside what the leader offers");
        foreach (var id in s.People)
        {
            var person = _instance.People[id];
            Must(_instance.Near[s.Site].Contains(person.Site), $"{s.Id} is too far away for {id}");
            Must(leader.Languages.Contains(person.Language), $"{s.Id} is in no language of {id}");
            Must(
                person.Shifts.Exists(x => x.Holds(s.From - _instance.Edge, s.Until + _instance.Edge)),
                $"{s.Id} is outside the shifts of {id}"
            );
        }
    }

    private void Leaders(List<Meeting> sessions)
    {
        foreach (var held in sessions.GroupBy(s => s.Leader, StringComparer.Ordinal))
        {
            Apart([.. held], "shares its leader");
            var leader = _instance.Leaders[held.Key];
            Must(held.GroupBy(s => s.From / Reading.Day).All(d => d.Count() <= leader.PerDay), $"{held.Key} holds too many on a day");
            Must(
                held.GroupBy(s => s.From / (7 * Reading.Day)).All(w => w.Count() <= leader.PerWeek),
                $"{held.Key} holds too many in a week"
            );
        }
    }

    private void Once(List<Meeting> sessions)
    {
        foreach (var one in ByPerson(sessions))
        {
            var parts = one.Select(x => x.Session).OrderBy(s => s.From).ToList();
            Must(parts is [_] || AreHalves(parts), $"{one.Key} is in {parts.Count} sessions");
        }
    }

    private static IEnumerable<IGrouping<string, (string Person, Meeting Session)>> ByPerson(List<Meeting> sessions) =>
        sessions.SelectMany(s => s.People.Select(p => (Person: p, Session: s))).GroupBy(x => x.Person, StringComparer.Ordinal);

    /// <summary>A first half and then a second, which begins less than a week after the first began.</summary>
    private static bool AreHalves(List<Meeting> parts) =>
        parts is [{ Part: "first" } first, { Part: "second" } second]
        && second.From >= first.Until
        && second.From - first.From < 7 * Reading.Day;

    private static HashSet<string> Covered(List<Meeting> sessions) =>
        ByPerson(sessions)
            .Where(g =>
                g.Select(x => x.Session).OrderBy(s => s.From).ToList() is var parts && (parts is [{ Part: "whole" }] || AreHalves(parts))
            )
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);

    private void Cover(List<Meeting> sessions)
    {
        var away = new Dictionary<(string Home, int Slot), int>();
        foreach (var session in sessions)
        {
            foreach (var home in session.People.Select(p => _instance.People[p].Site))
            {
                foreach (var slot in _instance.Slots(session.From, session.Until))
                {
                    away[(home, slot)] = away.GetValueOrDefault((home, slot)) + 1;
                }
            }
        }

        foreach (var ((home, slot), count) in away)
        {
            Must(
                count <= _instance.Cover(home, slot),
                $"{home} lets {count} go at minute {slot} where {_instance.Cover(home, slot)} may go"
            );
        }
    }

    private long Cost(List<Meeting> sessions) =>
        (20L * sessions.Count)
        + sessions.Sum(s => (long)(s.From / Reading.Day))
        + (3L * ByPerson(sessions).Count(g => g.Any(x => !_instance.IsOwn(x.Session.Leader, g.Key))));

    /// <summary>50 for each person covered in both who sits elsewhere although all they sat in is still allowed, each session alone.</summary>
    private static long Moved(List<Meeting> sessions, HashSet<string> covered, List<Meeting> before, Reading instance)
    {
        var kept = before
            .Select(s => s with { People = [.. s.People.Where(instance.People.ContainsKey)] })
            .Where(s => s.People.Count > 0)
            .ToList();
        var now = ByPerson(sessions)
            .ToDictionary(g => g.Key, g => g.Select(x => x.Session.Seat).Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        var coveredBefore = Covered(kept);
        return 50L
            * ByPerson(kept)
                .Count(g =>
                    covered.Contains(g.Key)
                    && coveredBefore.Contains(g.Key)
                    && !g.Select(x => x.Session.Seat).Order(StringComparer.Ordinal).SequenceEqual(now[g.Key])
                    && g.All(x => IsAllowedAlone(instance, x.Session))
                );
    }

    private long Moved(List<Meeting> sessions, HashSet<string> covered, List<Meeting> before) =>
        Moved(sessions, covered, before, _instance);

    private static bool IsAllowedAlone(Reading instance, Meeting session)
    {
        if (session.From < instance.Now || !instance.Sites.ContainsKey(session.Site) || !instance.Leaders.ContainsKey(session.Leader))
        {
            return false;
        }

        var alone = new TimetableChecker(instance);
        alone.Rules([session]);
        return alone._broken.Count == 0;
    }

    /// <summary>The list of uncovered people must be complete, and say rightly who is unreachable.</summary>
    private HashSet<string> Listed(JsonElement timetable, HashSet<string> covered)
    {
        var listed = Reading.List(timetable, "uncovered");
        var names = listed.Select(u => u.GetProperty("person").GetString()!).ToHashSet(StringComparer.Ordinal);
        var left = _instance.People.Keys.Where(p => !covered.Contains(p) && !_instance.Done.Contains(p)).ToHashSet(StringComparer.Ordinal);
        Must(left.SetEquals(names) && names.Count == listed.Count, "the list of uncovered people is another");
        var reachable = new Reachable(_instance);
        var unreachable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in listed)
        {
            var name = person.GetProperty("person").GetString()!;
            var said = person.GetProperty("unreachable").GetBoolean();
            Must(person.GetProperty("limits").GetArrayLength() > 0, $"{name} has no limit that binds");
            Must(said != reachable.Reaches(name), $"{name} is said to be {(said ? "unreachable" : "reachable")}");
            if (said)
            {
                unreachable.Add(name);
            }
        }

        return unreachable;
    }

    private void Figures(JsonElement timetable, long cost, int uncovered)
    {
        var bound = timetable.GetProperty("lowerBound").GetInt64();
        var least = timetable.GetProperty("uncoveredBound").GetInt32();
        Must(timetable.GetProperty("cost").GetInt64() == cost, $"the cost is said to be {timetable.GetProperty("cost")} and is {cost}");
        Must(bound <= cost, "the bound lies above the cost");
        Must(least <= uncovered, "fewer are uncovered than is said to be possible");
        var status =
            least > 0 ? "infeasible"
            : bound == cost ? "optimal"
            : "feasible";
        Must(timetable.GetProperty("status").GetString() == status, $"the status is not {status}");
    }

    private void Apart(List<Meeting> sessions, string what)
    {
        for (var i = 0; i < sessions.Count; i++)
        {
            Must(!sessions.Skip(i + 1).Any(sessions[i].Meets), $"{sessions[i].Id} {what}");
        }
    }

    private void Must(bool holds, string what)
    {
        if (!holds)
        {
            _broken.Add(what);
        }
    }
}
