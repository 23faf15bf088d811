using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Timetables;

namespace Fieldcraft.Rollout.Solving;

/// <summary>Adds up what a timetable costs, from its sessions alone: the search counts as it goes, this counts what came of it.</summary>
internal sealed class Account
{
    private readonly Ground _ground;

    /// <summary>For each person who was covered before and could keep it: where.</summary>
    private readonly Dictionary<int, List<Fixed>> _before = [];

    public Account(Ground ground, IReadOnlyList<PlannedSession> previous)
    {
        _ground = ground;
        if (previous.Count == 0)
        {
            return;
        }

        var known = ground.Instance.People.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var rules = new Rules(ground.Instance);
        var seats = new Dictionary<int, List<(Fixed Session, bool IsAllowed)>>();
        foreach (
            var session in previous.Select(s => s with { People = [.. s.People.Where(known.Contains)] }).Where(s => s.People.Count > 0)
        )
        {
            if (ground.FixedOf(session) is { } at)
            {
                var isAllowed = at.Start >= ground.FirstStart && rules.Broken([session]).Count == 0;
                foreach (var person in at.People)
                {
                    (seats.TryGetValue(person, out var own) ? own : seats[person] = []).Add((at, isAllowed));
                }
            }
        }

        foreach (
            var (person, own) in seats.Where(s => s.Value.TrueForAll(x => x.IsAllowed) && IsCovered([.. s.Value.Select(x => x.Session)]))
        )
        {
            _before[person] = [.. own.Select(x => x.Session)];
        }
    }

    /// <summary>Sessions of the timetable before that somebody could keep, without those who could not.</summary>
    public IReadOnlyList<Fixed> Kept =>
        [
            .. _before
                .SelectMany(b => b.Value.Select(s => (Person: b.Key, Session: s)))
                .GroupBy(x => (x.Session.Start, x.Session.Site, x.Session.Room, x.Session.Leader))
                .OrderBy(g => g.Key)
                .Select(g => g.First().Session with { People = [.. g.Select(x => x.Person).Order()] }),
        ];

    /// <summary>Who has a whole session, or both halves.</summary>
    public static HashSet<int> Covered(IEnumerable<Fixed> sessions) =>
        [
            .. sessions
                .SelectMany(s => s.People.Select(p => (Person: p, Session: s)))
                .GroupBy(x => x.Person, x => x.Session)
                .Where(g => IsCovered([.. g]))
                .Select(g => g.Key),
        ];

    /// <summary>Everything but uncovered people.</summary>
    public long CostOf(IReadOnlyList<Fixed> sessions)
    {
        var cost = sessions.Sum(s => (long)Costs.Session + _ground.DayOf(s.Start));
        foreach (var own in sessions.SelectMany(s => s.People.Select(p => (Person: p, Session: s))).GroupBy(x => x.Person, x => x.Session))
        {
            cost += own.Any(s => !_ground.IsOwn(s.Leader, own.Key)) ? Costs.NotOwn : 0;
            cost += _before.TryGetValue(own.Key, out var before) && IsCovered([.. own]) && !AreSame([.. own], before) ? Costs.Moved : 0;
        }

        return cost;
    }

    private static bool IsCovered(IReadOnlyList<Fixed> own) => own is [{ Part: SessionPart.Whole }] or [_, _];

    private static bool AreSame(List<Fixed> one, List<Fixed> other) =>
        one.Count == other.Count
        && one.TrueForAll(a => other.Exists(b => (a.Leader, a.Site, a.Room, a.Start) == (b.Leader, b.Site, b.Room, b.Start)));
}
