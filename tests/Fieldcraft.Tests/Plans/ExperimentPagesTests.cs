using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Plans;

public sealed class ExperimentPagesTests
{
    private const string What = "Ask each lead first";

    [Theory, OnEveryDatabase]
    public async Task A_try_goes_from_the_plan_over_the_phone_to_the_next_one(Database database)
    {
        var world = await World.OnAsync(database);
        var (browser, plan) = await PlanPagesTests.PlanAsync(world, await world.LeaderAsync("Amira"));
        await PlanPagesTests.AddAsync(browser, plan, "behaviours", ("Input.Text", What));
        var link = (await browser.GetAsync(plan)).Document.QuerySelector("#behaviours a[href^='/experiments/new']")!.GetAttribute("href")!;

        var form = await browser.GetAsync(link);
        form.Document.QuerySelector("textarea")!.TextContent.ShouldContain(What);
        var planned = await form.SubmitAsync(
            "main form",
            ("Input.On", "2026-12-01"),
            ("Input.SeenBy", "Ines"),
            ("Input.Situation", "Handover")
        );
        planned.Status.ShouldBe(HttpStatusCode.Redirect, planned.Main);
        var address = planned.RedirectsTo!;
        (await browser.GetAsync(plan)).Main.ShouldContain("seen by Ines");

        var capture = await browser.GetAsync($"{address}/capture");
        var fields = Page.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)capture.Document.QuerySelector("main form")!);
        fields.RemoveAll(f => f.Key == "Input.WhatHappened");
        fields.Add(new("Input.WhatHappened", "I waited, and Ines began"));
        (await browser.PostAsync($"{address}/capture?handler=Done", fields)).Status.ShouldBe(HttpStatusCode.Redirect);
        var decided = await (await browser.GetAsync($"{address}/next")).SubmitAsync(
            "main form",
            ("Lesson.Lesson", "Waiting works"),
            ("Next.Move", "Vary"),
            ("Next.NextStep", "Ask in the site meeting")
        );
        decided.Status.ShouldBe(HttpStatusCode.Redirect, decided.Main);

        var page = await browser.GetAsync(address);
        page.Main.ShouldContain("I waited, and Ines began");
        page.Main.ShouldContain("To vary");
        var next = await browser.GetAsync(page.Document.QuerySelector("main a.button[href^='/experiments/new']")!.GetAttribute("href")!);
        next.Document.QuerySelector("textarea")!.TextContent.ShouldContain(What);
        (await browser.GetAsync("/experiments")).Main.ShouldContain(What);
        (await browser.GetAsync(plan)).Main.ShouldContain("Tried in 1 of 3 different situations");
    }

    [Theory, OnEveryDatabase]
    public async Task A_third_planned_try_is_refused_with_what_to_do_and_nothing_typed_is_lost(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        await PlanAsync(browser);
        var second = await PlanAsync(browser);

        var refused = await (await browser.GetAsync("/experiments/new")).SubmitAsync("main form", Three("Third of its kind"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Main.ShouldContain("2 tries are planned already");
        refused.Document.QuerySelector("textarea")!.TextContent.ShouldContain("Third of its kind");
        (await (await browser.GetAsync($"{second}/drop")).SubmitAsync("main form", ("Drop.Reason", "moved"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await refused.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_else_opens_a_try(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var address = await PlanAsync(await world.SignedInAsync(await world.PersonAsync("Amira", manager)));

        foreach (var other in (Person[])[manager, await world.HolderOfAsync(Role.Administrator)])
        {
            var browser = await world.SignedInAsync(other);
            foreach (var page in (string[])["", "/change", "/capture", "/next", "/drop", "/tear-up"])
            {
                (await browser.GetAsync(address + page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
            }

            (await browser.ApiAsync(HttpMethod.Get, "/api/v1" + address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Post, $"/api/v1{address}/done", null, ("If-Match", "\"1\""))).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Each_change_of_state_is_an_operation_on_the_version_that_was_seen(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var (status, _, response) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/experiments",
            new
            {
                planned = new
                {
                    what = What,
                    on = "2026-12-01",
                    seenBy = "Ines",
                },
            }
        );
        status.ShouldBe(HttpStatusCode.Created);
        var address = response.Headers.Location!.OriginalString;

        (await browser.ApiAsync(HttpMethod.Post, $"{address}/done")).Status.ShouldBe((HttpStatusCode)428);
        (await Change(HttpMethod.Put, "lesson", 1, new { lesson = "early" })).ShouldBe("experiment-not-done");
        (await Change(HttpMethod.Put, "capture", 1, new { whatHappened = "I waited" })).ShouldBeNull();
        (await Change(HttpMethod.Post, "done", 1, null)).ShouldBe("changed-meanwhile");
        (await Change(HttpMethod.Post, "done", 2, null)).ShouldBeNull();
        (await Change(HttpMethod.Put, "lesson", 3, new { lesson = "Wait" })).ShouldBeNull();
        (await Change(HttpMethod.Put, "next", 4, new { move = "raise", nextStep = "In the site meeting" })).ShouldBeNull();
        (await Change(HttpMethod.Post, "drop", 5, new { reason = "late" })).ShouldBe("experiment-not-planned");
        (await browser.ApiAsync(HttpMethod.Get, address)).Body.GetProperty("state").GetString().ShouldBe("raised");
        (await Change(HttpMethod.Delete, "", 5, null)).ShouldBeNull();
        (await browser.ApiAsync(HttpMethod.Get, address)).Status.ShouldBe(HttpStatusCode.NotFound);

        async Task<string?> Change(HttpMethod method, string verb, int version, object? body)
        {
            var answer = await browser.ApiAsync(method, $"{address}/{verb}".TrimEnd('/'), body, ("If-Match", $"\"{version}\""));
            return answer.Status is HttpStatusCode.OK or HttpStatusCode.NoContent ? null : answer.Body.GetProperty("code").GetString();
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_plan_grows_through_the_api_on_the_version_that_was_seen(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var started = await browser.ApiAsync(HttpMethod.Post, "/api/v1/plans", new { title = "Open the hub", minutesAWeek = 20 });
        started.Status.ShouldBe(HttpStatusCode.Created);
        var address = started.Response.Headers.Location!.OriginalString;

        var added = await browser.ApiAsync(HttpMethod.Post, $"{address}/behaviours", new { text = What }, ("If-Match", "\"1\""));
        added.Status.ShouldBe(HttpStatusCode.Created);
        var row = added.Body.GetProperty("id").GetGuid();
        var second = await browser.ApiAsync(HttpMethod.Post, $"{address}/behaviours", new { text = "Hand over" }, ("If-Match", "\"2\""));
        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Body.GetProperty("code").GetString().ShouldBe("plan-one-behaviour-in-little-time");
        (await browser.ApiAsync(HttpMethod.Put, $"{address}/behaviours/{row}", new { text = "be more strategic" }, ("If-Match", "\"2\"")))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("adjective-only");
        (await browser.ApiAsync(HttpMethod.Put, $"{address}/stop-rule", new { text = "x" }, ("If-Match", "\"1\""))).Status.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        (await browser.ApiAsync(HttpMethod.Put, $"{address}/stop-rule", new { text = "x" })).Status.ShouldBe((HttpStatusCode)428);
        (await browser.ApiAsync(HttpMethod.Post, $"{address}/goals", new { signs = "x" }, ("If-Match", "\"2\""))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );

        var plan = await browser.ApiAsync(HttpMethod.Get, address);
        plan.Body.GetProperty("behaviours")[0].GetProperty("text").GetProperty("text").GetString().ShouldBe(What);
        plan.Response.Headers.ETag!.Tag.ShouldBe("\"2\"");
    }

    internal static (string, string)[] Three(string what = What) =>
        [("Input.What", what), ("Input.On", "2026-12-01"), ("Input.SeenBy", "Ines")];

    private static async Task<string> PlanAsync(Browser browser)
    {
        var planned = await (await browser.GetAsync("/experiments/new")).SubmitAsync("main form", Three());
        planned.Status.ShouldBe(HttpStatusCode.Redirect, planned.Main);
        return planned.RedirectsTo!;
    }
}
