using Fieldcraft.Web.Running;

namespace Fieldcraft.Web.Commands;

/// <summary>Brings the database to this program's schema.</summary>
internal sealed class Migrate : ICommand
{
    public string Name => "migrate";

    public string Usage => "[--data DIR] [--database CONNECTION]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var settings = arguments.Settings();
        var json = arguments.Json;
        arguments.NothingElse();
        await using var app = await FieldcraftApp.BuildAsync(settings, TimeProvider.System, cancellationToken: cancellationToken);
        var applied = await DatabaseUpgrade.RunAsync(app.Services, settings, cancellationToken);
        await terminal.Out.WriteLineAsync(
            json ? System.Text.Json.JsonSerializer.Serialize(new { applied })
            : applied.Count == 0 ? "The database is up to date."
            : $"Applied: {string.Join(", ", applied)}"
        );
        return ExitCode.Done;
    }
}
