using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Readiness;

public sealed class ReadinessPagesTests
{
    private const string Canary = "I went red when Bilal laughed";

    [Theory, OnEveryDatabase]
    public async Task What_a_leader_noticed_is_theirs_alone(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database));
        var address = $"{prepared.Api}/noticed";
        (await prepared.Browsers[0].ApiAsync(HttpMethod.Get, address)).Status.ShouldBe(HttpStatusCode.NotFound);
        var group = await prepared.PractisedAsync();
        var page = await prepared.Browsers[0].GetAsync($"{prepared.Mine}/noticed");

        (await page.SubmitAsync("main form", ("Input.ToDo", Canary))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await page.SubmitAsync("main form", ("Input.ToDo", "the other tab"))).Text.ShouldContain(Canary);
        (await page.SubmitAsync("main form", ("Input.ToDo", new string('x', 2_001)))).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await prepared.Browsers[0].GetAsync($"{prepared.Mine}/noticed")).Text.ShouldContain(Canary);
        foreach (var other in (Browser[])[prepared.Browsers[1], prepared.AsCoach, prepared.Planner])
        {
            (await other.ApiAsync(HttpMethod.Get, address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.GetAsync($"/previews/{group}")).Text.ShouldNotContain(Canary);
        }

        var events = await prepared.World.InDatabaseAsync(db => db.Events.Select(e => e.Facts).ToListAsync());
        events.ShouldNotContain(e => e.Contains("Bilal"));
    }

    [Theory, OnEveryDatabase]
    public async Task The_coach_reads_comfort_while_the_leader_lets_them(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database));
        var group = await prepared.PlanAsync(inDays: 3);
        await prepared.InviteAsync(group, prepared.Leaders[0]);
        (await prepared.Browsers[0].GetAsync(prepared.Mine)).Main.ShouldContain("can read your comfort page");
        await MarkAsync(prepared, "\"0\"");
        (await prepared.AsCoach.GetAsync($"/previews/{group}")).Main.ShouldNotContain("rather not yet");

        await prepared.ComeAsync(group, 0);
        (await prepared.AsCoach.GetAsync($"/previews/{group}")).Main.ShouldContain("I would rather not yet");
        (await prepared.AsCoach.GetAsync($"/previews/{group}")).Main.ShouldContain("Who covers for us?");
        (await prepared.Planner.GetAsync($"/previews/{group}")).Main.ShouldNotContain("rather not yet");
        (await prepared.Browsers[1].ApiAsync(HttpMethod.Get, $"{prepared.Api}/comfort"))
            .Body.GetProperty("blocks")
            .EnumerateObject()
            .ShouldBeEmpty();

        (await prepared.Browsers[0].ApiAsync(HttpMethod.Delete, $"{prepared.Api}/comfort/coach")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await prepared.AsCoach.GetAsync($"/previews/{group}")).Main.ShouldNotContain("rather not yet");
        (await prepared.Browsers[0].ApiAsync(HttpMethod.Post, $"{prepared.Api}/comfort/coach")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await prepared.AsCoach.GetAsync($"/previews/{group}")).Main.ShouldContain("I would rather not yet");

        var second = await prepared.World.HolderOfAsync(Role.PreviewFacilitator, "Second");
        var line = await prepared.Planner.ApiAsync(HttpMethod.Get, $"/api/v1/previews/{group}");
        (
            await prepared.Planner.ApiAsync(
                HttpMethod.Put,
                $"/api/v1/previews/{group}",
                prepared.Body("coaching", 8, prepared.World.Today.AddDays(3), facilitator: second.Id.Value),
                ("If-Match", $"\"{line.Body.GetProperty("version").GetInt32()}\"")
            )
        ).Status.ShouldBe(HttpStatusCode.NoContent);
        (await (await prepared.World.SignedInAsync(second)).GetAsync($"/previews/{group}")).Main.ShouldNotContain("rather not yet");
        var document = await prepared.World.InDatabaseAsync(db =>
            db.LeaderComforts.Where(c => c.OwnerId == prepared.Leaders[0].Id).Select(c => c.Id).SingleAsync()
        );
        var readers = await prepared.World.InDatabaseAsync(db =>
            db.KeyWraps.Where(w => w.DocumentId == document.Value).Select(w => w.ReaderId).ToListAsync()
        );
        readers.ShouldBe([prepared.Leaders[0].Id.Value]);
    }

    [Theory, OnEveryDatabase]
    public async Task Marks_are_made_over_the_version_that_was_seen_and_of_blocks_that_are_there(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database), leaders: 1);
        await MarkAsync(prepared, "\"0\"");

        (
            await prepared.Browsers[0].ApiAsync(HttpMethod.Put, $"{prepared.Api}/comfort", new { blocks = new { } }, ("If-Match", "\"0\""))
        ).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (
            await prepared
                .Browsers[0]
                .ApiAsync(HttpMethod.Put, $"{prepared.Api}/comfort", new { blocks = new { cinema = "tomorrow" } }, ("If-Match", "\"1\""))
        ).Status.ShouldBe(HttpStatusCode.BadRequest);
        var page = await prepared.Browsers[0].GetAsync($"{prepared.Mine}/comfort");
        page.Main.ShouldContain("To rehearse, in this order");
        (await page.SubmitAsync("form.fields:has(input[name='Version'])", ("Blocks[welcome]", "Tomorrow"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
    }

    [Theory, OnEveryDatabase]
    public async Task The_coach_clears_who_was_there_and_nobody_else_learns_who_it_was(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database));
        var group = await prepared.PractisedAsync();
        var address = $"/api/v1/previews/{group}/clearances/{prepared.Leaders[0].Id.Value}";

        foreach (var other in (Browser[])[prepared.Planner, prepared.Browsers[0], prepared.Browsers[1]])
        {
            (await other.ApiAsync(HttpMethod.Put, address.Replace("clearances", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.ApiAsync(HttpMethod.Post, address, new { plannerFinishedHere = true })).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await prepared.AsCoach.ApiAsync(HttpMethod.Post, address, new { }))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("readiness-planner-open");
        (await prepared.Browsers[0].ApiAsync(HttpMethod.Put, $"{prepared.Api}/planner-done")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await prepared.AsCoach.ApiAsync(HttpMethod.Post, address, new { })).Status.ShouldBe(HttpStatusCode.NoContent);

        (await prepared.Browsers[0].GetAsync(prepared.Mine)).Main.ShouldContain("You are cleared to lead it");
        (await prepared.Planner.GetAsync($"/previews/{group}")).Main.ShouldNotContain("cleared");
        var (_, seen, _) = await prepared.Planner.ApiAsync(HttpMethod.Get, $"/api/v1/previews/{group}");
        seen.GetProperty("seated")[0].GetProperty("isCleared").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        seen.GetProperty("seated")[0].GetProperty("state").GetString().ShouldBe("coming");
    }

    [Theory, OnEveryDatabase]
    public async Task A_finished_planner_is_taken_up_without_another_word(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database), leaders: 1);
        var begun = await (await prepared.Browsers[0].GetAsync($"/modules/{prepared.Module.Value}/planner")).SubmitAsync("main form");

        var sheet = await prepared.Browsers[0].GetAsync(begun.RedirectsTo!);
        (await sheet.SubmitAsync("#block-welcome", (Planners.PlannerPagesTests.Words, "I begin"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await sheet.SubmitAsync("form[action$='Finish']")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await prepared.Browsers[0].ApiAsync(HttpMethod.Get, prepared.Api)).Body.GetProperty("isPlannerDone").GetBoolean().ShouldBeTrue();
        await (await prepared.Browsers[0].GetAsync(begun.RedirectsTo!)).SubmitAsync("form[action$='handler=Reopen']");
        (await prepared.Browsers[0].ApiAsync(HttpMethod.Get, prepared.Api)).Body.GetProperty("isPlannerDone").GetBoolean().ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task Before_not_yet_is_said_the_page_says_what_others_will_see_and_the_timetable_gets_that_and_no_more(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database));
        var world = prepared.World;
        var elsewhere = await Prepared.LeaderAsync(world, "Elsewhere", await world.UnitAsync("Ridge", UnitKind.Facility));
        var page = await prepared.Browsers[0].GetAsync($"{prepared.Mine}/not-yet");
        page.Main.ShouldContain("What others can see");
        page.Main.ShouldContain("names your deputy");
        var expected = world.Today.AddDays(24).ToString("yyyy-MM-dd");

        (await page.SubmitAsync("main form", ("Input.Expected", world.Today.ToString("yyyy-MM-dd")))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (
            await prepared.Browsers[0].ApiAsync(HttpMethod.Put, $"{prepared.Api}/not-yet", new { expected, deputy = elsewhere.Id.Value })
        ).Status.ShouldBe(HttpStatusCode.BadRequest);
        (
            await page.SubmitAsync("main form", ("Input.Expected", expected), ("Input.Deputy", prepared.Leaders[1].Id.Value.ToString()))
        ).Status.ShouldBe(HttpStatusCode.Redirect);

        var scheduler = await world.SignedInAsync(await world.HolderOfAsync(Role.SiteScheduler, over: prepared.Facility));
        var (_, from, _) = await scheduler.ApiAsync(HttpMethod.Get, $"{prepared.Api}/ready-from");
        var lines = from.GetProperty("items").EnumerateArray().ToDictionary(l => l.GetProperty("leader").GetGuid());
        lines.Keys.ShouldBe(prepared.Leaders.Select(l => l.Id.Value), ignoreOrder: true);
        lines[prepared.Leaders[0].Id.Value].GetProperty("on").GetString().ShouldBe(expected);
        lines[prepared.Leaders[0].Id.Value].GetProperty("deputy").GetGuid().ShouldBe(prepared.Leaders[1].Id.Value);
        foreach (var other in (Browser[])[prepared.Browsers[1], prepared.AsCoach])
        {
            (await other.ApiAsync(HttpMethod.Get, $"{prepared.Api}/ready-from")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Confidence_is_counted_once_without_a_name_and_withheld_until_ten(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database), leaders: 1);
        var world = prepared.World;
        await StateAsync(prepared, "afterCoaching", 3, HttpStatusCode.Conflict);
        await StateAsync(prepared, "beforePreview", 9, HttpStatusCode.BadRequest);
        await StateAsync(prepared, "beforePreview", 2, HttpStatusCode.NoContent);
        await prepared.PractisedAsync();
        await StateAsync(prepared, "beforePreview", 5, HttpStatusCode.Conflict);
        await StateAsync(prepared, "afterCoaching", 4, HttpStatusCode.NoContent);
        await StateAsync(prepared, "afterCoaching", 5, HttpStatusCode.NoContent);

        var tallies = await world.InDatabaseAsync(db => db.ConfidenceTallies.Where(t => t.ModuleId == prepared.Module).ToListAsync());
        tallies.Select(t => (t.Before, t.After, t.Pairs)).ShouldBe([(2, 4, 1)]);
        var sponsor = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));
        var (_, totals, _) = await sponsor.ApiAsync(HttpMethod.Get, $"{prepared.Api}/totals");
        var change = totals.GetProperty("confidence")[0];
        change.GetProperty("value").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        change.GetProperty("withheld").GetProperty("minimum").GetInt32().ShouldBe(10);
        totals.GetProperty("leaders").GetProperty("withheld").GetProperty("rule").GetString().ShouldBe("minimum");
    }

    [Theory, OnEveryDatabase]
    public async Task Totals_are_for_sponsors_and_programme_leads_and_sites_only_for_the_latter(Database database)
    {
        var prepared = await Prepared.InAsync(await World.OnAsync(database), leaders: 11, signedIn: false);
        var sponsor = await prepared.World.SignedInAsync(await prepared.World.HolderOfAsync(Role.Sponsor));

        var (_, totals, _) = await sponsor.ApiAsync(HttpMethod.Get, $"{prepared.Api}/totals");
        totals.GetProperty("leaders").GetProperty("value").GetProperty("leaders").GetInt32().ShouldBe(11);
        totals.GetProperty("sites").GetArrayLength().ShouldBe(0);
        (await sponsor.GetAsync($"{prepared.Mine}/totals")).Main.ShouldContain("0 of 11 leaders are cleared");
        (await prepared.Planner.GetAsync($"{prepared.Mine}/totals")).Main.ShouldContain("Harbour facility 1");
        foreach (var other in (Browser[])[prepared.AsCoach, await prepared.World.SignedInAsync(prepared.Leaders[0])])
        {
            (await other.GetAsync($"{prepared.Mine}/totals")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.ApiAsync(HttpMethod.Get, $"{prepared.Api}/totals")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_asks_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var prepared = await Prepared.InAsync(await World.InAsync(app), leaders: 8);
        var group = await prepared.PractisedAsync();
        var coming = await prepared.PlanAsync(inDays: 3);
        for (var i = 1; i < 8; i++)
        {
            await prepared.ComeAsync(coming, i);
        }

        await MarkAsync(prepared, $"\"{await VersionAsync(prepared)}\"");
        var module = $"/modules/{prepared.Module.Value}/previews";
        (Browser Browser, string Address)[] pages =
        [
            (prepared.Browsers[0], prepared.Mine),
            (prepared.Browsers[1], prepared.Mine),
            (prepared.Browsers[0], $"{prepared.Mine}/noticed"),
            (prepared.Browsers[0], $"{prepared.Mine}/not-yet"),
            (prepared.AsCoach, "/readiness"),
            (prepared.AsCoach, $"/previews/{group}"),
            (prepared.AsCoach, $"/previews/{coming}"),
            (prepared.Planner, $"/previews/{coming}"),
            (prepared.Planner, $"/previews/{coming}/change"),
            (prepared.Planner, $"/previews/{coming}/invite"),
            (prepared.Planner, module),
            (prepared.Planner, $"{module}/new"),
            (prepared.Planner, $"{module}/proposal"),
            (prepared.Planner, $"{module}/invitations"),
            (prepared.Planner, $"{prepared.Mine}/totals"),
            (prepared.Browsers[0], $"{prepared.Mine}/comfort"),
            (prepared.Browsers[0], $"{prepared.Mine}/confidence"),
        ];
        foreach (var (browser, address) in pages)
        {
            (await Queries.OfAsync(app, browser, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }

    private static async Task StateAsync(Prepared prepared, string moment, int value, HttpStatusCode status) =>
        (await prepared.Browsers[0].ApiAsync(HttpMethod.Put, $"{prepared.Api}/confidence/{moment}", new { value })).Status.ShouldBe(status);

    private static async Task<int> VersionAsync(Prepared prepared) =>
        (await prepared.Browsers[0].ApiAsync(HttpMethod.Get, $"{prepared.Api}/comfort")).Body.GetProperty("version").GetInt32();

    private static async Task MarkAsync(Prepared prepared, string version) =>
        (
            await prepared
                .Browsers[0]
                .ApiAsync(
                    HttpMethod.Put,
                    $"{prepared.Api}/comfort",
                    new { blocks = new { welcome = "ratherNotYet" }, questions = new[] { 0 } },
                    ("If-Match", version)
                )
        ).Status.ShouldBe(HttpStatusCode.OK);
}
