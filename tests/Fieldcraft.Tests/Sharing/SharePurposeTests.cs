using System.Net;
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
}
