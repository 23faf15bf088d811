using System.Diagnostics;
using System.Globalization;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Solving;
using Fieldcraft.Rollout.Timetables;

namespace Fieldcraft.Rollout;

/// <summary>How hard to look. The same seed and effort give the same timetable on any number of cores; the seconds may cut it short.</summary>
/// <param name="Effort">How many times a piece of a part is taken off and filled anew.</param>
public sealed record SolverOptions(int Effort = 400, ulong Seed = 1, double? Seconds = null);

/// <summary>Proposes who teaches whom, when and where, and says what is proven of the proposal.</summary>
public static class Solver
{
    public static Timetable Solve(RolloutInstance instance, SolverOptions options, CancellationToken cancellationToken = default)
    {
        var begun = Stopwatch.GetTimestamp();
        var ground = new Ground(instance);
        var parts = PartsOf(instance).Select(sites => new Part(ground, sites)).ToArray();
        var boards = new Board[parts.Length];
        var bounds = new Bound[parts.Length];
        Parallel.For(
            0,
            parts.Length,
            i =>
            {
                bounds[i] = Bounds.Of(parts[i]);
                boards[i] = new Search(parts[i], options.Seed + ((ulong)i << 32)).Run(options.Effort, IsTimeUp);
            }
        );
        return Together(instance, ground, parts, boards, bounds, Stopwatch.GetElapsedTime(begun).TotalSeconds);

        bool IsTimeUp() =>
            cancellationToken.IsCancellationRequested || (options.Seconds is { } most && Stopwatch.GetElapsedTime(begun).TotalSeconds > most);
    }

    /// <summary>Sites that join, directly or through others: each part is planned by itself.</summary>
    private static List<int[]> PartsOf(RolloutInstance instance)
    {
        var parts = new List<int[]>();
        var seen = new HashSet<int>();
        for (var first = 0; first < instance.Sites.Count; first++)
        {
            if (!seen.Add(first))
            {
                continue;
            }

            var part = new List<int> { first };
            for (var i = 0; i < part.Count; i++)
            {
                part.AddRange(instance.Sites[part[i]].Joins.Where(seen.Add));
            }

            parts.Add([.. part.Order()]);
        }

        return parts;
    }

    private static Timetable Together(RolloutInstance instance, Ground ground, Part[] parts, Board[] boards, Bound[] bounds, double seconds)
    {
        var planned = new List<PlannedSession>(instance.Locked);
        var uncovered = new List<Uncovered>();
        foreach (var (part, board) in parts.Zip(boards))
        {
            var next = new int[part.Crews.Count];
            foreach (var held in board.Sessions.OrderBy(s => s.Chance.Start).ThenBy(s => s.Chance.Site).ThenBy(s => s.Room))
            {
                planned.Add(
                    new PlannedSession(
                        "",
                        held.Chance.Site,
                        held.Room,
                        held.Chance.Leader,
                        held.Chance.Start * instance.SlotMinutes,
                        instance.Session.Minutes,
                        SessionPart.Whole,
                        [.. held.Crews.SelectMany(c => Next(part.Crews[c.Crew], next, c.Crew, c.Count)).Order()]
                    )
                );
            }

            uncovered.AddRange(part.Unreachable.Select(p => new Uncovered(p, true, Limits.Of(ground, part, null, p))));
            for (var c = 0; c < part.Crews.Count; c++)
            {
                var crew = part.Crews[c];
                uncovered.AddRange(crew.People.Skip(next[c]).Select(p => new Uncovered(p, false, Limits.Of(ground, part, board, p))));
            }
        }

        var cost = boards.Sum(b => b.Cost) + Locked(instance, ground);
        var bound = bounds.Sum(b => b.Cost) + Locked(instance, ground);
        var least = bounds.Sum(b => b.Uncovered);
        return new Timetable(
            instance,
            least > 0 ? TimetableStatus.Infeasible
                : cost == bound ? TimetableStatus.Optimal
                : TimetableStatus.Feasible,
            cost,
            bound,
            least,
            seconds,
            Named(planned),
            [.. uncovered.OrderBy(u => u.Person)]
        );
    }

    private static List<int> Next(Crew crew, int[] next, int index, int count)
    {
        var people = crew.People.Skip(next[index]).Take(count).ToList();
        next[index] += count;
        return people;
    }

    private static List<PlannedSession> Named(List<PlannedSession> sessions) =>
        [
            .. sessions
                .OrderBy(s => s.Start)
                .ThenBy(s => s.Site)
                .ThenBy(s => s.Room)
                .ThenBy(s => s.Leader)
                .Select((s, i) => s.Id.Length > 0 ? s : s with { Id = string.Create(CultureInfo.InvariantCulture, $"t{i + 1:00000}") }),
        ];

    /// <summary>What the locked sessions cost, whoever planned them.</summary>
    private static long Locked(RolloutInstance instance, Ground ground) =>
        instance.Locked.Sum(s =>
            (long)Costs.Session
            + (Math.Max(0, s.Start) / RolloutInstance.MinutesADay)
            + (Costs.NotOwn * s.People.Count(p => !instance.Covered.Contains(p) && !ground.IsOwn(s.Leader, p)))
        );
}
