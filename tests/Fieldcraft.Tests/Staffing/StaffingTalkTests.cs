using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Staffing;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Staffing;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Staffing;

/// <summary>A staffing talk in two columns: who writes, who reads, and how it ends.</summary>
public sealed class StaffingTalkTests
{
    private const string Canary = "canary-what-I-would-bring";

    [Theory, OnEveryDatabase]
    public async Task A_person_enters_themselves_and_those_who_hold_the_talk_read_it(Database database)
    {
        var world = await World.OnAsync(database);
        var talk = await OpenAsync(world);
        var person = await world.ActivatedAsync(await world.PersonAsync("Zora"));
        var browser = await world.SignedInAsync(person);
        (await browser.GetAsync($"/staffing/{talk.Id}")).Status.ShouldBe(HttpStatusCode.NotFound, "Nobody has asked them yet.");

        await AskAsync(talk, person);
        var page = await browser.GetAsync($"/staffing/{talk.Id}");
        page.Main.ShouldContain("This talk is held by");
        var entered = await page.SubmitAsync(
            "main form.fields",
            ("Input.Column", "WouldLearnMost"),
            ("Input.WouldLearn", Canary),
            ("Input.SupportNeeded", "An hour a week with Ines")
        );
        entered.Status.ShouldBe(HttpStatusCode.Redirect, entered.Main);

        (await browser.GetAsync($"/staffing/{talk.Id}")).Text.ShouldContain(Canary);
        foreach (var holder in new[] { talk.Opener, talk.Beside })
        {
            var read = await holder.GetAsync($"/staffing/{talk.Id}");
            read.Main.ShouldContain("Zora Test");
            read.Main.ShouldContain(Canary);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_else_reads_it_whatever_their_role(Database database)
    {
        var world = await World.OnAsync(database);
        var talk = await OpenAsync(world, isOpenToAll: true);
        var manager = await world.PersonAsync("Noor");
        var person = await world.SignedInAsync(await world.PersonAsync("Zora", manager));
        await EnterAsync(person, talk.Id);
        var others = new Dictionary<string, Browser>(StringComparer.Ordinal)
        {
            ["manager"] = await world.SignedInAsync(manager),
            ["administrator"] = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator)),
            ["senior leader"] = await world.SignedInAsync(await world.HolderOfAsync(Role.SeniorLeader)),
            ["somebody who entered too"] = await world.SignedInAsync(await world.PersonAsync("Ada")),
        };
        await EnterAsync(others["somebody who entered too"], talk.Id, "My own words");

        foreach (var (who, browser) in others)
        {
            foreach (
                var address in new[] { "/staffing", $"/staffing/{talk.Id}", "/api/v1/staffing-talks", $"/api/v1/staffing-talks/{talk.Id}" }
            )
            {
                var answer = await browser.GetAsync(address);
                answer.Text.ShouldNotContain(Canary, Case.Insensitive, $"{who} at {address}");
                answer.Text.ShouldNotContain("Zora", Case.Insensitive, $"{who} at {address}");
            }
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_columns_are_by_name_and_carry_no_number(Database database)
    {
        var world = await World.OnAsync(database);
        var talk = await OpenAsync(world, isOpenToAll: true);
        foreach (var name in new[] { "Zora", "Ada", "Mika" })
        {
            await EnterAsync(await world.SignedInAsync(await world.PersonAsync(name)), talk.Id);
        }

        var body = (await talk.Opener.ApiAsync(HttpMethod.Get, $"/api/v1/staffing-talks/{talk.Id}")).Body;

        var column = body.GetProperty("readyNow").EnumerateArray().ToList();
        column.Select(e => e.GetProperty("name").GetString()).ShouldBe(["Ada Test", "Mika Test", "Zora Test"]);
        column.ShouldAllBe(e => e.EnumerateObject().All(p => p.Value.ValueKind != JsonValueKind.Number));
        var page = await talk.Opener.GetAsync($"/staffing/{talk.Id}");
        page.Document.QuerySelectorAll(".columns h3").Select(h => h.TextContent).ShouldBe(["Ada Test", "Mika Test", "Zora Test"]);
        page.Document.QuerySelectorAll("main a[download], main a[href*='csv'], main [data-print]").ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Leaving_takes_everything_away_at_once(Database database)
    {
        var world = await World.OnAsync(database);
        var talk = await OpenAsync(world, isOpenToAll: true);
        var person = await world.PersonAsync("Zora");
        var browser = await world.SignedInAsync(person);
        await EnterAsync(browser, talk.Id);
        var owner = person.Id;
        var entry = await world.InDatabaseAsync(db => db.StaffingEntries.AsNoTracking().SingleAsync(e => e.OwnerId == owner));

        (await browser.ApiAsync(HttpMethod.Delete, $"/api/v1/staffing-talks/{talk.Id}/entry")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await talk.Opener.GetAsync($"/staffing/{talk.Id}")).Main.ShouldNotContain("Zora");
        (await world.InDatabaseAsync(db => db.StaffingEntries.CountAsync(e => e.OwnerId == owner))).ShouldBe(0);
        (await world.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == entry.Id.Value))).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task On_the_day_after_its_last_one_the_talk_is_gone_with_its_keys(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var talk = await OpenAsync(world, isOpenToAll: true, days: 3);
        var person = await world.PersonAsync("Zora");
        await EnterAsync(await world.SignedInAsync(person), talk.Id);
        var wraps = await world.InDatabaseAsync(db => db.KeyWraps.CountAsync());

        app.Clock.Advance(TimeSpan.FromDays(4));
        var late = await world.SignedInAsync(person);
        (await late.GetAsync($"/staffing/{talk.Id}")).Status.ShouldBe(HttpStatusCode.NotFound, "The day shuts it before the job has run.");
        await world.RunAsync(EndStaffingTalk.JobKind);

        (await world.InDatabaseAsync(db => db.StaffingTalks.CountAsync())).ShouldBe(0);
        (await world.InDatabaseAsync(db => db.StaffingEntries.CountAsync())).ShouldBe(0);
        // Of the entry there were three: the person's and those of both holders.
        (await world.InDatabaseAsync(db => db.KeyWraps.CountAsync())).ShouldBe(wraps - 3);
    }

    [Theory, OnEveryDatabase]
    public async Task Words_about_somebody_else_and_development_items_are_refused_and_the_reason_is_said(Database database)
    {
        var world = await World.OnAsync(database);
        var talk = await OpenAsync(world, isOpenToAll: true);
        var (person, other) = (await world.PersonAsync("Zora"), await world.PersonAsync("Ada"));
        var browser = await world.SignedInAsync(person);
        var address = $"/api/v1/staffing-talks/{talk.Id}/entry";

        var about = await browser.ApiAsync(
            HttpMethod.Put,
            address,
            new
            {
                column = "ReadyNow",
                brings = "She can",
                person = other.Id.Value,
            }
        );
        about.Status.ShouldBe(HttpStatusCode.Conflict);
        about.Body.GetProperty("code").GetString().ShouldBe("staffing-only-the-person-writes");
        var attached = await browser.ApiAsync(
            HttpMethod.Put,
            address,
            new
            {
                column = "ReadyNow",
                brings = "See there",
                attached = new[] { Guid.NewGuid() },
            }
        );
        attached.Body.GetProperty("code").GetString().ShouldBe("staffing-takes-no-development-items");
        var page = await (await browser.GetAsync($"/staffing/{talk.Id}")).SubmitAsync(
            "main form.fields",
            ("Input.Column", "ReadyNow"),
            ("Input.Brings", $"My feedback: https://fieldcraft.example/shares/{Guid.NewGuid()}")
        );
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Main.ShouldContain("stay out of staffing talks");
        var owner = person.Id;
        (await world.InDatabaseAsync(db => db.StaffingEntries.CountAsync(e => e.OwnerId == owner))).ShouldBe(0);
        (await world.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.OwnerId == owner.Value))).ShouldBe(0);
        (await talk.Opener.ApiAsync(HttpMethod.Put, address, new { column = "ReadyNow", brings = "Me" }))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("staffing-holder-cannot-enter");
    }

