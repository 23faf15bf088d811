using System.Text.Json.Nodes;
using Fieldcraft.Rollout;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Timetables;
using Fieldcraft.RolloutChecker;

namespace Fieldcraft.Tests.Rollouts;

/// <summary>The bounds against the best of all timetables, where these are few enough to be tried one by one.</summary>
public sealed class BoundTests
{
    [Fact]
    public void No_bound_lies_above_the_best_of_all_timetables()
    {
        var (close, best) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var json = Tiny(seed);
            var instance = SmallRollout.Read(json);
            var made = SmallRollout.Solved(json, effort: 20);
            var unreachable = made.Uncovered.Where(u => u.IsUnreachable).Select(u => u.Person).ToHashSet(StringComparer.Ordinal);

            var (cost, uncovered) = new AllTimetables(instance, unreachable).Best();

            made.LowerBound.ShouldBeLessThanOrEqualTo(cost, $"seed {seed}");
            made.UncoveredBound.ShouldBeLessThanOrEqualTo(uncovered, $"seed {seed}");
            made.Cost.ShouldBeGreaterThanOrEqualTo(cost, $"seed {seed}");
            best += made.Cost == cost ? 1 : 0;
            close += made.LowerBound == cost ? 1 : 0;
        }

        best.ShouldBeGreaterThan(50);
        close.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void What_is_optimal_is_said_to_be()
    {
        var json = SmallRollout.With(j =>
        {
            j["people"] = new JsonArray([.. j["people"]!.AsArray().Take(3).Select(p => p!.DeepClone())]);
            (j["sites"]![0]!["releaseShare"], j["sites"]![0]!["floorMinimum"]) = (1, 0);
        });

        var made = SmallRollout.Solved(json);

        (made.Status, made.Cost, made.LowerBound).ShouldBe((TimetableStatus.Optimal, 20, 20));
    }

    [Fact]
    public void Who_must_stay_uncovered_is_proven_from_the_floor()
    {
        var json = SmallRollout.With(j =>
        {
            j["sites"]![0]!["floorMinimum"] = 5;
            foreach (var person in j["people"]!.AsArray())
            {
                person!["shifts"] = new JsonArray(new JsonArray(SmallRollout.At(0, 6), SmallRollout.At(0, 8)));
            }
        });

        var made = SmallRollout.Solved(json);

        made.Status.ShouldBe(TimetableStatus.Infeasible);
        made.UncoveredBound.ShouldBeGreaterThanOrEqualTo(4);
        made.Uncovered.Count(u => !u.IsUnreachable).ShouldBeGreaterThanOrEqualTo(made.UncoveredBound);
    }

    /// <summary>Few people, few leaders, four-hour slots.</summary>
    private static JsonObject Tiny(int seed)
    {
        var chance = new Random(seed);
        var json = RolloutMaker.Make(
            new RolloutShape
            {
                Sites = 2,
                People = 4,
                Leaders = 2 + chance.Next(2),
                Days = 2 + chance.Next(2),
                SlotMinutes = 240,
                Minutes = 240,
                MaxSize = 1 + chance.Next(3),
                ReleaseShare = chance.Next(2) == 0 ? 0.4m : 1m,
                FloorShare = 0,
                Capacity = 2,
                RoomsASite = 1,
                Crews = 1 + chance.Next(2),
                MaxPerDay = 1 + chance.Next(2),
                MaxPerWeek = 1 + chance.Next(2),
                Absent = 20 + chance.Next(30),
                Joined = 2,
                Languages = 1 + chance.Next(2),
                Blackouts = false,
            },
            seed
        );
        var people = json["people"]!.AsArray();
        while (people.Count > 4)
        {
            people.RemoveAt(chance.Next(people.Count));
        }

        return json;
    }

    /// <summary>Puts one person after another into every session there could be, or into none.</summary>
    private sealed class AllTimetables(RolloutInstance instance, HashSet<string> unreachable)
    {
        private readonly Rules _rules = new(instance);
        private readonly List<PlannedSession> _sessions = [];
        private long _best = long.MaxValue;
        private int _fewest = int.MaxValue;

        public (long Cost, int Uncovered) Best()
        {
            Place(0, 0, 0);
            return (_best, _fewest);
        }

        private void Place(int person, int uncovered, int strangers)
        {
            if (person == instance.People.Count)
            {
                var start = instance.Window.Start.ToDateTime(TimeOnly.MinValue);
                var cost =
                    (10_000L * uncovered) + (20 * _sessions.Count) + (3 * strangers) + _sessions.Sum(s => (long)(s.Start - start).Days);
                (_best, _fewest) = (Math.Min(_best, cost), Math.Min(_fewest, uncovered));
                return;
            }

            var who = instance.People[person];
            Place(person + 1, unreachable.Contains(who.Id) ? uncovered : uncovered + 1, strangers);
            foreach (var session in Sessions())
            {
                var at = _sessions.FindIndex(s => (s.Room, s.Leader, s.Start) == (session.Room, session.Leader, session.Start));
                var before = at < 0 ? null : _sessions[at];
                if (before is null)
                {
                    _sessions.Add(session with { People = [who.Id] });
                }
                else
                {
                    _sessions[at] = before with { People = [.. before.People, who.Id] };
                }

                // Whoever is added only makes things worse: what is broken stays so.
                if (_rules.Broken(_sessions).Count == 0)
                {
                    Place(person + 1, uncovered, strangers + (IsOwn(session.Leader, who) ? 0 : 1));
                }

                if (before is null)
                {
                    _sessions.RemoveAt(_sessions.Count - 1);
                }
                else
                {
                    _sessions[at] = before;
                }
            }
        }

        private bool IsOwn(string leader, Person person) =>
            person.Leader == leader || instance.Leaders.First(l => l.Id == person.Leader).Deputy == leader;

        private IEnumerable<PlannedSession> Sessions() =>
            from site in instance.Sites
            from room in site.Rooms
            from leader in instance.Leaders
            from slot in Enumerable.Range(0, instance.Window.Days * 1440 / instance.SlotMinutes)
            let start = instance.Window.Start.ToDateTime(TimeOnly.MinValue).AddMinutes(slot * instance.SlotMinutes)
            select new PlannedSession("x", site.Id, room.Id, leader.Id, start, instance.Session.Minutes, SessionPart.Whole, []);
    }
}
