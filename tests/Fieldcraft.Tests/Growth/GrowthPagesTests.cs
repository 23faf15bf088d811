using System.Net;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Growth;

/// <summary>From who I want to become to a step in the work, as somebody meets it who has answered nothing yet and asked nobody.</summary>
public sealed class GrowthPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task Growth_opens_on_the_first_day_with_four_questions_in_order_and_no_number(Database database)
    {
        var world = await World.OnAsync(database);
        var page = await (await world.SignedInAsync(await world.LeaderAsync("Amira"))).GetAsync("/growth");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("main h2")
            .Select(h => h.TextContent)
            .ShouldBe([
                "What do I still want to develop?",
                "Where are the gaps?",
                "Which experiences help?",
                "What does that mean for my next move?",
            ]);
        page.Document.QuerySelector(".next a")!.GetAttribute("href").ShouldBe("/growth/become");
    }

    [Theory, OnEveryDatabase]
    public async Task A_new_wording_stands_beside_the_earlier_one_and_the_two_questions_stay_apart(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        await WriteAsync(browser, "/growth/become", "Somebody who listens first");
        await WriteAsync(browser, "/growth/become", "Somebody who listens first and then decides");
        await WriteAsync(browser, "/growth/become", "Somebody who listens first and then decides");
        await WriteAsync(browser, "/growth/do", "Lead a hub");

        var become = await browser.GetAsync("/growth/become");

        become.Document.QuerySelectorAll(".items .own-words").Length.ShouldBe(2);
        become.Main.ShouldNotContain("Lead a hub");
        (await browser.GetAsync("/growth")).Main.ShouldContain("and then decides");
    }

    [Theory, OnEveryDatabase]
    public async Task A_wording_that_is_removed_takes_its_key_along_and_nobody_else_can_remove_it(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(leader);
        await WriteAsync(browser, "/growth/become", "Somebody calm");
        var id = await world.InDatabaseAsync(db => db.GrowthStatements.Where(s => s.OwnerId == leader.Id).Select(s => s.Id).SingleAsync());
        var other = await world.SignedInAsync(await world.LeaderAsync("Noor"));

        (await other.ApiAsync(HttpMethod.Delete, $"/api/v1/growth/statements/{id.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await browser.GetAsync("/growth/become")).SubmitAsync(".items form")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await world.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == id.Value))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task The_five_minute_reflection_keeps_any_part_and_asks_for_at_least_one(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var form = await browser.GetAsync("/growth/pull");

        (await form.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync("main form", ("Pull.LastMove", "That I hand over too late"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync("/growth/pull")).Main.ShouldContain("That I hand over too late");
    }

    [Theory, OnEveryDatabase]
    public async Task An_own_view_in_two_forms_is_enough_for_gaps(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var chosen = await (await browser.GetAsync("/growth/self-view")).SubmitAsync("main form", ("Chosen", "delegation"));
        chosen.RedirectsTo.ShouldBe("/growth/self-view/rate");
        var rate = await browser.GetAsync("/growth/self-view/rate");
        var rated = await rate.SubmitAsync(
            "main form",
            ("Own[delegation]", "3"),
            ("Target[delegation]", "6"),
            ("Importance[delegation]", "3")
        );

        rated.RedirectsTo.ShouldBe("/growth/gaps");
        var gaps = await browser.GetAsync("/growth/gaps");
        gaps.Main.ShouldContain("By your own view there are 1.5 levels to go.");
        gaps.Document.QuerySelectorAll("figure.interval svg[role=img][aria-label]").Length.ShouldBe(1);
        gaps.Document.QuerySelector("table td[data-label='Own view']")!.TextContent.ShouldBe("2.0");
    }

    [Theory, OnEveryDatabase]
    public async Task Choosing_nothing_or_too_much_comes_back_with_what_to_do(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var none = await (await browser.GetAsync("/growth/self-view")).SubmitAsync("main form");

        none.Status.ShouldBe(HttpStatusCode.BadRequest);
        none.Main.ShouldContain("Choose at least one.");
        (await browser.GetAsync("/growth/self-view/rate")).RedirectsTo.ShouldBe("/growth/self-view");
        (await browser.ApiAsync(HttpMethod.Put, "/api/v1/growth/aims", Aims(9), ("If-Match", "\"0\""))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Two_windows_on_the_aims_lose_neither(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        await SetAsync(browser, 1);
        var (one, two) = (await browser.GetAsync("/growth/self-view/rate"), await browser.GetAsync("/growth/self-view/rate"));
        await one.SubmitAsync("main form", ("Role", "Hub lead"));

        var answer = await two.SubmitAsync("main form", ("Role", "Network lead"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Document.QuerySelector("#Role")!.GetAttribute("value").ShouldBe("Network lead");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task An_own_view_said_again_within_a_month_mends_the_last_one_and_later_stands_beside_it(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(leader);
        await SetAsync(browser, 1);
        var form = await browser.GetAsync("/growth/self-view/rate");
        await form.SubmitAsync("main form", ("Own[strategic_thinking]", "3"));
        await (await browser.GetAsync("/growth/self-view/rate")).SubmitAsync("main form", ("Own[strategic_thinking]", "5"));

        (await world.InDatabaseAsync(db => db.LeadershipChecks.CountAsync(c => c.OwnerId == leader.Id))).ShouldBe(1);
        (await browser.ApiAsync(HttpMethod.Get, "/api/v1/gaps")).Body[0].GetProperty("own").GetInt32().ShouldBe(5);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Gap_pages_ask_the_database_a_handful_of_questions(Database database)
    {
        // Counted on a server of its own: the shared one answers other tests at the same time.
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        await SetAsync(browser, 5);

        foreach (var address in new[] { "/growth", "/growth/gaps", "/growth/gaps/decisiveness", "/growth/self-view/rate" })
        {
            (await Queries.OfAsync(world.App, browser, address)).Count.ShouldBeLessThanOrEqualTo(4, address);
        }

        (await Queries.OfAsync(world.App, browser, "/growth/gaps/decisiveness/experiences")).Count.ShouldBeLessThanOrEqualTo(6);
    }

    [Theory, OnEveryDatabase]
    public async Task A_capability_that_is_none_is_not_there(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        (await browser.GetAsync("/growth/gaps/charisma")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/growth/gaps/charisma/experiences")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/growth/gaps/composure")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task WriteAsync(Browser browser, string address, string text) =>
        (await (await browser.GetAsync(address)).SubmitAsync("main form", ("Text", text))).Status.ShouldBe(HttpStatusCode.Redirect);

    private static async Task SetAsync(Browser browser, int count) =>
        (await browser.ApiAsync(HttpMethod.Put, "/api/v1/growth/aims", Aims(count), ("If-Match", "\"0\""))).Status.ShouldBe(
            HttpStatusCode.OK
        );

    private static object Aims(int count) =>
        new
        {
            Aims = Situations
                .Standard.Shown.Take(count)
                .Select(c => new
                {
                    Capability = c.Id,
                    Target = 6,
                    Importance = 2,
                }),
        };
}
