using System.Text.Json.Nodes;
using Fieldcraft.Rollout;
using Fieldcraft.Rollout.Timetables;
using Fieldcraft.RolloutChecker;

namespace Fieldcraft.Tests.Rollouts;

/// <summary>Whatever the instance, the timetable is valid, costs what it says and no less than its bound; the independent checker adds it up.</summary>
public sealed class SolverTests
{
    private const int Instances = 240;

    [Fact]
    public void Hundreds_of_made_up_roll_outs_are_solved_validly()
    {
        var uncovered = 0;
        for (var seed = 0; seed < Instances; seed++)
        {
            var json = RandomRollout.Make(seed);
            var made = SmallRollout.Solved(json, effort: seed % 3 == 0 ? 0 : 6, seed: (ulong)seed);
            uncovered += made.Uncovered.Count;
        }

        // They are no test if everything is easy.
        uncovered.ShouldBeGreaterThan(Instances);
    }

    [Fact]
    public void Planning_anew_is_valid_too_and_counts_who_moves()
    {
        for (var seed = 0; seed < Instances / 3; seed++)
        {
            var json = RandomRollout.Make(seed);
            var before = SmallRollout.Solved(json, effort: 4);
            var after = RandomRollout.Changed(json, seed);

            SmallRollout.Solved(after, before, effort: 4);
        }
    }

    [Fact]
    public void What_a_leader_held_before_counts_for_the_week()
    {
        var json = SmallRollout.Json();
        json["now"] = "2027-02-02T00:00";
        var fresh = SmallRollout.Read(json);
        var instance = fresh with
        {
            Leaders = [.. fresh.Leaders.Select(l => l.Id == "ada" ? l with { Held = [new DateTime(2027, 2, 1, 6, 0, 0)] } : l)],
        };

        int InFirstWeek(Timetable t) => t.Sessions.Count(s => s.Leader == "ada" && s.Start < new DateTime(2027, 2, 8));

        var made = Solver.Solve(instance, new SolverOptions(6));

        InFirstWeek(Solver.Solve(fresh, new SolverOptions(6))).ShouldBe(2);
        InFirstWeek(made).ShouldBe(1);
        Rules.Broken(instance, made.Sessions).ShouldBeEmpty();
        Rules.Broken(instance, Solver.Solve(fresh, new SolverOptions(6)).Sessions).ShouldContain(b => b.Breach == Breach.LeaderWeek);
    }

    [Fact]
    public void The_same_seed_and_effort_give_the_same_timetable_on_one_core_and_on_two()
    {
        var json = RolloutMaker.Make(
            new RolloutShape
            {
                Sites = 6,
                People = 240,
                Leaders = 12,
                Joined = 2,
            },
            3
        );
        var instance = SmallRollout.Read(json);

        var one = Solver.Solve(instance, new SolverOptions(10, 5, MaxCores: 1));
        var two = Solver.Solve(instance, new SolverOptions(10, 5, MaxCores: 2));
        var other = Solver.Solve(instance, new SolverOptions(10, 6));

        Said(two).ShouldBe(Said(one));
        Said(other).ShouldNotBe(Said(one));
    }

    [Fact]
    public void More_effort_costs_no_more()
    {
        var instance = SmallRollout.Read(
            RolloutMaker.Make(
                new RolloutShape
                {
                    Sites = 4,
                    People = 320,
                    Leaders = 16,
                },
                3
            )
        );

        var (quick, long_) = (Solver.Solve(instance, new SolverOptions(0)), Solver.Solve(instance, new SolverOptions(30)));

        long_.Cost.ShouldBeLessThan(quick.Cost);
        long_.Gap.ShouldBeLessThan(0.06);
    }

