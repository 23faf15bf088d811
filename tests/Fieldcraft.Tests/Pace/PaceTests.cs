using System.Net;
using System.Text;
using Fieldcraft.Tests.Growth;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Pace;

public sealed class PaceTests
{
    private static readonly object Drawn = new
    {
        months = 36,
        capabilities = new object[]
        {
            new
            {
                capability = "lateral_influence",
                requiredNow = 3,
                requiredThen = 2,
                levelThen = 2.0m,
            },
            new
            {
                capability = "upward_influence",
                requiredNow = 3,
                requiredThen = 2,
                levelThen = 2.0m,
            },
        },
    };

    [Theory, OnEveryDatabase]
    public async Task With_an_own_view_only_there_is_not_enough_information_and_the_own_view_stands_apart(Database database)
    {
        var growing = await GrowingLeader.WithGapsAsync(await World.OnAsync(database));
        await DrawAsync(growing, Drawn);

        var page = await growing.Browser.GetAsync("/growth/pace");

        page.Main.ShouldContain("Not enough information");
        page.Main.ShouldContain("Your own view is shown apart");
        page.Document.QuerySelector("figure.pace").ShouldBeNull();
        page.Main.ShouldContain("2.5");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_rounds_draw_two_lines_and_memory_is_marked_where_there_is_only_one(Database database)
    {
        var world = await World.OnAsync(database);
        var growing = await GrowingLeader.WithGapsAsync(world);
        await growing.HearOthersAsync(world.Now.AddDays(-7), 6, ("lateral_influence", 3.4), ("upward_influence", 4.0));
        await DrawAsync(growing, Drawn);

        var remembered = await ReadAsync(growing);
        await growing.HearOthersAsync(world.Now.AddMonths(-35), 5, ("lateral_influence", 3.0), ("upward_influence", 3.2));
        var measured = await ReadAsync(growing);
        var page = await growing.Browser.GetAsync("/growth/pace");

        // Now 2.2 and 2.5, then 2 and 2 remembered: lag 1 − 0.35, and 0.25 less or more.
        remembered.GetProperty("result").GetProperty("lag").GetDecimal().ShouldBe(0.65m);
        remembered.GetProperty("result").GetProperty("uncertainty").GetDecimal().ShouldBe(0.25m);
        remembered.GetProperty("reading").GetString().ShouldBe("noClearPicture");
        measured.GetProperty("result").GetProperty("growth").GetDecimal().ShouldBe(0.3m);
        measured.GetProperty("result").GetProperty("uncertainty").GetDecimal().ShouldBe(0);
        measured.GetProperty("reading").GetString().ShouldBe("careerAhead");
        page.Document.QuerySelector("figure.pace svg").ShouldNotBeNull();
        page.Main.ShouldContain("5 others");
    }

    [Theory, OnEveryDatabase]
    public async Task Pauses_leave_the_window_and_it_reaches_further_back(Database database)
    {
        var world = await World.OnAsync(database);
        var growing = await GrowingLeader.WithGapsAsync(world);
        var form = await growing.Browser.GetAsync("/growth/pace/draw");

        var kept = await form.SubmitAsync(
            "main form",
            ("Pace.Pauses[0].From", world.Today.AddMonths(-20).ToString("yyyy-MM")),
            ("Pace.Pauses[0].Until", world.Today.AddMonths(-11).ToString("yyyy-MM")),
            ("Pace.Pauses[0].Reason", "PartTime")
        );
        var wrong = await form.SubmitAsync("main form", ("Pace.Pauses[0].From", "yesterday"));
        var body = await ReadAsync(growing);

        kept.Status.ShouldBe(HttpStatusCode.Redirect, kept.Main);
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("window").GetProperty("pausedMonths").GetInt32().ShouldBe(10);
        body.GetProperty("window").GetProperty("activeMonths").GetInt32().ShouldBe(36);
        (await growing.Browser.GetAsync("/growth/pace")).Main.ShouldContain("10 months do not count");
    }

    [Theory, OnEveryDatabase]
    public async Task It_is_the_persons_alone_and_cannot_be_shared(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var growing = await GrowingLeader.WithGapsAsync(world, manager);
        await DrawAsync(growing, Drawn);
        var other = await world.SignedInAsync(manager);

        (await other.ApiAsync(HttpMethod.Get, "/api/v1/growth/pace")).Body.GetProperty("version").GetInt32().ShouldBe(0);
        (await growing.Browser.GetAsync("/growth/pace")).Document.QuerySelectorAll("main a[href*='share']").ShouldBeEmpty();
        Enum.GetNames<Domain.Sharing.SharedItemKind>().ShouldNotContain(n => n.Contains("Pace", StringComparison.Ordinal));
        var row = await world.InDatabaseAsync(db => db.PacePictures.AsNoTracking().SingleAsync(p => p.OwnerId == growing.Leader.Id));
        Encoding.UTF8.GetString(row.Content.ToBytes()).ShouldNotContain("lateral");
    }

    [Theory, OnEveryDatabase]
    public async Task A_stale_version_is_refused_and_removing_takes_the_key_along(Database database)
    {
        var world = await World.OnAsync(database);
        var growing = await GrowingLeader.WithGapsAsync(world);
        await DrawAsync(growing, Drawn);
        var document = (await world.InDatabaseAsync(db => db.PacePictures.AsNoTracking().SingleAsync(p => p.OwnerId == growing.Leader.Id)))
            .Id
            .Value;
        var (one, two) = (await growing.Browser.GetAsync("/growth/pace/draw"), await growing.Browser.GetAsync("/growth/pace/draw"));
        await one.SubmitAsync("main form", ("Pace.Months", "24"));

        var late = await two.SubmitAsync("main form", ("Pace.Months", "48"));
        var stale = await growing.Browser.ApiAsync(HttpMethod.Put, "/api/v1/growth/pace", Drawn, ("If-Match", "\"1\""));
        var wrong = await growing.Browser.ApiAsync(HttpMethod.Put, "/api/v1/growth/pace", new { months = 3 }, ("If-Match", "\"2\""));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.QuerySelector("input[name='Pace.Months']")!.GetAttribute("value").ShouldBe("48");
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        await (await growing.Browser.GetAsync("/growth/pace")).SubmitAsync("form[data-remove]");
        (await world.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == document))).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_asks_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var growing = await GrowingLeader.WithGapsAsync(await World.InAsync(app));
        await growing.HearOthersAsync(growing.World.Now, 6, ("lateral_influence", 3.4), ("upward_influence", 4.0));
        await DrawAsync(growing, Drawn);

        foreach (var address in new[] { "/growth/pace", "/growth/pace/draw" })
        {
            (await Queries.OfAsync(app, growing.Browser, address)).Count.ShouldBeInRange(1, 6, address);
        }
    }

    private static async Task DrawAsync(GrowingLeader growing, object content)
    {
        var (status, body, _) = await growing.Browser.ApiAsync(HttpMethod.Put, "/api/v1/growth/pace", content, ("If-Match", "\"0\""));
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
    }

    private static async Task<System.Text.Json.JsonElement> ReadAsync(GrowingLeader growing) =>
        (await growing.Browser.ApiAsync(HttpMethod.Get, "/api/v1/growth/pace")).Body;
}
