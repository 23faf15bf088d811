using System.Globalization;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Demo;
using Fieldcraft.Web.Features.SetUp;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Commands;

/// <summary>Starts the server; bin/run calls it.</summary>
internal sealed class Serve : ICommand
{
    public string Name => "serve";

    public string Usage =>
        "[--port N] [--listen ADDRESS] [--data DIR] [--database CONNECTION] [--keys CONNECTION] [--demo] [--development]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var settings = arguments.Settings() with
        {
            Port = arguments.Number("--port", 5080),
            Listen = arguments.Value("--listen") ?? "127.0.0.1",
            Demo = arguments.Has("--demo"),
            Development = arguments.Has("--development"),
            ThrottleFactor = arguments.Number("--throttle-factor", 1),
        };
        arguments.NothingElse();
        var prepared = Task.Run(() => DatabaseSetup.Prepare(settings.Choice), cancellationToken);
        await using var app = await FieldcraftApp.BuildAsync(
            settings,
            settings.Demo ? new DemoClock() : TimeProvider.System,
            builder => builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false),
            cancellationToken
        );
        await prepared;
        var isMade = await DemoGuard.DemandFitAsync(app.Services, settings.Demo, cancellationToken);
        await DatabaseUpgrade.RunAsync(app.Services, settings, cancellationToken);
        await app.Services.GetRequiredService<InstallationState>().DemandReachAsync(settings, cancellationToken);
        if (settings.Demo && !isMade)
        {
            await DemoCommand.MakeAsync(app.Services, terminal, cancellationToken);
        }

        app.Urls.Add($"http://{settings.Listen}:{settings.Port.ToString(CultureInfo.InvariantCulture)}");
        var pidFile = Path.Combine(settings.DataFolder, "fieldcraft.pid");
        await File.WriteAllTextAsync(pidFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), cancellationToken);
        await app.StartAsync(cancellationToken);
        if (await app.Services.GetRequiredService<SetUpCode>().AnnouncementAsync(cancellationToken) is { } announcement)
        {
            await terminal.Out.WriteLineAsync(announcement);
        }

        await terminal.Out.WriteLineAsync($"Fieldcraft is ready at {string.Join(' ', app.Urls)}");
        if (settings.Demo)
        {
            await DemoCommand.TellHowToSignInAsync(app.Services, terminal, app.Urls.First(), cancellationToken);
        }

        // A start makes and drops a good deal, and a server at rest would hold on to it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        await app.WaitForShutdownAsync(cancellationToken);
        File.Delete(pidFile);
        return ExitCode.Done;
    }
}
