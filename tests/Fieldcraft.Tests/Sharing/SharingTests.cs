using System.Net;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Sharing;

public sealed class SharingTests
{
    private const string Canary = "The dock gate stuck again and I let Bilal decide";

    [Theory, OnEveryDatabase]
    public async Task A_leader_finds_a_person_and_shares_a_copy_of_one_entry(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, friend) = (await world.LeaderAsync("Amira"), await FriendAsync(world, "Dalia"));
        var entry = await world.WroteAsync(leader, Canary);
        var browser = await world.SignedInAsync(leader);

        var found = await (await browser.GetAsync(NewShare(entry))).SubmitAsync(
            "main form",
            ("Input.Name", friend.LastName),
            ("find", "1")
        );
        found.Status.ShouldBe(HttpStatusCode.OK);
        found.Main.ShouldContain("Dalia");
        var answer = await found.SubmitAsync("main form", ("Input.Readers", friend.Id.Value.ToString()));

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Main);
        var share = await browser.GetAsync(answer.RedirectsTo!);
        share.Main.ShouldContain("Dalia");
        share.Main.ShouldContain("Nobody has opened it.");
        (await browser.GetAsync($"/journal/{entry}")).Main.ShouldContain("Shared with Dalia");
    }

    [Theory, OnEveryDatabase]
    public async Task The_reader_opens_the_copy_and_the_owner_sees_who_looked(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, friend) = (await world.LeaderAsync("Amira"), await FriendAsync(world, "Dalia"));
        var share = await SharedAsync(world, leader, friend);
        var reader = await world.SignedInAsync(friend);

        (await reader.GetAsync("/shared-with-me")).Main.ShouldContain("not read yet");
        var copy = await reader.GetAsync($"/shared-with-me/{share}");
        await reader.GetAsync($"/shared-with-me/{share}");

        copy.Main.ShouldContain(Canary);
        copy.Main.ShouldContain("Amira");
        (await reader.GetAsync("/shared-with-me")).Main.ShouldNotContain("not read yet");
        var owner = await (await world.SignedInAsync(leader)).GetAsync($"/shares/{share}");
        owner.Document.QuerySelectorAll("#looks li").Length.ShouldBe(1);
        owner.Main.ShouldContain("opened it");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Another_visit_is_another_look(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (leader, friend) = (await world.LeaderAsync("Amira"), await FriendAsync(world, "Dalia"));
        var share = await SharedAsync(world, leader, friend);
        await (await world.SignedInAsync(friend)).GetAsync($"/shared-with-me/{share}");
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        await (await world.SignedInAsync(friend)).ApiAsync(HttpMethod.Get, $"/api/v1/shares/with-me/{share}");

        (await world.InDatabaseAsync(db => db.Looks.CountAsync())).ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task The_copy_stays_as_it_was_when_the_entry_changes_or_goes(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, friend) = (await world.LeaderAsync("Amira"), await FriendAsync(world, "Dalia"));
        var entry = await world.WroteAsync(leader, Canary);
        var share = await SharedAsync(world, leader, entry, friend);
        await (await (await world.SignedInAsync(leader)).GetAsync($"/journal/{entry}")).SubmitAsync(
            "main form",
            ("Entry.Text", "Later thoughts")
        );

        var copy = await (await world.SignedInAsync(friend)).GetAsync($"/shared-with-me/{share}");

        copy.Main.ShouldContain(Canary);
        copy.Main.ShouldNotContain("Later thoughts");
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_who_is_not_named_finds_the_share(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.ActivatedAsync(await world.LeaderAsync("Noor"));
        var leader = await world.PersonAsync("Amira", manager);
        var share = await SharedAsync(world, leader, await FriendAsync(world, "Dalia"));
        foreach (var stranger in new[] { manager, await world.HolderOfAsync(Role.Administrator), await FriendAsync(world, "Jonas") })
        {
            var browser = await world.SignedInAsync(stranger);
            foreach (var address in new[] { $"/shares/{share}", $"/shared-with-me/{share}" })
            {
                (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
            }

            foreach (var address in new[] { $"/api/v1/shares/{share}", $"/api/v1/shares/{share}/looks", $"/api/v1/shares/with-me/{share}" })
            {
                (await browser.ApiAsync(HttpMethod.Get, address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
            }

            (await browser.ApiAsync(HttpMethod.Post, $"/api/v1/shares/{share}/revocation", new { })).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await browser.GetAsync("/shared-with-me")).Text.ShouldNotContain("dock gate");
            (await browser.GetAsync("/shares")).Text.ShouldNotContain("Entry of");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_shares_an_item_of_somebody_else(Database database)
    {
        var world = await World.OnAsync(database);
        var entry = await world.WroteAsync(await world.LeaderAsync("Amira"), Canary);
        var (stranger, friend) = (await world.SignedInAsync(await world.LeaderAsync("Noor")), await FriendAsync(world, "Dalia"));

        (await stranger.GetAsync(NewShare(entry))).Status.ShouldBe(HttpStatusCode.NotFound);
        var (status, _, _) = await stranger.ApiAsync(
            HttpMethod.Post,
            "/api/v1/shares",
            new
            {
                kind = "journalEntry",
                item = entry,
                readers = new[] { friend.Id.Value },
            }
        );
        status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task An_ended_share_does_not_open_not_even_through_an_old_wrap(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, friend) = (await world.LeaderAsync("Amira"), await FriendAsync(world, "Dalia"));
        var share = await SharedAsync(world, leader, friend);
        var old = await world.InDatabaseAsync(db =>
            db.KeyWraps.AsNoTracking().SingleAsync(w => w.DocumentId == share && w.ReaderId == friend.Id.Value)
        );

        await (await (await world.SignedInAsync(leader)).GetAsync($"/shares/{share}")).SubmitAsync("form[data-end]");

        var reader = await world.SignedInAsync(friend);
        (await reader.GetAsync($"/shared-with-me/{share}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await world.InDatabaseAsync(db => db.KeyWraps.AnyAsync(w => w.DocumentId == share && w.ReaderId == friend.Id.Value))
        ).ShouldBeFalse();
        (await world.App.Get<Web.Wall.KeyStore>().ErasuresAsync(CancellationToken.None)).ShouldContain(e =>
            e.Subject == share && e.Kind == $"wrap:{friend.Id.Value:n}"
        );
        await world.SaveAsync(old);
        (await reader.GetAsync($"/shared-with-me/{share}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/shared-with-me")).Main.ShouldNotContain("Entry of");
    }

    [Theory, OnEveryDatabase]
    public async Task A_share_whose_wrap_is_gone_is_not_there_for_its_reader(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, friend) = (await world.LeaderAsync("Amira"), await FriendAsync(world, "Dalia"));
        var share = await SharedAsync(world, leader, friend);
        await world.InDatabaseAsync(db =>
            db.KeyWraps.Where(w => w.DocumentId == share && w.ReaderId == friend.Id.Value).ExecuteDeleteAsync()
        );
        var reader = await world.SignedInAsync(friend);

        (await reader.GetAsync($"/shared-with-me/{share}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/shared-with-me")).Status.ShouldBe(HttpStatusCode.OK);
        (await world.InDatabaseAsync(db => db.Looks.CountAsync(l => l.ShareId == Domain.Sharing.ShareId.From(share)))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task It_can_be_ended_for_one_reader_alone(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var (dalia, jonas) = (await FriendAsync(world, "Dalia"), await FriendAsync(world, "Jonas"));
        var share = await SharedAsync(world, leader, dalia, jonas);
        var owner = await world.SignedInAsync(leader);

        (await owner.ApiAsync(HttpMethod.Post, $"/api/v1/shares/{share}/revocation", new { reader = dalia.Id.Value })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );

        (await (await world.SignedInAsync(dalia)).GetAsync($"/shared-with-me/{share}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await world.SignedInAsync(jonas)).GetAsync($"/shared-with-me/{share}")).Main.ShouldContain(Canary);
        (await owner.ApiAsync(HttpMethod.Post, $"/api/v1/shares/{share}/revocation", new { reader = jonas.Id.Value })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await owner.ApiAsync(HttpMethod.Get, $"/api/v1/shares/{share}"))
            .Body.GetProperty("endedAt")
            .ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory, OnServersOfItsOwn]
    public async Task It_ends_after_its_last_day_and_the_keys_go(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (leader, friend) = (await world.LeaderAsync("Amira"), await FriendAsync(world, "Dalia"));
        var share = await SharedAsync(world, leader, friend);
        app.Clock.Advance(TimeSpan.FromDays(29));
        (await (await world.SignedInAsync(friend)).GetAsync($"/shared-with-me/{share}")).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.Advance(TimeSpan.FromDays(2));

        (await (await world.SignedInAsync(friend)).GetAsync($"/shared-with-me/{share}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await world.RunAsync("share.expire");

        (await world.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == share && w.ReaderId == friend.Id.Value))).ShouldBe(
            0
        );
        (await (await world.SignedInAsync(leader)).GetAsync("/shares")).Main.ShouldContain("ended");
    }

    [Theory, OnEveryDatabase]
    public async Task The_database_holds_no_readable_word_of_a_copy(Database database)
    {
        var world = await World.OnAsync(database);
        var share = await SharedAsync(world, await world.LeaderAsync("Amira"), await FriendAsync(world, "Dalia"));

        var row = await world.InDatabaseAsync(db => db.Shares.AsNoTracking().SingleAsync(s => s.Id == Domain.Sharing.ShareId.From(share)));

        Encoding.UTF8.GetString(row.Copy.ToBytes()).ShouldNotContain("dock gate");
        Encoding.UTF8.GetString(row.Title.ToBytes()).ShouldNotContain("Entry");
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_letter_to_the_reader_holds_neither_text_nor_title(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var friend = await world.ActivatedAsync(await world.PersonAsync("Dalia", facts: f => f with { Email = "dalia@meridian.example" }));
        var share = await SharedAsync(world, await world.LeaderAsync("Amira"), friend);

        var letter = (await world.LettersToAsync("dalia@meridian.example")).ShouldHaveSingleItem();

        letter.Text.ShouldContain($"/shared-with-me/{share}");
        (letter.Subject + letter.Text).ShouldNotContain("dock");
        (letter.Subject + letter.Text).ShouldNotContain("Entry of");
    }

    [Theory, OnEveryDatabase]
    public async Task Only_people_who_can_sign_in_are_found_and_only_by_a_name(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.ActivatedAsync(await world.PersonAsync("Amira", facts: f => f with { LastName = "Qadir" }));
        await world.ActivatedAsync(await world.PersonAsync("Quentin", facts: f => f with { LastName = "O_Brien%" }));
        await world.PersonAsync("Quentina");
        var browser = await world.SignedInAsync(leader);

        async Task<IReadOnlyList<string>> FindAsync(string name) =>
            [
                .. (await browser.ApiAsync(HttpMethod.Get, $"/api/v1/shares/readers?name={Uri.EscapeDataString(name)}"))
                    .Body.GetProperty("items")
                    .EnumerateArray()
                    .Select(p => p.GetProperty("name").GetString()!),
            ];

        (await FindAsync("quent")).ShouldBe(["Quentin O_Brien%"]);
        (await FindAsync("Quentin o_b")).ShouldBe(["Quentin O_Brien%"]);
        (await FindAsync("q")).ShouldBeEmpty();
        (await FindAsync("%%")).ShouldBeEmpty();
        (await FindAsync("Qadir")).ShouldBeEmpty("nobody shares with themselves");
    }

    [Theory, OnEveryDatabase]
    public async Task A_share_without_a_reader_or_beyond_a_year_comes_back_with_what_to_do(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, friend) = (await world.LeaderAsync("Amira"), await FriendAsync(world, "Dalia"));
        var entry = await world.WroteAsync(leader, Canary);
        var browser = await world.SignedInAsync(leader);
        var late = world.Today.AddDays(366).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var without = await (await browser.GetAsync(NewShare(entry))).SubmitAsync("main form");
        var beyond = await (await browser.GetAsync(NewShare(entry))).SubmitAsync(
            "main form",
            ("Input.Readers", friend.Id.Value.ToString()),
            ("Input.Until", late)
        );
        var stranger = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/shares",
            new
            {
                kind = "journalEntry",
                item = entry,
                readers = new[] { leader.Id.Value },
            }
        );

        without.Status.ShouldBe(HttpStatusCode.BadRequest);
        without.Main.ShouldContain("at least one person");
        beyond.Status.ShouldBe(HttpStatusCode.BadRequest);
        beyond.Main.ShouldContain("a year from now");
        stranger.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_of_the_room_needs_at_most_six_queries(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (leader, friend) = (await world.LeaderAsync("Amira"), await FriendAsync(world, "Dalia"));
        var entry = await world.WroteAsync(leader, Canary);
        var share = await SharedAsync(world, leader, entry, friend);
        for (var i = 0; i < 5; i++)
        {
            await SharedAsync(world, leader, entry, friend);
        }

        var (owner, reader) = (await world.SignedInAsync(leader), await world.SignedInAsync(friend));
        using var queries = Queries.Of(app);
        foreach (
            var (browser, address) in new[]
            {
                (owner, "/shares"),
                (owner, $"/shares/{share}"),
                (owner, NewShare(entry)),
                (reader, "/shared-with-me"),
                (reader, $"/shared-with-me/{share}"),
                (owner, $"/journal/{entry}"),
            }
        )
        {
            await browser.GetAsync(address);
            (await queries.InAsync(() => browser.GetAsync(address))).ShouldBeInRange(1, 6, address);
        }
    }

    private static string NewShare(Guid entry) => $"/shares/new?kind=journalentry&item={entry}";

    private static async Task<Person> FriendAsync(World world, string firstName) =>
        await world.ActivatedAsync(
            await world.PersonAsync(
                firstName,
                facts: f => f with { LastName = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6)) }
            )
        );

    private static async Task<Guid> SharedAsync(World world, Person owner, params Person[] readers) =>
        await SharedAsync(world, owner, await world.WroteAsync(owner, Canary), readers);

    private static async Task<Guid> SharedAsync(World world, Person owner, Guid entry, params Person[] readers)
    {
        var browser = await world.SignedInAsync(owner);
        var (status, body, _) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/shares",
            new
            {
                kind = "journalEntry",
                item = entry,
                readers = readers.Select(r => r.Id.Value),
            }
        );
        status.ShouldBe(HttpStatusCode.Created);
        return body.GetProperty("id").GetGuid();
    }
}
