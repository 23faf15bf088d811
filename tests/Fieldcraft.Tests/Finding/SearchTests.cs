using System.Net;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Finding;

public sealed class SearchTests
{
    [Theory, OnEveryDatabase]
    public async Task One_box_finds_people_units_communities_circles_and_own_texts_by_kind(Database database)
    {
        var world = await World.OnAsync(database);
        var mark = (await world.PersonAsync("Mark")).Id.Value.ToString("n")[^8..];
        await world.PersonAsync($"Zora{mark}");
        await world.UnitAsync($"Zora{mark} facility", Domain.People.UnitKind.Facility);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));
        await browser.ApiAsync(HttpMethod.Post, "/api/v1/communities", new { topic = $"About Zora{mark}", purpose = "Lines" });
        await browser.ApiAsync(HttpMethod.Post, "/api/v1/circles", new { name = $"Round Zora{mark}" });
        await browser.ApiAsync(HttpMethod.Post, "/api/v1/assignments", new { title = $"Open Zora{mark}" });
        await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/journal",
            new { text = $"The gate stuck. Zora{mark} decided. Long after that nothing." }
        );

        var page = await browser.GetAsync($"/search?q=ZORA{mark}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("main section h2")
            .Select(h => h.TextContent.Trim())
            .ShouldBe(["People", "Units", "Community", "Circle", "Your assignments", "Your journal"], ignoreOrder: true);
        var (_, found, _) = await browser.ApiAsync(HttpMethod.Get, $"/api/v1/search?q=zora{mark}");
        found.GetProperty("items").GetArrayLength().ShouldBe(6);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_finds_a_text_or_a_circle_of_somebody_else(Database database)
    {
        var world = await World.OnAsync(database);
        var mark = (await world.PersonAsync("Mark")).Id.Value.ToString("n")[^8..];
        var manager = await world.LeaderAsync("Noor");
        var owner = await world.PersonAsync("Amira", manager);
        var own = await world.SignedInAsync(owner);
        await own.ApiAsync(HttpMethod.Post, "/api/v1/circles", new { name = $"Round Yara{mark}" });
        await own.ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text = $"Yara{mark} decided" });
        await own.ApiAsync(HttpMethod.Post, "/api/v1/assignments", new { title = $"Open Yara{mark}" });

        (await (await world.SignedInAsync(manager)).GetAsync($"/search?q=yara{mark}")).Main.ShouldContain("Nothing is found");
        (await (await world.SignedInAsync(owner, Proof.Pin)).GetAsync($"/search?q=yara{mark}")).Main.ShouldContain("Nothing is found");
        (await own.GetAsync($"/search?q=yara{mark}")).Main.ShouldContain($"Round Yara{mark}");
    }

    [Theory, OnEveryDatabase]
    public async Task One_letter_is_too_short_and_an_empty_search_asks_nothing(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));

        (await browser.GetAsync("/search?q=a")).Main.ShouldContain("at least 2 letters");
        (await browser.GetAsync("/search")).Document.QuerySelectorAll("main section").ShouldBeEmpty();
        (await browser.ApiAsync(HttpMethod.Get, "/api/v1/search?q=a")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/people")).Document.QuerySelector("header form[action='/search'] input[name=q]").ShouldNotBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task Searches_are_counted_and_the_thirty_first_in_a_minute_waits(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });
        var world = await World.InAsync(app);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));
        for (var i = 0; i < 30; i++)
        {
            (await browser.GetAsync("/search?q=nobody")).Status.ShouldBe(HttpStatusCode.OK);
        }

        var page = await browser.GetAsync("/search?q=nobody");

        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Response.Headers.RetryAfter.ShouldNotBeNull();
        page.Main.ShouldContain("many searches");
    }

    [Theory, OnEveryDatabase]
    public async Task Own_customers_and_opportunities_are_found_by_their_boxes(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));
        await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/customers",
            new { boxes = new { name = "Returns desk", goals = "Quokkas delivered unhurt" } }
        );
        await browser.ApiAsync(HttpMethod.Post, "/api/v1/propositions", new { kind = "taskCrafting", title = "Quokka crates" });

        var found = (await browser.GetAsync("/search?q=quokka")).Main;
        found.ShouldContain("Returns desk");
        found.ShouldContain("Quokka crates");
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_search_asks_at_most_eighteen_times_however_much_there_is_to_find(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));
        for (var i = 0; i < 12; i++)
        {
            await world.PersonAsync($"Zora{i}");
            await browser.ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text = $"Zora{i} decided" });
            await browser.ApiAsync(HttpMethod.Post, "/api/v1/communities", new { topic = $"Zora {i}", purpose = "Lines" });
        }

        (await Queries.OfAsync(app, browser, "/search?q=zora")).Count.ShouldBeLessThanOrEqualTo(18);
    }
}
