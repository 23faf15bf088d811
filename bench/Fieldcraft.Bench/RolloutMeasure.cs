using System.Text.Json;
using Fieldcraft.Rollout;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Timetables;
using Fieldcraft.RolloutChecker;

namespace Fieldcraft.Bench;

/// <summary>
/// Timetables for made-up roll-outs of both sizes, as the command makes them, with the proven gap as a row of its own. The smaller ones are checked by the
/// independent checker; one that is not valid ends the run.
/// </summary>
internal static class RolloutMeasure
{
    private const int Seed = 7;
    private const int Largest = 10_000;

    private static readonly (string Name, double Must, double Aim, RolloutShape Shape)[] Sizes =
    [
        ("rollout.real", 30, 5, new RolloutShape()),
        ("rollout.joined", 30, 5, new RolloutShape { Joined = 3 }),
        (
            "rollout.large",
            300,
            60,
            new RolloutShape
            {
                Sites = 420,
                People = 80_000,
                Leaders = 2_000,
            }
        ),
    ];

    public static void Run(BenchRun run)
    {
        foreach (var (name, must, aim, shape) in Sizes.Where(s => run.Wants(s.Name)))
        {
            var json = RolloutMaker.Element(RolloutMaker.Make(shape, Seed));
            var instance = InstanceReader.Read(json).Instance ?? throw new InvalidOperationException("The made-up roll-out was refused.");
            var made = Solver.Solve(instance);
            Check(json, instance, made);
            run.Add(new Row($"{name}.seconds", must, aim, made.Seconds, null, "s"));
            run.Add(new Row($"{name}.gap", null, 2, made.Gap * 100, null, "%"));
            run.Add(
                new Row(
                    $"{name}.uncovered-above-bound",
                    null,
                    0,
                    made.Uncovered.Count(u => !u.IsUnreachable) - made.UncoveredBound,
                    null,
                    "people"
                )
            );
        }
    }

    private static void Check(JsonElement json, RolloutInstance instance, Timetable made)
    {
        var isValid =
            Rules.Broken(instance, made.Sessions).Count == 0
            && (instance.People.Count > Largest || TimetableChecker.Check(json, Written(made)).Broken.Count == 0);
        if (!isValid)
        {
            throw new InvalidOperationException("The timetable breaks a rule.");
        }
    }

    private static JsonElement Written(Timetable made)
    {
        using var document = JsonDocument.Parse(TimetableFile.Text(made));
        return document.RootElement.Clone();
    }
}
