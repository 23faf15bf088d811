using System.Collections.Concurrent;
using System.Diagnostics;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Solving;
using Fieldcraft.Rollout.Timetables;

namespace Fieldcraft.Rollout;

/// <summary>How hard to look.</summary>
/// <param name="Effort">How often, for each session, a piece of a timetable is taken off and seated anew; 0 constructs one and stops.</param>
/// <param name="Seed">The same seed and effort give the same timetable on any number of cores.</param>
/// <param name="Seconds">Cuts the search short; the best so far is given. Null lets it end by itself.</param>
/// <param name="MaxCores">Parts planned at the same time; null takes all cores of the machine.</param>
public sealed record SolverOptions(int Effort = SolverOptions.UsualEffort, ulong Seed = 1, double? Seconds = null, int? MaxCores = null)
{
    public const int UsualEffort = 40;
}

/// <summary>How far the search is.</summary>
/// <param name="PartsDone">Parts that are finished, of <paramref name="Parts"/>; a part is a set of sites that join.</param>
/// <param name="Cost">Of the best timetable so far; parts not begun count as wholly uncovered.</param>
/// <param name="Covered">People who have a session in it.</param>
public sealed record SolverProgress(int PartsDone, int Parts, long Cost, int Covered);

/// <summary>Proposes who teaches whom, when and where, and says what is proven of the proposal.</summary>
public static class Solver
{
    /// <param name="previous">The timetable so far, when one is planned anew: whoever could keep their session and does not costs.</param>
    /// <param name="progress">Told after every part and whenever a part got better; from any thread, in any order.</param>
    /// <param name="cancellationToken">Ends the search as the seconds do: the best so far is given, and nothing is thrown.</param>
    /// <exception cref="InstanceRefusedException">The instance breaks the format; <see cref="InstanceChecks"/> says so beforehand.</exception>
    public static Timetable Solve(
        RolloutInstance instance,
        SolverOptions? options = null,
        IReadOnlyList<PlannedSession>? previous = null,
        IProgress<SolverProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        if (InstanceChecks.Of(instance) is { Count: > 0 } problems)
        {
            throw new InstanceRefusedException(problems);
        }

        options ??= new SolverOptions();
        var begun = Stopwatch.GetTimestamp();
        var ground = new Ground(instance);
        var account = new Account(ground, previous ?? []);
        var sections = Division.Of(ground, account.Kept);
        var tally = new Tally(sections, progress);
        var plans = new PartPlan[sections.Count];
        // The largest first, so that no core waits for it in the end.
        var inTurn = sections.OrderByDescending(s => s.People.Count).ThenBy(s => s.Number).ToList();
        Parallel.ForEach(
            Partitioner.Create(inTurn, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = options.MaxCores ?? Environment.ProcessorCount },
            section => plans[section.Number] = Planning.Of(section, account, options, IsTimeUp, tally)
        );
        return new Assembly(ground, account, sections, plans).Timetable(Stopwatch.GetElapsedTime(begun).TotalSeconds);

        bool IsTimeUp() =>
            cancellationToken.IsCancellationRequested
            || (options.Seconds is { } most && Stopwatch.GetElapsedTime(begun).TotalSeconds > most);
    }
}
