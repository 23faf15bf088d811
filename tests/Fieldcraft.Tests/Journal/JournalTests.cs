using System.Net;
using System.Text;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Journal;

public sealed class JournalTests
{
    private const string Canary = "The dock gate stuck again and I let Bilal decide";

    [Theory, OnEveryDatabase]
    public async Task A_leader_writes_an_entry_and_reads_it_again(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var answer = await (await browser.GetAsync("/journal/new")).SubmitAsync("main form", ("Entry.Text", Canary));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(answer.RedirectsTo!)).Main.ShouldContain(Canary);
    }

    [Theory, OnEveryDatabase]
    public async Task The_database_holds_no_readable_word_of_an_entry(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        await WriteAsync(world, leader, Canary);

        var row = await world.InDatabaseAsync(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.OwnerId == leader.Id));

        Encoding.UTF8.GetString(row.Text.ToBytes()).ShouldNotContain("dock gate");
    }

    [Theory, OnEveryDatabase]
    public async Task A_manager_cannot_open_a_private_entry(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var leader = await world.PersonAsync("Amira", manager);
        await WriteAsync(world, leader, Canary);
        var entry = await world.InDatabaseAsync(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.OwnerId == leader.Id));
        var browser = await world.SignedInAsync(manager);

        (await browser.GetAsync($"/journal/{entry.Id.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ApiAsync(HttpMethod.Get, $"/api/v1/journal/{entry.Id.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/journal")).Text.ShouldNotContain("dock gate");
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_by_pin_does_not_open_the_journal_and_says_why(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        await WriteAsync(world, leader, Canary);
        var browser = await world.SignedInAsync(leader, Proof.Pin);

        var page = await browser.GetAsync("/journal");

        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Heading.ShouldContain("shut");
        page.Text.ShouldNotContain("dock gate");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_tabs_on_one_entry_lose_neither_text(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await WriteAsync(world, leader, "first");
        var entry = await world.InDatabaseAsync(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.OwnerId == leader.Id));
        var address = $"/journal/{entry.Id.Value}";
        var (one, two) = (await browser.GetAsync(address), await browser.GetAsync(address));
        await one.SubmitAsync("main form", ("Entry.Text", "from tab one"));

        var answer = await two.SubmitAsync("main form", ("Entry.Text", "from tab two"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("from tab one");
        answer.Document.QuerySelector("textarea")!.TextContent.ShouldContain("from tab two");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task The_owner_finds_an_own_entry_by_a_word_in_it(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await WriteAsync(world, leader, Canary);
        await WriteAsync(world, leader, "A quiet day");

        var page = await browser.GetAsync("/journal?search=DOCK");

        page.Main.ShouldContain(Canary);
        page.Main.ShouldNotContain("A quiet day");
    }

    [Theory, OnEveryDatabase]
    public async Task An_entry_that_was_torn_out_takes_its_key_along(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await WriteAsync(world, leader, Canary);
        var entry = await world.InDatabaseAsync(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.OwnerId == leader.Id));

        await (await browser.GetAsync($"/journal/{entry.Id.Value}/tear-out")).SubmitAsync("main form");

        (await world.InDatabaseAsync(db => db.JournalEntries.CountAsync(e => e.Id == entry.Id))).ShouldBe(0);
        (await world.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == entry.Id.Value))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task An_empty_entry_comes_back_with_what_to_do(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var answer = await (await browser.GetAsync("/journal/new")).SubmitAsync("main form", ("Entry.Text", " "));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Main.ShouldContain("Fill this in.");
    }

    [Theory, OnEveryDatabase]
    public async Task The_api_writes_reads_and_refuses_a_stale_version(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var (status, made, response) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text = Canary });
        var address = response.Headers.Location!.OriginalString;
        var rewritten = await browser.ApiAsync(HttpMethod.Put, address, new { text = "again" }, ("If-Match", "\"1\""));
        var stale = await browser.ApiAsync(HttpMethod.Put, address, new { text = "late" }, ("If-Match", "\"1\""));

        status.ShouldBe(HttpStatusCode.Created);
        made.GetProperty("version").GetInt32().ShouldBe(1);
        rewritten.Status.ShouldBe(HttpStatusCode.OK);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Body.GetProperty("theirs").GetProperty("text").GetString().ShouldBe("again");
    }

    [Theory, OnEveryDatabase]
    public async Task The_owner_takes_the_whole_journal_along_as_one_file(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        await WriteAsync(world, leader, Canary);
        var browser = await WriteAsync(world, leader, "A quiet day");

        var file = await (await browser.GetAsync("/journal/export")).SubmitAsync("main form");

        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/markdown");
        file.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("journal.md");
        file.Text.ShouldContain(Canary);
        file.Text.IndexOf("A quiet day", StringComparison.Ordinal).ShouldBeLessThan(file.Text.IndexOf(Canary, StringComparison.Ordinal));
        var stranger = await world.SignedInAsync(await world.LeaderAsync("Noor"));
        (await stranger.GetAsync("/api/v1/journal/export")).Text.ShouldNotContain("dock gate");
    }

    private static async Task<Browser> WriteAsync(World world, Domain.People.Person leader, string text)
    {
        var browser = await world.SignedInAsync(leader);
        (await (await browser.GetAsync("/journal/new")).SubmitAsync("main form", ("Entry.Text", text))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        return browser;
    }
}
