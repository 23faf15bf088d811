using System.Text.Json;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Commands;

/// <summary>
/// Imports a directory file, also while the server runs. With refused rows nothing is changed, unless <c>--skip-refused</c> says to take the
/// others in.
/// </summary>
internal sealed class ImportPeople : ICommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Name => "import people";

    public string Usage => "FILE [--dry-run] [--skip-refused] [--map FILE] [--json] [--data DIR] [--database CONNECTION]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var settings = arguments.Settings();
        var (file, json, dryRun, skip) = (
            arguments.Word(0, "FILE"),
            arguments.Json,
            arguments.Has("--dry-run"),
            arguments.Has("--skip-refused")
        );
        var map = arguments.Value("--map");
        arguments.NothingElse();
        if ((Missing(file) ?? Missing(map)) is { } missing)
        {
            await terminal.Error.WriteLineAsync($"{missing} is not there.");
            return ExitCode.NotFound;
        }

        await using var app = await FieldcraftApp.BuildAsync(settings, TimeProvider.System, cancellationToken: cancellationToken);
        await Running.DatabaseUpgrade.RunAsync(app.Services, settings, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var words = new Words(app.Services.GetRequiredService<WordCatalogue>(), WordCatalogue.Source, "UTC", strict: false);
        try
        {
            await terminal.Error.WriteLineAsync($"Reading {file}");
            await using var stream = File.OpenRead(file);
            var read = await DirectoryFile.ReadAsync(stream, cancellationToken);
            var mapping = map is null
                ? await scope.ServiceProvider.GetRequiredService<ImportDesk>().RememberedAsync(read.Headers, cancellationToken)
                    ?? ColumnMapping.Propose(read.Headers)
                : MappingFile.Read(await File.ReadAllTextAsync(map, cancellationToken), read.Headers);
            await terminal.Error.WriteLineAsync($"{read.Rows.Count} rows, {read.EncodingName}, separated by {NameOf(read.Separator)}");
            RefuseWithoutNeeded(mapping);
            var takeover = scope.ServiceProvider.GetRequiredService<DirectoryTakeover>();
            var plan = await takeover.PlanAsync(read.Rows, mapping, null, cancellationToken);
            var refused = plan.Count(RowOutcome.Refuse) > 0;
            var takesIn = !dryRun && (!refused || skip) && !plan.ChangesNothing;
            if (takesIn)
            {
                var fingerprint = DirectoryTakeover.Fingerprint(plan);
                var done = await takeover.CarryOutAsync(
                    read.Rows,
                    mapping,
                    null,
                    fingerprint,
                    new Shown(terminal.Error),
                    null,
                    cancellationToken
                );
                if (!done.IsDone)
                {
                    await terminal.Error.WriteLineAsync("The directory was changed while this ran. Nothing was imported; run it again.");
                    return ExitCode.RefusedByState;
                }
            }

            await TellAsync(terminal, ImportReport.Of(plan, words), plan, words, json);
            await terminal.Error.WriteLineAsync(
                takesIn ? "Imported."
                : dryRun ? "Nothing was changed: this was a dry run."
                : refused && !skip ? "Nothing was changed: rows were refused. Mend them, or import the others with --skip-refused."
                : "Nothing was changed: the directory says the same."
            );
            return refused ? ExitCode.Findings : ExitCode.Done;
        }
        catch (UnreadableFileException unreadable)
        {
            await terminal.Error.WriteLineAsync(words[$"import.file.{unreadable.Code}", [.. unreadable.Arguments]]);
            return ExitCode.Usage;
        }
    }

    private static string? Missing(string? file) => file is null || File.Exists(file) ? null : file;

    private static string NameOf(char separator) => separator == '\t' ? "tabs" : separator.ToString();

    private static void RefuseWithoutNeeded(ColumnMapping mapping)
    {
        if (mapping.Missing is [var missing, ..])
        {
            throw new UnreadableFileException("column-missing", missing.Name());
        }
    }

    private static async Task TellAsync(Terminal terminal, ImportReport report, ImportPlan plan, Words words, bool json)
    {
        foreach (var note in plan.Notes)
        {
            await terminal.Error.WriteLineAsync($"line {note.Line}: {ImportReportRow.ReasonOf(note, words)}");
        }

        if (json)
        {
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(report, Json));
            return;
        }

        await terminal.Out.WriteLineAsync($"create {report.Create}, change {report.Change}, leave {report.Leave}, refuse {report.Refuse}");
        foreach (var row in report.Rows)
        {
            await terminal.Out.WriteLineAsync($"line {row.Line}, {row.Column}, {row.Value}: {row.Reason} ({row.Code}, {row.Action})");
        }
    }

    /// <summary>One line for every stage, and one for each further tenth.</summary>
    private sealed class Shown(TextWriter error) : IProgress<ImportProgress>
    {
        private (ImportStage, int) _last;

        public void Report(ImportProgress value)
        {
            var now = (value.Stage, value.Total == 0 ? 0 : value.Done * 10 / value.Total);
            if (now != _last)
            {
                _last = now;
                error.WriteLine(value.ToString());
            }
        }
    }
}
