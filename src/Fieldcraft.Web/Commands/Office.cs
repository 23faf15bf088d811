using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Commands;

/// <summary>The program's parts for a command: put together as for the server, but nothing listens and no job runs.</summary>
internal sealed class Office : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = MadeJson();
    private readonly WebApplication _app;
    private readonly AsyncServiceScope _scope;

    private Office(WebApplication app)
    {
        _app = app;
        _scope = app.Services.CreateAsyncScope();
    }

    public FieldcraftDb Db => Get<FieldcraftDb>();

    public KeyStore Keys => Get<KeyStore>();

    public DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    /// <exception cref="StartRefusedException">The database has another schema than this program.</exception>
    public static async Task<Office> OpenAsync(Settings settings, CancellationToken cancellationToken)
    {
        var app = await FieldcraftApp.BuildAsync(settings, TimeProvider.System, b => b.Logging.ClearProviders(), cancellationToken);
        await DatabaseUpgrade.DemandCurrentAsync(app.Services, settings, cancellationToken);
        return new Office(app);
    }

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Writes a result: as JSON when asked for, else as the given sentence.</summary>
    public static Task WriteAsync(Terminal terminal, bool json, object result, string sentence) =>
        terminal.Out.WriteLineAsync(json ? JsonSerializer.Serialize(result, Json) : sentence);

    /// <summary>Refuses when a server runs on this data folder.</summary>
    public static void DemandStopped(Settings settings)
    {
        var file = Path.Combine(settings.DataFolder, "fieldcraft.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            throw new StartRefusedException(
                "server-running",
                $"The server runs on this data (process {id}). Stop it first; nothing was changed."
            );
        }
        catch (ArgumentException)
        {
            // The server ended without tidying up.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _app.DisposeAsync();
    }

    private static JsonSerializerOptions MadeJson()
    {
        var options = new JsonSerializerOptions { WriteIndented = true };
        ApiJson.Configure(options);
        return options;
    }
}
