using System.Data.Common;
using System.Net;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Assignments;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Running;

/// <summary>A full disk and a database that is away get a page that says so, and nothing is stored by halves.</summary>
public sealed class OutageTests
{
    private const int Full = 13;
    private const int CannotOpen = 14;

    [Fact, Trait("Needs", "Server")]
    public async Task On_a_full_disk_the_page_says_that_nothing_was_stored_and_what_to_do()
    {
        var outage = new SimulatedOutage(Full, sql => sql.Contains("INSERT INTO \"JournalEntries\"", StringComparison.Ordinal));
        await using var app = await StartAsync(outage);
        var world = await World.InAsync(app);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var form = await browser.GetAsync("/journal/new");
        outage.IsOn = true;

        var answer = await form.SubmitAsync("main form", ("Entry.Text", "The gate stuck"));

        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Response.Headers.RetryAfter.ShouldNotBeNull();
        answer.Main.ShouldContain("cannot reach its data");
        answer.Main.ShouldContain("what you typed is still in the form");
        (await app.InDatabaseAsync(db => db.Events.CountAsync(e => e.Name == "JournalEntryWritten"))).ShouldBe(0);
        outage.IsOn = false;
        (await form.SubmitAsync("main form", ("Entry.Text", "The gate stuck"))).RedirectsTo.ShouldBe("/journal");
    }

    [Fact, Trait("Needs", "Server")]
    public async Task An_answer_that_a_full_disk_does_not_take_is_not_called_changed_elsewhere()
    {
        var outage = new SimulatedOutage(Full, sql => sql.Contains("INSERT INTO", StringComparison.Ordinal));
        await using var app = await StartAsync(outage);
        var desk = await Desk.WithAssignmentAsync(await World.InAsync(app));
        var form = await desk.OpenAsync("/inquiry/p4");
        outage.IsOn = true;

        (await form.SubmitAsync("main form", ("Answer.Text", "The gate stuck"))).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        outage.IsOn = false;
        (await form.SubmitAsync("main form", ("Answer.Text", "The gate stuck"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.OpenAsync("/inquiry/p4")).Text.ShouldContain("The gate stuck");
    }

    [Fact, Trait("Needs", "Server")]
    public async Task Without_its_database_every_page_still_answers_in_words()
    {
        var outage = new SimulatedOutage(CannotOpen, _ => true);
        await using var app = await StartAsync(outage);
        var world = await World.InAsync(app);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        await browser.GetAsync("/");
        outage.IsOn = true;

        var answer = await browser.GetAsync("/journal");

        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Main.ShouldContain("cannot reach its data");
        outage.IsOn = false;
        (await browser.GetAsync("/journal")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<TestApp> StartAsync(SimulatedOutage outage) =>
        TestApp.StartAsync(
            Database.Sqlite,
            also: builder => builder.Services.ConfigureDbContext<FieldcraftDb>(o => o.AddInterceptors(outage))
        );

    /// <summary>Answers chosen statements with the error the database gives when it is full or away.</summary>
    private sealed class SimulatedOutage(int error, Func<string, bool> hits) : DbCommandInterceptor
    {
        public bool IsOn { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Break(command);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Break(command);
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }

        private void Break(DbCommand command)
        {
            if (IsOn && hits(command.CommandText))
            {
                throw new SqliteException("The database is out of reach.", error);
            }
        }
    }
}