    [Theory]
    [InlineData("I ran the night dock for a year.", false)]
    [InlineData("See /plans/0190f1e1-dc4a-7000-8000-00000000dead", true)]
    [InlineData("https://x.example/shared-with-me/0190F1E1-DC4A-7000-8000-00000000DEAD", true)]
    [InlineData("We made plans/reviews every week", false)]
    public void An_address_of_a_development_item_is_known(string text, bool isOne) =>
        StaffingEntry.LinksToDevelopmentItem(text).ShouldBe(isOne);

    [Theory, OnServersOfItsOwn]
    public async Task No_page_asks_more_than_six_times_with_one_entry_or_many(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var talk = await OpenAsync(world, isOpenToAll: true);
        await EnterAsync(await world.SignedInAsync(await world.PersonAsync("Zora")), talk.Id);
        using var queries = Queries.Of(app);
        string[] addresses = ["/staffing", "/staffing/new", $"/staffing/{talk.Id}", $"/staffing/{talk.Id}/ask"];
        var first = await CountAsync();
        for (var i = 0; i < 4; i++)
        {
            await EnterAsync(await world.SignedInAsync(await world.PersonAsync($"Ada {i}")), talk.Id);
        }

        (await CountAsync()).ShouldBe(first);
        first.ShouldAllBe(c => c >= 1 && c <= 6);

        async Task<List<int>> CountAsync()
        {
            var counts = new List<int>();
            foreach (var address in addresses)
            {
                await talk.Opener.GetAsync(address);
                counts.Add(
                    await queries.InAsync(async () => (await talk.Opener.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address))
                );
            }

            return counts;
        }
    }

    private sealed record OpenedTalk(Guid Id, Browser Opener, Browser Beside);

    private static async Task<OpenedTalk> OpenAsync(World world, bool isOpenToAll = false, int days = 10)
    {
        var opener = await world.SignedInAsync(await world.LeaderAsync("Theo"));
        var beside = await world.ActivatedAsync(await world.PersonAsync("Carmen"));
        var (status, body, _) = await opener.ApiAsync(
            HttpMethod.Post,
            "/api/v1/staffing-talks",
            new
            {
                title = "Leading the second sorting line",
                about = "From March on",
                endsOn = world.Today.AddDays(days),
                isOpenToAll,
                holders = new[] { beside.Id.Value },
            }
        );
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return new OpenedTalk(body.GetProperty("id").GetGuid(), opener, await world.SignedInAsync(beside));
    }

    private static async Task AskAsync(OpenedTalk talk, Person person) =>
        (
            await talk.Beside.ApiAsync(HttpMethod.Post, $"/api/v1/staffing-talks/{talk.Id}/asked", new { person = person.Id.Value })
        ).Status.ShouldBe(HttpStatusCode.NoContent);

    private static async Task EnterAsync(Browser person, Guid talk, string brings = Canary) =>
        (
            await person.ApiAsync(HttpMethod.Put, $"/api/v1/staffing-talks/{talk}/entry", new { column = "ReadyNow", brings })
        ).Status.ShouldBe(HttpStatusCode.NoContent);
}
