using System.Globalization;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Timetables;

namespace Fieldcraft.Rollout.Solving;

/// <summary>Puts the plans of all parts together, with what is locked.</summary>
internal sealed class Assembly(Ground ground, Account account, IReadOnlyList<Section> sections, IReadOnlyList<PartPlan> plans)
{
    public Timetable Timetable(double seconds)
    {
        var sessions = ground.Locked.Concat(plans.SelectMany(p => p.Sessions)).ToList();
        var covered = Account.Covered(sessions);
        var uncovered = UncoveredBy(sessions, covered);
        var cost = account.CostOf(sessions) + ((long)Costs.Uncovered * uncovered.Count(u => !u.IsUnreachable));
        var bound = account.CostOf(ground.Locked) + plans.Sum(p => p.LowerBound);
        var least = plans.Sum(p => p.UncoveredBound);
        return new Timetable(
            least > 0 ? TimetableStatus.Infeasible
                : cost == bound ? TimetableStatus.Optimal
                : TimetableStatus.Feasible,
            cost,
            bound,
            least,
            seconds,
            Named(plans.SelectMany(p => p.Sessions)),
            uncovered
        );
    }

    private List<Uncovered> UncoveredBy(List<Fixed> sessions, HashSet<int> covered)
    {
        var (alone, together) = (new Limits(ground, []), new Limits(ground, sessions));
        var uncovered = new List<(int Person, Uncovered Why)>();
        foreach (var section in sections)
        {
            foreach (var person in section.Unreachable)
            {
                uncovered.Add((person, Why(person, isUnreachable: true, alone.Of(person, null))));
            }

            foreach (var person in section.People.Where(p => !covered.Contains(p)))
            {
                uncovered.Add((person, Why(person, isUnreachable: false, together.Of(person, null))));
            }

            foreach (var person in section.HalfDone.Where(p => !covered.Contains(p)))
            {
                var half = ground.Locked.First(s => s.People.Contains(person));
                uncovered.Add((person, Why(person, isUnreachable: false, together.Of(person, half))));
            }
        }

        return [.. uncovered.OrderBy(u => u.Person).Select(u => u.Why)];

        Uncovered Why(int person, bool isUnreachable, (IReadOnlyList<string> Names, string Hint) limits) =>
            new(ground.Instance.People[person].Id, isUnreachable, limits.Names, limits.Hint);
    }

    /// <summary>Locked sessions keep their names; the others are numbered in order, past names that are taken.</summary>
    private List<PlannedSession> Named(IEnumerable<Fixed> planned)
    {
        var taken = ground.Instance.Locked.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var number = 0;
        return
        [
            .. planned
                .OrderBy(s => (s.Start, s.Site, s.Room, s.Leader))
                .Select(s => Planned(s, NextName()))
                .Concat(ground.Instance.Locked)
                .OrderBy(s => s.Start)
                .ThenBy(s => ground.Site(s.Site))
                .ThenBy(s => s.Room, StringComparer.Ordinal)
                .ThenBy(s => s.Leader, StringComparer.Ordinal),
        ];

        string NextName()
        {
            string name;
            do
            {
                name = string.Create(CultureInfo.InvariantCulture, $"t{++number:00000}");
            } while (taken.Contains(name));

            return name;
        }
    }

    private PlannedSession Planned(Fixed session, string id)
    {
        var instance = ground.Instance;
        return new PlannedSession(
            id,
            instance.Sites[session.Site].Id,
            instance.Sites[session.Site].Rooms[session.Room].Id,
            instance.Leaders[session.Leader].Id,
            ground.TimeOf(session.Start),
            session.Length * ground.Slot,
            session.Part,
            [.. session.People.Select(p => instance.People[p].Id)]
        );
    }
}
