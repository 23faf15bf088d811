using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Home;

public sealed class HomeTests
{
    [Theory, OnEveryDatabase]
    public async Task Home_shows_one_step_with_one_button_and_its_page_exists(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var home = await browser.GetAsync("/");

        var button = home.Document.QuerySelectorAll(".next a.button").ShouldHaveSingleItem();
        button.TextContent.ShouldBe("Bring an assignment");
        (await browser.GetAsync(button.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task An_assignment_leads_to_its_questions_and_the_page_of_the_step_exists(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/assignments", new { title = "Opening the Tilbury hub" })).Status.ShouldBe(
            HttpStatusCode.Created
        );

        var home = await browser.GetAsync("/");

        home.Document.QuerySelector(".next")!.TextContent.ShouldContain("Opening the Tilbury hub");
        (await browser.GetAsync(home.Document.QuerySelector(".next a.button")!.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK);
        home.Main.ShouldContain("You brought an assignment.");
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_that_arrived_comes_first_and_goes_once_it_is_read(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var (_, made, _) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/feedback-requests",
            new
            {
                behaviour = "Let others decide first",
                moment = "the briefing",
                giverName = "Bilal",
            }
        );
        var id = made.GetProperty("id").GetGuid();
        var link = (await browser.ApiAsync(HttpMethod.Get, $"/api/v1/feedback-requests/{id}")).Body.GetProperty("link").GetString()!;
        await (await world.App.NewBrowser().GetAsync(new Uri(link).PathAndQuery)).SubmitAsync("form", ("Input.Keep", "You waited"));

        var home = await browser.GetAsync("/");
        home.Document.QuerySelector(".next")!.TextContent.ShouldContain("Let others decide first");
        home.Document.QuerySelector(".next a.button")!.GetAttribute("href").ShouldBe($"/feedback/{id}");
        home.Main.ShouldContain("You asked for feedback.");
        home.Main.ShouldContain("Somebody answered you.");
        await browser.GetAsync($"/feedback/{id}");

        (await browser.GetAsync("/")).Document.QuerySelector(".next")!.TextContent.ShouldNotContain("Let others decide first");
    }

    [Theory, OnEveryDatabase]
    public async Task A_shared_copy_waits_on_its_readers_home_and_on_nobody_elses(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, friend) = (await world.LeaderAsync("Amira"), await world.ActivatedAsync(await world.PersonAsync("Dalia")));
        var entry = await world.WroteAsync(leader, "The gate stuck again");
        var (_, made, _) = await (await world.SignedInAsync(leader)).ApiAsync(
            HttpMethod.Post,
            "/api/v1/shares",
            new
            {
                kind = "journalEntry",
                item = entry,
                readers = new[] { friend.Id.Value },
            }
        );
        var address = $"/shared-with-me/{made.GetProperty("id").GetGuid()}";

        (await (await world.SignedInAsync(friend)).GetAsync("/"))
            .Document.QuerySelector(".next a.button")!
            .GetAttribute("href")
            .ShouldBe(address);
        (await (await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator))).GetAsync("/")).Text.ShouldNotContain(address);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Home_needs_at_most_six_queries(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        await browser.ApiAsync(HttpMethod.Post, "/api/v1/reviews", new { @event = "The handover", on = "2026-11-24" });

        await browser.GetAsync("/");
        using var queries = Queries.Of(app);

        (await queries.InAsync(() => browser.GetAsync("/"))).ShouldBeInRange(1, 6);
    }
}
