using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Sharing;

public sealed class SharePurposeTests
{
    [Theory, OnEveryDatabase]
    public async Task The_wall_is_shown_where_a_copy_is_about_to_be_shared(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var entry = await world.WroteAsync(leader, "The gate stuck");

        var page = await (await world.SignedInAsync(leader)).GetAsync($"/shares/new?kind=JournalEntry&item={entry}");

        page.Document.QuerySelector("main form")!.TextContent.ShouldContain("Not for appraisals");
    }

    [Theory, OnServersOfItsOwn]
    public async Task While_appraisal_talks_are_near_the_page_says_that_a_copy_has_no_place_in_them(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        var entry = await world.WroteAsync(leader, "The gate stuck");
        var browser = await world.SignedInAsync(leader);
        var address = $"/shares/new?kind=JournalEntry&item={entry}";
        (await browser.GetAsync(address)).Document.QuerySelector("#season").ShouldBeNull();

        await StateAsync(world, from: 40);
        (await browser.GetAsync(address)).Document.QuerySelector("#season").ShouldBeNull();
        await StateAsync(world, from: 5);

        (await browser.GetAsync(address)).Document.QuerySelector("#season")!.TextContent.ShouldContain("nobody may ask you for it");
        (await Queries.OfAsync(app, browser, address)).Count.ShouldBeLessThanOrEqualTo(6);
    }

    [Theory, OnEveryDatabase]
    public async Task A_copy_for_anything_but_development_is_refused_with_the_reason(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var entry = await world.WroteAsync(leader, "The gate stuck");
        var reader = await world.ActivatedAsync(await world.PersonAsync("Dalia"));
        var browser = await world.SignedInAsync(leader);

        foreach (
            var (purpose, status) in new[]
            {
                ("appraisal", HttpStatusCode.Conflict),
                ("selection", HttpStatusCode.Conflict),
                ("development", HttpStatusCode.Created),
            }
        )
        {
            var (answered, body, _) = await browser.ApiAsync(
                HttpMethod.Post,
                "/api/v1/shares",
                new
                {
                    kind = "JournalEntry",
                    item = entry,
                    readers = new[] { reader.Id.Value },
                    purpose,
                }
            );
            answered.ShouldBe(status, purpose);
            if (status == HttpStatusCode.Conflict)
            {
                body.GetProperty("code").GetString().ShouldBe("share-only-for-development");
                body.GetProperty("title").GetString()!.ShouldContain("for learning and for nothing else");
            }
        }

        var page = await browser.GetAsync($"/shares/new?kind=JournalEntry&item={entry}&purpose=appraisal");
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Main.ShouldContain("cannot be attached to an appraisal");
    }

    /// <summary>The organisation holds its appraisal talks for ten days, from so many days on.</summary>
    private static async Task StateAsync(World world, int from)
    {
        var administrator = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        var (status, _, _) = await administrator.ApiAsync(
            HttpMethod.Put,
            $"/api/v1/units/{world.Organisation.Id.Value}/appraisal-season",
            new { first = world.Today.AddDays(from), last = world.Today.AddDays(from + 10) }
        );
        status.ShouldBe(HttpStatusCode.NoContent);
    }
}
