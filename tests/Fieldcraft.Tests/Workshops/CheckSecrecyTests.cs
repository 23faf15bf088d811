using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Workshops;

/// <summary>The self-check is its owner's, and what is added to a group's figure leads back to nobody.</summary>
public sealed class CheckSecrecyTests
{
    [Theory, OnEveryDatabase]
    public async Task Somebody_looks_at_themselves_and_sees_their_own_past(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));
        var page = await browser.GetAsync("/initiative");
        (await page.SubmitAsync("#check", ("Input.Answers[0]", "3"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        var kept = await page.SubmitAsync(
            "#check",
            [.. Enumerable.Range(0, 8).Select(i => ($"Input.Answers[{i}]", i is 0 or 3 or 5 ? "2" : "4"))]
        );

        kept.RedirectsTo.ShouldBe("/initiative");
        var after = await browser.GetAsync("/initiative");
        after.Main.ShouldContain("mean 4.0 of 5");
        after.Main.ShouldContain("No norms exist");
        after.Main.ToLowerInvariant().ShouldNotContain("score");
        (await after.SubmitAsync("form[action*='TearUp']")).RedirectsTo.ShouldBe("/initiative");
        (await browser.GetAsync("/initiative")).Main.ShouldNotContain("mean");
    }

    [Theory, OnEveryDatabase]
    public async Task The_answers_are_sealed_and_nothing_is_added_unasked(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await Gathering.OfAsync(world, 6);
        foreach (var browser in gathering.Browsers)
        {
            await Gathering.CheckAsync(browser, 4);
        }

        var id = WorkshopId.From(gathering.Id);
        (await world.InDatabaseAsync(db => db.CheckTallies.CountAsync(t => t.WorkshopId == id))).ShouldBe(0);
        var stored = await world.InDatabaseAsync(db =>
            db.InitiativeChecks.Where(c => c.OwnerId == gathering.People[0].Id).Select(c => c.Answers).SingleAsync()
        );
        System.Text.Encoding.Latin1.GetString(stored.ToBytes()).ShouldNotContain("24424244");
    }

    [Theory, OnEveryDatabase]
    public async Task No_row_links_an_answer_to_a_person_and_their_order_says_nothing(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await Gathering.OfAsync(world, 8, seats: 16);
        var id = WorkshopId.From(gathering.Id);
        var seen = new HashSet<Guid>();
        for (var i = 0; i < 8; i++)
        {
            (await gathering.AddAsync(gathering.Browsers[i], "Before", (i % 5) + 1)).ShouldBe(HttpStatusCode.NoContent);
            var ids = await world.InDatabaseAsync(db => db.CheckTallies.Where(t => t.WorkshopId == id).Select(t => t.Id).ToListAsync());
            ids.Count.ShouldBe(i + 1);
            ids.ShouldAllBe(t => seen.Add(t), "Every line is written anew with every answer: no line is the newest.");
        }

        // A second answer of the same person for the same moment is refused; nothing is counted twice.
        (await gathering.AddAsync(gathering.Browsers[0], "Before", 5)).ShouldBe(HttpStatusCode.Conflict);

        // The attack: every column of the lines, in the order of the file, beside who contributed and when their checks were made.
        var columns = await world.InDatabaseAsync(db =>
            Task.FromResult(db.Model.FindEntityType(typeof(CheckTally))!.GetProperties().Select(p => p.GetColumnName()).Order().ToList())
        );
        columns.ShouldBe(["Arm", "Id", "Moment", "Sum", "WorkshopId"], "No person, no time.");
        var inOrderOfTheFile =
            database == Database.Sqlite
                ? "SELECT * FROM \"InitiativeTallies\" ORDER BY rowid"
                : "SELECT * FROM \"InitiativeTallies\" ORDER BY ctid";
        var orders = new HashSet<string>(StringComparer.Ordinal);
        var people = gathering.People.Select(p => p.Id.Value).ToList();
        var lines = await world.InDatabaseAsync(db =>
            db.CheckTallies.FromSqlRaw(inOrderOfTheFile).AsNoTracking().Where(t => t.WorkshopId == id).ToListAsync()
        );
        lines.ShouldAllBe(l => !people.Contains(l.Id));
        lines.Select(l => l.Sum).Order().ShouldBe([8, 8, 16, 16, 24, 24, 32, 40]);
        var stored = await world.InDatabaseAsync(db => db.CheckContributions.Where(c => c.WorkshopId == id).ToListAsync());
        typeof(CheckContribution)
            .GetProperties()
            .Select(p => p.Name)
            .ShouldBe(["WorkshopId", "Moment", "OwnerId"], "That, not what and not when.");
        stored.Select(c => c.OwnerId.Value).ShouldBe(people, ignoreOrder: true);
        (await world.InDatabaseAsync(db => db.Events.CountAsync(e => e.Name.Contains("Contribut") || e.Name.Contains("Tall")))).ShouldBe(0);

        // The order in the file changes with every writing anew: over a few it is never twice the order of the people.
        for (var i = 0; i < 4; i++)
        {
            var more = await (gathering with { People = [], Browsers = [] }).WithAsync(1);
            await more.AddAsync(more.Browsers[0], "Before", 3);
            var sums = await world.InDatabaseAsync(db =>
                db.CheckTallies.FromSqlRaw(inOrderOfTheFile).AsNoTracking().Where(t => t.WorkshopId == id).Select(t => t.Sum).ToListAsync()
            );
            orders.Add(string.Join(' ', sums.Where(s => s != 24)));
        }

        orders.Count.ShouldBeGreaterThan(1);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_figure_is_published_once_when_its_window_is_over_and_the_answers_go(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var gathering = await Gathering.OfAsync(world, 6);
        var id = WorkshopId.From(gathering.Id);
        for (var i = 0; i < 6; i++)
        {
            (await gathering.AddAsync(gathering.Browsers[i], "Before", (i % 3) + 2)).ShouldBe(HttpStatusCode.NoContent);
            await app.LookAfterWorkshopsAsync();
            Moment(await gathering.ResultsAsync(), 0)
                .GetProperty("attended")
                .ValueKind.ShouldBe(JsonValueKind.Null, "Never while answers come in.");
        }

        app.Clock.Advance(TimeSpan.FromDays(9));
        (await gathering.AddAsync(gathering.Browsers[0], "Before", 5)).ShouldBe(HttpStatusCode.NotFound, "The window is over.");
        await app.LookAfterWorkshopsAsync();
        var published = Moment(await gathering.ResultsAsync(), 0);
        await app.LookAfterWorkshopsAsync();

        published.GetProperty("attended").GetProperty("value").GetDecimal().ShouldBe(3.0m);
        published.GetProperty("attended").GetProperty("count").GetInt32().ShouldBe(6);
        published.GetProperty("waited").GetRawText().ShouldContain("\"value\":null,\"withheld\":{\"rule\":\"minimum\",\"minimum\":5}");
        Moment(await gathering.ResultsAsync(), 0).GetRawText().ShouldBe(published.GetRawText());
        (await world.InDatabaseAsync(db => db.CheckTallies.CountAsync(t => t.WorkshopId == id))).ShouldBe(0);
        (await gathering.Lead.GetAsync(gathering.Address + "/results")).Main.ShouldContain("3.0, from 6 answers");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Four_answers_stay_withheld_and_nobody_learns_how_many_there_were(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var gathering = await Gathering.OfAsync(world, 4);
        for (var i = 0; i < 4; i++)
        {
            await gathering.AddAsync(gathering.Browsers[i], "Before", i + 1);
        }

        app.Clock.Advance(TimeSpan.FromDays(9));
        await app.LookAfterWorkshopsAsync();

        Moment(await gathering.ResultsAsync(), 0)
            .GetProperty("attended")
            .GetRawText()
            .ShouldContain("{\"value\":null,\"withheld\":{\"rule\":\"minimum\",\"minimum\":5},\"count\":null");
        var page = await gathering.Lead.GetAsync(gathering.Address + "/results");
        page.Main.ShouldContain("withheld: fewer than 5 answers");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Those_of_a_later_workshop_are_the_comparison_until_their_own_day(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var first = await Gathering.OfAsync(world, 5);
        var later = await Gathering.OfAsync(world, 5, on: world.Today.AddDays(100), after: first);
        for (var i = 0; i < 5; i++)
        {
            (await first.AddAsync(first.Browsers[i], "Before", 2 + (i % 2))).ShouldBe(HttpStatusCode.NoContent);
            (await first.AddAsync(later.Browsers[i], "Before", 2 + (i % 2))).ShouldBe(HttpStatusCode.NoContent);
        }

        app.Clock.Advance(TimeSpan.FromDays(7 + 56));
        await app.LookAfterWorkshopsAsync();
        (first, later) = (await first.AgainAsync(), await later.AgainAsync());
        for (var i = 0; i < 5; i++)
        {
            (await first.AddAsync(first.Browsers[i], "Second", 3 + (i % 2))).ShouldBe(HttpStatusCode.NoContent);
            (await first.AddAsync(later.Browsers[i], "Second", 2 + (i % 2))).ShouldBe(HttpStatusCode.NoContent);
        }

        app.Clock.Advance(TimeSpan.FromDays(16));
        await app.LookAfterWorkshopsAsync();
        first = await first.AgainAsync();

        var results = await first.ResultsAsync();
        var difference = results.GetProperty("toSecond");
        difference.GetProperty("difference").GetDouble().ShouldBe(1.0);
        difference.GetProperty("interval").GetProperty("lower").GetDouble().ShouldBeLessThan(1.0);
        var page = await first.Lead.GetAsync(first.Address + "/results");
        page.Main.ShouldContain("Expect small effects");
        page.Main.ShouldContain("not estimated below 200 answers");
        page.Document.QuerySelector("dl.tally")!.TextContent.ShouldContain("customers mapped");
    }

    private static JsonElement Moment(JsonElement results, int index) => results.GetProperty("moments")[index];
}
