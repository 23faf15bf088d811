using System.Net;
using System.Text.Json;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Planners;

public sealed class PlannerApiTests
{
    [Theory, OnEveryDatabase]
    public async Task A_planner_is_begun_written_finished_reopened_and_torn_up_on_the_version_that_was_seen(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var browser = await taught.World.SignedInAsync(await taught.World.LeaderAsync("Amira"));
        var address = await BeginAsync(browser, taught);

        (await ChangeAsync(browser, HttpMethod.Post, $"{address}/finish", 1)).ShouldBe("planner-empty");
        (await ChangeAsync(browser, HttpMethod.Put, $"{address}/texts", 1, Text("words", "welcome", "I begin"))).ShouldBeNull();
        (await ChangeAsync(browser, HttpMethod.Put, $"{address}/texts", 1, Text("words", "talk", "late"))).ShouldBe("changed-meanwhile");
        (await ChangeAsync(browser, HttpMethod.Put, $"{address}/texts", 2, Text("instead", "film-1", "no"))).ShouldBe("bad-input");
        (await ChangeAsync(browser, HttpMethod.Put, $"{address}/texts", 2, Text("words", "gone", "no"))).ShouldBe("bad-input");
        (await ChangeAsync(browser, HttpMethod.Put, $"{address}/texts", 2, Text("place", null, new string('x', 121)))).ShouldBe(
            "bad-input"
        );
        (await ChangeAsync(browser, HttpMethod.Put, $"{address}/shape", 2, new { inHalves = true })).ShouldBeNull();
        (await ChangeAsync(browser, HttpMethod.Post, $"{address}/finish", 3)).ShouldBeNull();
        (await ChangeAsync(browser, HttpMethod.Post, $"{address}/move-on", 4)).ShouldBeNull();
        var body = await ReadAsync(browser, address);
        body.GetProperty("finishedAt").ValueKind.ShouldBe(JsonValueKind.String);
        body.GetProperty("inHalves").GetBoolean().ShouldBeTrue();
        body.GetProperty("blocks")[0].GetProperty("texts")[0].GetProperty("text").GetString().ShouldBe("I begin");
        body.GetProperty("blocks")[7].GetProperty("to").GetInt32().ShouldBe(55);
        (await ChangeAsync(browser, HttpMethod.Post, $"{address}/reopen", 4)).ShouldBeNull();
        (await browser.ApiAsync(HttpMethod.Post, $"{address}/finish")).Status.ShouldBe((HttpStatusCode)428);
        (await ChangeAsync(browser, HttpMethod.Delete, address, 4)).ShouldBe("changed-meanwhile");
        (await ChangeAsync(browser, HttpMethod.Delete, address, 5)).ShouldBeNull();
        (await browser.ApiAsync(HttpMethod.Get, address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Beginning_twice_gives_the_same_planner_and_the_list_shows_it(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var browser = await taught.World.SignedInAsync(await taught.World.LeaderAsync("Amira"));

        var address = await BeginAsync(browser, taught);

        (await BeginAsync(browser, taught)).ShouldBe(address);
        var line = (await browser.ApiAsync(HttpMethod.Get, "/api/v1/planners"))
            .Body.GetProperty("items")
            .EnumerateArray()
            .Single(l => l.GetProperty("moduleId").GetGuid() == taught.Id.Value);
        address.ShouldEndWith(line.GetProperty("id").GetString()!);
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/planners", new { })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/planners", new { moduleId = Guid.NewGuid() })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await browser.ApiAsync(HttpMethod.Get, "/api/v1/planners/blank/pdf")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.ApiAsync(HttpMethod.Get, $"/api/v1/planners/blank/pdf?module={Guid.NewGuid()}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_newer_edition_says_what_changed_and_moving_over_keeps_what_was_written_by_block(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, _) = await taught.BegunAsync();
        foreach (var block in new[] { "welcome", "idea" })
        {
            await PlannerPagesTests.SaveAsync(
                await browser.GetAsync(address),
                browser,
                $"block-{block}",
                (PlannerPagesTests.Words, $"Mine for {block}")
            );
        }

        (await browser.GetAsync(address)).Document.QuerySelector("#newer").ShouldBeNull();
        var newer = TaughtModule.Content(c =>
            c with
            {
                Blocks = [.. c.Blocks.Where(b => b.Id != "idea").Select(b => b.Id == "practice" ? b with { Minutes = 20 } : b)],
            }
        );
        await taught.PublishAsync(2, newer, note: "More practice");

        var page = await browser.GetAsync(address);
        var told = page.Document.QuerySelector("#newer")!.TextContent;
        told.ShouldContain("Edition 2");
        told.ShouldContain("More practice");
        told.ShouldContain("15 → 20 minutes");
        told.ShouldContain("no longer there");
        page.Document.QuerySelector("#block-idea").ShouldNotBeNull();
        var changes = (await ReadAsync(browser, "/api/v1" + address)).GetProperty("newer");
        changes.EnumerateArray().Select(c => c.GetProperty("block").GetString()).ShouldBe(["practice", "idea"]);

        (await page.SubmitAsync("#newer form")).Status.ShouldBe(HttpStatusCode.Redirect);

        page = await browser.GetAsync(address);
        page.Document.QuerySelector("#newer").ShouldBeNull();
        page.Document.QuerySelector("#block-welcome textarea")!.TextContent.ShouldContain("Mine for welcome");
        page.Document.QuerySelector("#block-practice .count")!.TextContent.ShouldContain("25–45 min");
        page.Document.QuerySelector("#block-idea").ShouldBeNull();
        page.Document.QuerySelector("#left-over")!.TextContent.ShouldContain("Mine for idea");
        (await ReadAsync(browser, "/api/v1" + address))
            .GetProperty("leftOver")[0]
            .GetProperty("text")
            .GetString()
            .ShouldBe("Mine for idea");
    }

    [Theory, OnEveryDatabase]
    public async Task The_own_experiment_goes_among_the_tries_and_both_sides_show_it(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, _) = await taught.BegunAsync();

        var early = await (await browser.GetAsync($"{address}/parts/try")).SubmitAsync(
            "#try",
            ("Text[TryWhat]", "Ask and wait"),
            ("then", "try")
        );
        early.Status.ShouldBe(HttpStatusCode.Conflict);
        early.Main.ShouldContain("needs three things");
        (await (await browser.GetAsync(address)).SubmitAsync("#try", ("Text[TryOn]", "soon"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var planned = await (await browser.GetAsync(address)).SubmitAsync(
            "#try",
            ("Text[TryWhat]", "Ask and count to ten"),
            ("Text[TryOn]", "2026-12-01"),
            ("Text[TrySeenBy]", "Farid"),
            ("then", "try")
        );

        planned.Status.ShouldBe(HttpStatusCode.Redirect, planned.Main);
        var experiment = await browser.GetAsync(planned.RedirectsTo!);
        experiment.Heading.ShouldBe("Ask and count to ten");
        experiment.Main.ShouldContain("seen by Farid");
        experiment.Document.QuerySelector($"main a[href='{address}#try']")!.TextContent.ShouldContain("The first minute");
        var part = (await browser.GetAsync(address)).Document.QuerySelector("section#try")!;
        part.TextContent.ShouldContain("Ask and count to ten");
        part.QuerySelector("a")!.GetAttribute("href").ShouldBe(planned.RedirectsTo);
        var (status, body, _) = await browser.ApiAsync(HttpMethod.Post, $"/api/v1{address}/experiment");
        status.ShouldBe(HttpStatusCode.OK);
        planned.RedirectsTo!.ShouldEndWith(body.GetProperty("experiment").GetString()!);
        // Torn up there, it can be planned from here once more.
        await (await browser.GetAsync($"{planned.RedirectsTo}/tear-up")).SubmitAsync("main form");
        (await browser.GetAsync(address)).Document.QuerySelector("form#try")!.TextContent.ShouldContain("Put it among my tries");
    }

    internal static async Task<string> BeginAsync(Browser browser, TaughtModule taught)
    {
        var (status, body, response) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/planners", new { moduleId = taught.Id.Value });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return response.Headers.Location!.OriginalString;
    }

    internal static async Task<string?> ChangeAsync(Browser browser, HttpMethod method, string address, int version, object? body = null)
    {
        var answer = await browser.ApiAsync(method, address, body, ("If-Match", $"\"{version}\""));
        return answer.Status is HttpStatusCode.OK or HttpStatusCode.NoContent ? null : answer.Body.GetProperty("code").GetString();
    }

    private static async Task<JsonElement> ReadAsync(Browser browser, string address) =>
        (await browser.ApiAsync(HttpMethod.Get, address)).Body;

    private static object Text(string field, string? block, string text) =>
        new
        {
            field,
            block,
            text,
        };
}