    [Fact]
    public void Time_or_a_cancellation_cuts_it_short_and_the_best_so_far_is_kept()
    {
        var json = RolloutMaker.Make(
            new RolloutShape
            {
                Sites = 4,
                People = 320,
                Leaders = 16,
            },
            3
        );
        var instance = SmallRollout.Read(json);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        foreach (
            var made in new[]
            {
                Solver.Solve(instance, new SolverOptions(int.MaxValue, Seconds: 0.3)),
                Solver.Solve(instance, new SolverOptions(int.MaxValue), cancellationToken: cancelled.Token),
            }
        )
        {
            made.Seconds.ShouldBeLessThan(20);
            made.Uncovered.ShouldBeEmpty();
            TimetableChecker.Check(RolloutMaker.Element(json), SmallRollout.Element(made)).Broken.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Who_waits_is_told_how_far_it_is()
    {
        var instance = SmallRollout.Read(
            RolloutMaker.Make(
                new RolloutShape
                {
                    Sites = 3,
                    People = 90,
                    Leaders = 6,
                },
                3
            )
        );
        var told = new Told();

        var made = Solver.Solve(instance, new SolverOptions(5), progress: told);

        told.All.Count(p => p.PartsDone > 0).ShouldBeGreaterThanOrEqualTo(3);
        told.All[^1].ShouldBe(new SolverProgress(3, 3, made.Cost, instance.People.Count - made.Uncovered.Count));
    }

    [Fact]
    public void Nothing_is_planned_before_now_and_what_is_locked_stays()
    {
        var locked = SmallRollout.Valid()[0];
        var json = SmallRollout.With(j =>
        {
            j["now"] = SmallRollout.At(1, 9.25);
            j["locked"] = new JsonArray(SmallRollout.Node(locked));
            j["covered"] = new JsonArray("p9");
        });

        var made = SmallRollout.Solved(json);

        made.Sessions.Single(s => s.Id == "t1").People.ShouldBe(locked.People);
        made.Sessions.Where(s => s.Id != "t1").ShouldAllBe(s => s.Start >= SmallRollout.Time(1, 9.5));
        made.Sessions.SelectMany(s => s.People).ShouldNotContain("p9");
        made.Uncovered.ShouldBeEmpty();
    }

    [Fact]
    public void A_leader_who_falls_ill_moves_only_their_own_people()
    {
        var json = RolloutMaker.Make(
            new RolloutShape
            {
                Sites = 2,
                People = 160,
                Leaders = 10,
            },
            11
        );
        var before = SmallRollout.Solved(json, effort: 20);
        var ill = before.Sessions.GroupBy(s => s.Leader, StringComparer.Ordinal).MaxBy(g => g.Count())!.Key;
        json["leaders"]!.AsArray().First(l => l!["id"]!.GetValue<string>() == ill)!["available"] = new JsonArray();

        var after = SmallRollout.Solved(json, before, effort: 20);

        var held = before.Sessions.Where(s => s.Leader != ill).SelectMany(s => s.People.Select(p => (p, s.Leader, s.Start))).ToHashSet();
        var kept = after.Sessions.SelectMany(s => s.People.Select(p => (p, s.Leader, s.Start))).Count(held.Contains);
        kept.ShouldBeGreaterThan(held.Count * 95 / 100);
    }

    [Fact]
    public void Where_only_halves_fit_both_are_held()
    {
        var json = SmallRollout.With(j =>
        {
            j["session"]!["splitAllowed"] = true;
            foreach (var person in j["people"]!.AsArray())
            {
                person!["shifts"] = new JsonArray(
                    new JsonArray(SmallRollout.At(1, 6), SmallRollout.At(1, 6.5)),
                    new JsonArray(SmallRollout.At(3, 6), SmallRollout.At(3, 6.5))
                );
            }
        });

        var made = SmallRollout.Solved(json);

        made.Sessions.ShouldAllBe(s => s.Minutes == 30);
        made.Sessions.SelectMany(s => s.People).GroupBy(p => p, StringComparer.Ordinal).ShouldAllBe(g => g.Count() == 2);
        made.Uncovered.Count.ShouldBeLessThan(9);
    }

    [Fact]
    public void A_half_that_is_locked_is_completed()
    {
        var half = SmallRollout.Session("h", "north", "n1", "ada", 0, 8, "p1", "p2") with
        {
            Minutes = 30,
            Part = Rollout.Instances.SessionPart.First,
        };
        var json = SmallRollout.With(j =>
        {
            j["session"]!["splitAllowed"] = true;
            j["locked"] = new JsonArray(SmallRollout.Node(half));
        });

        var made = SmallRollout.Solved(json);

        made.Sessions.Single(s => s.Part == Rollout.Instances.SessionPart.Second).People.ShouldBe(["p1", "p2"], ignoreOrder: true);
        made.Uncovered.ShouldBeEmpty();
    }

    private static string Said(Timetable timetable)
    {
        var node = JsonNode.Parse(SmallRollout.Element(timetable).GetRawText())!;
        node["seconds"] = 0;
        return node.ToJsonString();
    }

    private sealed class Told : IProgress<SolverProgress>
    {
        public List<SolverProgress> All { get; } = [];

        public void Report(SolverProgress value) => All.Add(value);
    }
}
