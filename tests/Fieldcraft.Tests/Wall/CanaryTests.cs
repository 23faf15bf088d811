using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Commands;
using Fieldcraft.Web.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fieldcraft.Tests.Wall;

/// <summary>A canary sits in every private field of one leader. Everybody else looks for it everywhere.</summary>
public sealed partial class CanaryTests
{
    [Theory, OnEveryDatabase]
    public async Task No_page_and_no_operation_shows_a_private_text_to_anybody_but_its_owner(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (world, owner, manager, planting) = await PlantedAsync(app);
        var others = new Dictionary<string, Browser>(StringComparer.Ordinal)
        {
            ["manager"] = await world.SignedInAsync(manager),
            ["administrator"] = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator)),
            ["learning designer"] = await world.SignedInAsync(await world.HolderOfAsync(Role.LearningDesigner)),
            ["programme lead"] = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead)),
            ["senior leader"] = await world.SignedInAsync(await world.HolderOfAsync(Role.SeniorLeader)),
            ["report"] = await world.SignedInAsync(await world.PersonAsync("Report", owner)),
            ["nobody"] = app.NewBrowser(),
        };
        var found = new List<string>();

        foreach (var (who, browser) in others)
        {
            foreach (var address in Addresses(app, who is "manager" or "administrator" ? planting.Ids : [owner.Id.Value]))
            {
                using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
                var text = await answer.Content.ReadAsStringAsync();
                if (text.Contains("canary-", StringComparison.OrdinalIgnoreCase))
                {
                    found.Add($"{who} at {address}");
                }
            }
        }

        found.ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task The_owner_does_see_them_so_the_search_above_can_find_something(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (world, owner, _, planting) = await PlantedAsync(app);
        var browser = await world.SignedInAsync(owner);

        (await browser.GetAsync("/journal")).Text.ShouldContain(planting.Canaries["JournalEntry.Text"]);
        planting.Canaries.Count.ShouldBe(
            await app.InDatabaseAsync(db =>
                Task.FromResult(db.Model.GetEntityTypes().Sum(t => t.GetProperties().Count(p => p.ClrType == typeof(SealedText))))
            )
        );
    }

    [Fact]
    public async Task The_database_file_its_log_the_key_store_the_mails_the_program_log_and_a_backup_hold_no_private_text()
    {
        var log = new KeptLog();
        await using var app = await TestApp.StartAsync(
            Database.Sqlite,
            also: b => b.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace)
        );
        var (world, owner, _, _) = await PlantedAsync(app);
        var browser = await world.SignedInAsync(owner);
        await browser.GetAsync("/journal?search=canary");
        await (await browser.GetAsync("/journal/new")).SubmitAsync("main form[method=post]", ("Entry.Text", "canary-typed-into-a-form"));
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        await CommandLine.RunAsync(
            ["backup", Path.Combine(app.Settings.DataFolder, "night.backup"), "--data", app.Settings.DataFolder],
            TextWriter.Null,
            TextWriter.Null
        );
        await CommandLine.RunAsync(
            ["keys", "backup", Path.Combine(app.Settings.DataFolder, "keys.copy"), "--data", app.Settings.DataFolder],
            TextWriter.Null,
            TextWriter.Null
        );
        await CommandLine.RunAsync(
            [
                "export",
                "person",
                $"id:{owner.Id.Value}",
                Path.Combine(app.Settings.DataFolder, "person.json"),
                "--data",
                app.Settings.DataFolder,
            ],
            TextWriter.Null,
            TextWriter.Null
        );

        var files = Directory.EnumerateFiles(app.Settings.DataFolder, "*", SearchOption.AllDirectories).ToList();

        files.Count.ShouldBeGreaterThan(5);
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            Encoding.Latin1.GetString(copy.ToArray()).ShouldNotContain("canary-", Case.Insensitive, Path.GetFileName(file));
        }

        log.Lines.Count.ShouldBeGreaterThan(3);
        log.Lines.ShouldAllBe(l => !l.Contains("canary-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, OnEveryDatabase]
    public async Task Events_and_jobs_hold_no_private_text(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (world, owner, _, _) = await PlantedAsync(app);
        var browser = await world.SignedInAsync(owner);
        await (await browser.GetAsync("/journal/new")).SubmitAsync("main form[method=post]", ("Entry.Text", "canary-typed-into-a-form"));

        (await app.InDatabaseAsync(db => db.Events.AsNoTracking().Select(e => e.Facts).ToListAsync())).ShouldAllBe(f =>
            !f.Contains("canary-")
        );
        (await app.InDatabaseAsync(db => db.Jobs.AsNoTracking().Select(j => j.Payload ?? "").ToListAsync())).ShouldAllBe(p =>
            !p.Contains("canary-")
        );
    }

    private static async Task<(World World, Person Owner, Person Manager, Planting Planting)> PlantedAsync(TestApp app)
    {
        var world = await World.InAsync(app);
        var manager = await world.PersonAsync("Noor");
        var owner = await world.PersonAsync("Amira", manager);
        return (world, owner, manager, await Planting.ForAsync(app, owner));
    }

    /// <summary>Every address that can be asked for, with these ids in the place of every id.</summary>
    private static IEnumerable<string> Addresses(TestApp app, IReadOnlyCollection<Guid> ids) =>
        app.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET"))
            .Select(e => "/" + (e.RoutePattern.RawText ?? "").TrimStart('/'))
            .Where(a => !a.StartsWith("/error", StringComparison.Ordinal))
            .Distinct()
            .SelectMany(a => a.Contains('{') ? ids.Select(id => Parameter().Replace(a, id.ToString())) : [a])
            .Select(a => a + "?search=canary&q=canary");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>Keeps what the program logs.</summary>
    private sealed class KeptLog : ILoggerProvider
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Keeper(Lines);

        public void Dispose() { }

        private sealed class Keeper(ConcurrentBag<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => lines.Add(formatter(state, exception) + exception);
        }
    }
}
