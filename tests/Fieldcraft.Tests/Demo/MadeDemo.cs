using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web;
using Fieldcraft.Web.Demo;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Demo;

/// <summary>The whole demo on SQLite, made once and served. Tests that share it leave it as it is.</summary>
public sealed class MadeDemo : IAsyncLifetime
{
    private WebApplication _app = null!;

    /// <summary>Both demos of a test run are made at the same moment.</summary>
    internal static DateTimeOffset MadeAt { get; } = TimeProvider.System.GetUtcNow();

    internal DemoReport Report { get; private set; } = null!;

    internal IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        await MakeAsync();
        await StartAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Makes it, and nothing runs in it yet: no job has told anybody anything.</summary>
    internal async Task MakeAsync()
    {
        var folder = TestFolders.New();
        await Databases.MakeAsync(Database.Sqlite, folder);
        _app = await FieldcraftApp.BuildAsync(
            new Settings
            {
                DataFolder = folder,
                Demo = true,
                ThrottleFactor = 1000,
            },
            new DemoClock(),
            builder => builder.WebHost.UseTestServer()
        );
        Report = await InScopeAsync(services =>
            new DemoOrganisation(
                services.GetRequiredService<FieldcraftDb>(),
                services.GetRequiredService<KeyStore>(),
                services.GetRequiredService<Passwords>(),
                services.GetRequiredService<Rules>(),
                services.GetRequiredService<WordCatalogue>(),
                services.GetRequiredService<Scripts>(),
                services.GetRequiredService<FrameworkShelf>(),
                new StillClock()
            ).MakeAsync(null, CancellationToken.None)
        );
    }

    internal Task StartAsync() => _app.StartAsync();

    internal Browser NewBrowser() => new(_app.GetTestServer());

    internal async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    internal Task<T> InDatabaseAsync<T>(Func<FieldcraftDb, Task<T>> work) =>
        InScopeAsync(services => work(services.GetRequiredService<FieldcraftDb>()));

    /// <summary>One click on the sign-in page.</summary>
    internal async Task<Browser> BeAsync(string userName)
    {
        var browser = NewBrowser();
        var page = await browser.GetAsync("/sign-in");
        page.Document.QuerySelector($"button[name='Input.UserName'][value='{userName}']").ShouldNotBeNull();
        var entered = await page.SubmitAsync($"form:has(button[value='{userName}'])", ("Input.UserName", userName));
        entered.RedirectsTo.ShouldBe("/", userName);
        return browser;
    }

    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => MadeAt;
    }
}
