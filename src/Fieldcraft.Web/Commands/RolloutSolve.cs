using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Fieldcraft.Rollout;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Timetables;

namespace Fieldcraft.Web.Commands;

/// <summary>Proposes a timetable for one module's roll-out, from a file and without any data of the installation.</summary>
internal sealed class RolloutSolve : ICommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Name => "rollout solve";

    public string Usage => "INSTANCE.json [--seconds N] [--effort N] [--seed N] [--previous TIMETABLE.json] [--json]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (file, json, previous) = (arguments.Word(0, "INSTANCE.json"), arguments.Json, arguments.Value("--previous"));
        var options = new SolverOptions(
            arguments.Number("--effort", SolverOptions.UsualEffort),
            (ulong)arguments.Number("--seed", 1),
            Seconds(arguments.Value("--seconds"))
        );
        arguments.NothingElse();
        if ((Missing(file) ?? Missing(previous)) is { } missing)
        {
            await terminal.Error.WriteLineAsync($"{missing} is not there.");
            return ExitCode.NotFound;
        }

        await using var stream = File.OpenRead(file);
        var read = await InstanceReader.ReadAsync(stream, cancellationToken);
        if (read.Instance is not { } instance)
        {
            return await RefuseAsync(terminal, read.Problems, json);
        }

        IReadOnlyList<PlannedSession> before = [];
        if (previous is not null)
        {
            await using var old = File.OpenRead(previous);
            var sessions = await TimetableFile.ReadAsync(old, cancellationToken);
            if (sessions.Problems.Count > 0)
            {
                return await RefuseAsync(terminal, sessions.Problems, json);
            }

            before = sessions.Sessions;
        }

        await terminal.Error.WriteLineAsync(
            $"{instance.People.Count} people, {instance.Leaders.Count} leaders, {instance.Sites.Count} sites"
        );
        var made = Solver.Solve(instance, options, before, new Shown(terminal.Error), cancellationToken);
        await terminal.Out.WriteLineAsync(TimetableFile.Text(made));
        await terminal.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{made.Sessions.Count} sessions, cost {made.Cost}, at least {made.LowerBound} (gap {made.Gap:P2}), {made.Seconds:0.0} s"
            )
        );
        return ExitCode.Done;
    }

    private static async Task<int> RefuseAsync(Terminal terminal, IReadOnlyList<InstanceProblem> problems, bool json)
    {
        foreach (var problem in problems)
        {
            await terminal.Error.WriteLineAsync(problem.ToString());
        }

        if (json)
        {
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(new { problems }, Json));
        }

        return ExitCode.Usage;
    }

    private static string? Missing(string? file) => file is null || File.Exists(file) ? null : file;

    private static double? Seconds(string? text) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds
        : throw new UsageException($"--seconds needs a number, not {text}.");

    /// <summary>How far it is, at most twice a second.</summary>
    private sealed class Shown(TextWriter error) : IProgress<SolverProgress>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
        private long _last = Stopwatch.GetTimestamp();

        public void Report(SolverProgress value)
        {
            if (Stopwatch.GetElapsedTime(_last) > Pause)
            {
                _last = Stopwatch.GetTimestamp();
                error.WriteLine($"{value.PartsDone} of {value.Parts} parts, {value.Covered} people covered, cost {value.Cost}");
            }
        }
    }
}
