using System.Net;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Api;

namespace Fieldcraft.Tests.Api;

public sealed class ListsAndVersionsTests
{
    [Theory, OnEveryDatabase]
    public async Task A_list_is_read_part_by_part_and_ends(Database database)
    {
        var browser = await WriterAsync(database, entries: 5);
        var seen = new List<string>();
        var address = "/api/v1/journal?limit=2";
        for (string? next = "first"; next is not null; )
        {
            var part = (await browser.ApiAsync(HttpMethod.Get, next == "first" ? address : $"{address}&after={next}")).Body;
            seen.AddRange(part.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("text").GetString()!));
            part.GetProperty("items").GetArrayLength().ShouldBeLessThanOrEqualTo(2);
            next = part.GetProperty("next").GetString();
        }

        seen.ShouldBe(["entry 5", "entry 4", "entry 3", "entry 2", "entry 1"]);
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_search_finds_is_read_part_by_part_too(Database database)
    {
        var browser = await WriterAsync(database, entries: 4);

        var first = (await browser.ApiAsync(HttpMethod.Get, "/api/v1/journal?limit=3&search=ENTRY")).Body;
        var rest = (
            await browser.ApiAsync(HttpMethod.Get, $"/api/v1/journal?limit=3&search=ENTRY&after={first.GetProperty("next").GetString()}")
        ).Body;

        first.GetProperty("items").GetArrayLength().ShouldBe(3);
        rest.GetProperty("items")[0].GetProperty("text").GetString().ShouldBe("entry 1");
        rest.GetProperty("next").GetString().ShouldBeNull();
    }

    [Theory]
    [InlineData("limit=0", "limit", "out-of-range")]
    [InlineData("limit=201", "limit", "out-of-range")]
    [InlineData("limit=-1", "limit", "wrong-kind")]
    [InlineData("limit=many", "limit", "wrong-kind")]
    [InlineData("after=yesterday", "after", "wrong-kind")]
    public async Task An_impossible_part_is_refused(string query, string path, string code)
    {
        var browser = await WriterAsync(Database.Sqlite, entries: 0);

        var answer = await browser.ApiAsync(HttpMethod.Get, $"/api/v1/journal?{query}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        var error = answer.Body.GetProperty("errors")[0];
        (error.GetProperty("path").GetString(), error.GetProperty("code").GetString()).ShouldBe((path, code));
    }

    [Fact]
    public void A_list_that_ends_with_its_part_has_no_next()
    {
        var paging = new Paging(null, 2);
        var rows = new[] { Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7() };

        Listed.Of(rows, paging, r => r, r => r).Next.ShouldBe(rows[1]);
        Listed.Of(rows[..2], paging, r => r, r => r).Next.ShouldBeNull();
        Listed.Of(rows, paging, r => r, r => r).Items.ShouldBe(rows[..2]);
    }

    [Theory, OnEveryDatabase]
    public async Task One_who_has_the_version_is_not_sent_it_again(Database database)
    {
        var browser = await WriterAsync(database, entries: 1);
        var address = await OnlyEntryAsync(browser);
        var tag = (await browser.ApiAsync(HttpMethod.Get, address)).Response.Headers.ETag!.Tag;

        var same = await browser.ApiAsync(HttpMethod.Get, address, null, ("If-None-Match", tag));
        await browser.ApiAsync(HttpMethod.Put, address, new { text = "changed" }, ("If-Match", tag));
        var changed = await browser.ApiAsync(HttpMethod.Get, address, null, ("If-None-Match", tag));

        same.Status.ShouldBe(HttpStatusCode.NotModified);
        changed.Status.ShouldBe(HttpStatusCode.OK);
        changed.Response.Headers.ETag!.Tag.ShouldBe("\"2\"");
    }

    [Theory, OnEveryDatabase]
    public async Task A_change_names_the_version_it_changes(Database database)
    {
        var browser = await WriterAsync(database, entries: 1);
        var address = await OnlyEntryAsync(browser);

        var rewritten = await browser.ApiAsync(HttpMethod.Put, address, new { text = "unseen" });
        var tornOut = await browser.ApiAsync(HttpMethod.Delete, address);
        var stale = await browser.ApiAsync(HttpMethod.Delete, address, null, ("If-Match", "\"7\""));
        var right = await browser.ApiAsync(HttpMethod.Delete, address, null, ("If-Match", "\"1\""));

        rewritten.Status.ShouldBe((HttpStatusCode)428);
        tornOut.Status.ShouldBe((HttpStatusCode)428);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Body.GetProperty("theirs").GetProperty("text").GetString().ShouldBe("entry 1");
        right.Status.ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task<Browser> WriterAsync(Database database, int entries)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));
        for (var i = 1; i <= entries; i++)
        {
            (await browser.ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text = $"entry {i}" })).Status.ShouldBe(
                HttpStatusCode.Created
            );
        }

        return browser;
    }

    private static async Task<string> OnlyEntryAsync(Browser browser) =>
        $"/api/v1/journal/{(await browser.ApiAsync(HttpMethod.Get, "/api/v1/journal")).Body.GetProperty("items")[0].GetProperty("id").GetString()}";
}
