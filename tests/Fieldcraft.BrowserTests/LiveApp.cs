using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Fieldcraft.Persistence;
using Fieldcraft.Web;
using Fieldcraft.Web.Commands;
using Fieldcraft.Web.Demo;
using Fieldcraft.Web.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>The product on a real port, with an empty database or with the demo, and a page of a real browser in front of it.</summary>
public sealed class LiveApp : IAsyncDisposable
{
    private WebApplication _app;
    private readonly Settings _settings;
    private readonly SharedBrowser _browser;
    private readonly string _folder;
    private readonly TimeProvider? _clock;

    private LiveApp(WebApplication app, Settings settings, SharedBrowser browser, Uri address, string folder, TimeProvider? clock)
    {
        _clock = clock;
        _app = app;
        _settings = settings;
        _browser = browser;
        Address = address;
        _folder = folder;
    }

    public Uri Address { get; }

    /// <param name="clock">One that the journey can move; otherwise the machine's.</param>
    public static async Task<LiveApp> StartAsync(
        SharedBrowser browser,
        bool development = false,
        bool demo = false,
        TimeProvider? clock = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("fieldcraft-browser-").FullName;
        var port = FreePort();
        var settings = new Settings
        {
            DataFolder = folder,
            Port = port,
            Development = development,
            Demo = demo,
            ThrottleFactor = 100,
        };
        var address = new Uri($"http://localhost:{port.ToString(CultureInfo.InvariantCulture)}");
        return new LiveApp(await ServeAsync(settings, address, clock), settings, browser, address, folder, clock);
    }

    /// <summary>Takes the server away; the browser meets a closed port.</summary>
    public async Task GoDownAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Brings it back at the same address, on the same data.</summary>
    public async Task ComeBackAsync() => _app = await ServeAsync(_settings, Address, _clock);

    private static async Task<WebApplication> ServeAsync(Settings settings, Uri address, TimeProvider? clock)
    {
        var app = await FieldcraftApp.BuildAsync(settings, clock ?? (settings.Demo ? new DemoClock() : TimeProvider.System));
        await DatabaseUpgrade.RunAsync(app.Services, settings, CancellationToken.None);
        if (settings.Demo)
        {
            await DemoCommand.MakeAsync(app.Services, new Terminal(TextWriter.Null, TextWriter.Null), CancellationToken.None);
        }

        app.Urls.Add(address.ToString());
        await app.StartAsync();
        return app;
    }

    public async Task<IPage> NewPageAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await _browser.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
                JavaScriptEnabled = script,
                BaseURL = Address.ToString(),
            }
        );
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>Prepares what a journey finds.</summary>
    internal Task<T> InDatabaseAsync<T>(Func<FieldcraftDb, Task<T>> work) =>
        WithServicesAsync(services => work(services.GetRequiredService<FieldcraftDb>()));

    internal async Task<T> WithServicesAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
