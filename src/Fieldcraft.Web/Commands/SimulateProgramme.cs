using System.Text.Json;
using Fieldcraft.Rehearsal;

namespace Fieldcraft.Web.Commands;

/// <summary>Teaches the demo's next module to everybody, against a running server and through what it shows to anybody.</summary>
internal sealed class SimulateProgramme : ICommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Name => "simulate programme";

    public string Usage => "[--address http://localhost:5080] [--sites N] [--seed N] [--together N] [--json]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var json = arguments.Json;
        var server = arguments.Value("--address") ?? new Settings { DataFolder = "" }.PublicAddress;
        if (!Uri.TryCreate(server, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new UsageException($"--address needs an address such as http://localhost:5080, not {server}.");
        }

        var options = new RehearsalOptions(
            address,
            arguments.Number("--seed", 1),
            arguments.Value("--sites") is null ? null : arguments.Number("--sites", 1),
            arguments.Number("--together", 24)
        );
        arguments.NothingElse();
        try
        {
            var report = await ProgrammeRehearsal.RunAsync(options, terminal.Error.WriteLine, cancellationToken);
            await terminal.Out.WriteAsync(json ? JsonSerializer.Serialize(report, Json) : report.Text());
            return report.IsClean ? ExitCode.Done : ExitCode.Findings;
        }
        catch (RehearsalStoppedException stopped)
        {
            await terminal.Error.WriteLineAsync(stopped.Message);
            return ExitCode.RefusedByState;
        }
    }
}
