using System.Collections.Concurrent;
using Fieldcraft.Persistence;
using Fieldcraft.Web;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fieldcraft.Tests.Harness;

/// <summary>The whole product on a fresh database, reached over HTTP without a socket.</summary>
public sealed class TestApp : IAsyncDisposable
{
    /// <summary>The product's own hasher, but quick: what it costs to guess is not what these tests are about.</summary>
    public static readonly Passwords Passwords = new(iterations: 1000);

    private static readonly ConcurrentDictionary<Database, Lazy<Task<TestApp>>> Shared = new();

    // Before any database is opened: the database layer remembers for a while that nobody listens.
    static TestApp() => Queries.Listen();

    private TestApp(WebApplication app, Settings settings, TestClock clock)
    {
        Application = app;
        Settings = settings;
        Clock = clock;
    }

    public WebApplication Application { get; }

    public Settings Settings { get; }

    public TestClock Clock { get; }

    /// <summary>One app per database for all tests that only add people of their own. Its clock must not be moved.</summary>
    public static Task<TestApp> SharedAsync(Database database) =>
        Shared.GetOrAdd(database, kind => new Lazy<Task<TestApp>>(() => NewAsync(kind, null, null))).Value;

    /// <summary>An app of the test's own, for tests that move the clock or change the installation.</summary>
    public static Task<TestApp> StartAsync(
        Database database,
        Func<Settings, Settings>? change = null,
        Action<WebApplicationBuilder>? also = null
    ) =>
        TestContext.Current.Test?.Traits.TryGetValue("Needs", out var needs) == true && needs.Contains("Server")
            ? NewAsync(database, change, also)
            : throw new InvalidOperationException($"A test that starts the product says so: {nameof(OnServersOfItsOwnAttribute)}.");

    private static async Task<TestApp> NewAsync(Database database, Func<Settings, Settings>? change, Action<WebApplicationBuilder>? also)
    {
        var folder = TestFolders.New();
        var settings = new Settings
        {
            DataFolder = folder,
            Database = await Databases.MakeAsync(database, folder),
            Development = true,
            ThrottleFactor = 1000,
        };
        return await StartAsync(change?.Invoke(settings) ?? settings, new TestClock(), also);
    }

    /// <summary>A second node of the same installation: same database, same keys, same clock.</summary>
    public static Task<TestApp> SecondNodeAsync(TestApp first) => StartAsync(first.Settings, first.Clock, null);

    /// <summary>The same installation started anew with other settings, beside the first.</summary>
    public static Task<TestApp> OnSameDataAsync(TestApp first, Func<Settings, Settings> change) =>
        StartAsync(change(first.Settings), first.Clock, null);

    private static async Task<TestApp> StartAsync(Settings settings, TestClock clock, Action<WebApplicationBuilder>? also)
    {
        var app = await FieldcraftApp.BuildAsync(
            settings,
            clock,
            builder =>
            {
                // Jobs run when a test says so.
                builder.Services.Remove(builder.Services.Single(s => s.ImplementationFactory?.Method.ReturnType == typeof(JobRunner)));
                builder.Services.AddSingleton(Passwords);
                builder.WebHost.UseTestServer();
                also?.Invoke(builder);
            }
        );
        await app.StartAsync();
        return new TestApp(app, settings, clock);
    }

    public Browser NewBrowser() => new(Application.GetTestServer());

    public async Task<T> InDatabaseAsync<T>(Func<FieldcraftDb, Task<T>> work)
    {
        await using var scope = Application.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<FieldcraftDb>());
    }

    public Task InDatabaseAsync(Func<FieldcraftDb, Task> work) =>
        InDatabaseAsync(async db =>
        {
            await work(db);
            return 0;
        });

    public T Get<T>()
        where T : notnull => Application.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        if (Settings.Database is { } server)
        {
            await Databases.DropAsync(server);
        }
    }
}
