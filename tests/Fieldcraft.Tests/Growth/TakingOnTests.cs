using System.Net;
using AngleSharp.Html.Dom;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Growth;

/// <summary>From a gap into the work in one step, and back to where it came from.</summary>
public sealed class TakingOnTests
{
    private const string Page = "/growth/gaps/lateral_influence/experiences";

    [Theory, OnEveryDatabase]
    public async Task Both_ways_stand_there_for_every_capability_also_for_somebody_of_whom_nothing_is_known(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        foreach (var capability in Situations.Standard.Shown)
        {
            var page = await browser.GetAsync($"/growth/gaps/{capability.Id}/experiences");

            page.Document.QuerySelectorAll("#take .ways h4").Length.ShouldBeGreaterThan(0, capability.Id);
            page.Document.QuerySelectorAll("#take .items.tight li").Length.ShouldBeGreaterThan(1, capability.Id);
            page.Document.QuerySelector("#person").ShouldNotBeNull();
            page.Main.ShouldNotContain("Close or shrink");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task What_somebody_has_done_before_turns_what_work_contains_into_what_it_teaches(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        (await browser.GetAsync(Page)).Main.ShouldContain("It is not known yet what you have done before");

        var form = await browser.GetAsync("/growth/done-before");
        await form.SubmitAsync("main form", [.. Readiness(2)]);

        var page = await browser.GetAsync(Page);
        page.Main.ShouldNotContain("It is not known yet");
        page.Main.ShouldContain("Influence without authority builds this strongly; for you it is");
    }

    [Theory, OnEveryDatabase]
    public async Task Work_is_brought_as_an_assignment_that_shows_the_gap_it_came_from(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var page = await browser.GetAsync(Page);
        var form = (IHtmlFormElement)page.Document.QuerySelector(".ways form")!;
        var to = form.QuerySelector("button[formaction*=Bring]")!.GetAttribute("formaction")!;

        var answer = await browser.PostAsync(Page + to, Harness.Page.FieldsOf(form));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        var assignment = await browser.GetAsync(answer.RedirectsTo!);
        assignment.Main.ShouldContain("From your gap in Influence without authority, through");
        assignment.Document.QuerySelector("header a[href='/growth/gaps/lateral_influence']").ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_gap_becomes_a_behaviour_of_the_running_plan_or_starts_one_and_the_plan_says_where_it_came_from(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(leader);

        var first = await PractiseAsync(browser, "lateral_influence", "task_force");
        var second = await PractiseAsync(browser, "delegation", null);

        first.Status.ShouldBe(HttpStatusCode.Created);
        second.Body.GetProperty("id").GetGuid().ShouldBe(first.Body.GetProperty("id").GetGuid());
        var plan = await browser.GetAsync($"/plans/{first.Body.GetProperty("id").GetGuid()}");
        plan.Main.ShouldContain("From your gap in Influence without authority, through");
        plan.Main.ShouldContain("From your gap in Delegation and empowerment");
        (await world.InDatabaseAsync(db => db.Plans.CountAsync(p => p.OwnerId == leader.Id))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_plan_that_has_enough_refuses_a_fourth_behaviour_and_says_why(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        foreach (var capability in new[] { "lateral_influence", "delegation", "composure" })
        {
            (await PractiseAsync(browser, capability, null)).Status.ShouldBe(HttpStatusCode.Created);
        }

        var fourth = await PractiseAsync(browser, "networking", null);

        fourth.Status.ShouldBe(HttpStatusCode.Conflict);
        fourth.Body.GetProperty("code").GetString().ShouldBe("plan-behaviours-at-most");
    }

    [Theory, OnEveryDatabase]
    public async Task Rubbish_is_refused_by_name(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        (await PractiseAsync(browser, "charisma", null)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PractiseAsync(browser, "delegation", "world_peace")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/gaps/delegation/assignments", new { Option = (string?)null })).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    private static async Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> PractiseAsync(
        Browser browser,
        string capability,
        string? option
    )
    {
        var (status, body, _) = await browser.ApiAsync(HttpMethod.Post, $"/api/v1/gaps/{capability}/behaviours", new { Option = option });
        return (status, body);
    }

    private static IEnumerable<(string, string)> Readiness(int value) =>
        Fieldcraft.Domain.Assignments.Guard.ChallengeDimension.Task.Select(d => ($"Readiness[{d.Id}]", $"{value}"));
}
