using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Partners;

/// <summary>Who sees a partnership, who can be asked for which, and how many.</summary>
public sealed class PartnerAccessTests
{
    [Theory, OnEveryDatabase]
    public async Task Nobody_but_the_partners_sees_that_there_is_one(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.ColleagueAsync("Noor");
        var (leader, mentor) = (await world.ColleagueAsync("Amira", manager), await world.ColleagueAsync("Leo"));
        var id = await world.RunningAsync(leader, "mentor", world.Today, world.Today.AddDays(90), "monthly", mentor);
        var meeting = (await world.MeetingsAsync(leader, id))[0].Id;
        foreach (
            var stranger in new[]
            {
                manager,
                await world.HolderOfAsync(Role.Administrator),
                await world.HolderOfAsync(Role.SeniorLeader),
                await world.ColleagueAsync("Jonas"),
            }
        )
        {
            var browser = await world.SignedInAsync(stranger);
            foreach (
                var address in new[]
                {
                    $"/partners/{id}",
                    $"/partners/{id}/agreement",
                    $"/partners/{id}/ending",
                    $"/partners/{id}/meetings/{meeting}",
                }
            )
            {
                (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
            }

            foreach (var address in new[] { $"/api/v1/partners/{id}", $"/api/v1/partners/{id}/meetings/{meeting}" })
            {
                (await browser.ApiAsync(HttpMethod.Get, address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
            }

            (await browser.ApiAsync(HttpMethod.Post, $"/api/v1/partners/{id}/ending", new { })).Status.ShouldBe(HttpStatusCode.NotFound);
            (
                await browser.ApiAsync(HttpMethod.Post, $"/api/v1/partners/{id}/meetings/{meeting}/outcome", new { met = true })
            ).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync("/partners")).Text.ShouldNotContain("Leo Test");
            (await browser.GetAsync($"/people/{leader.Id.Value}")).Text.ShouldNotContain("Leo Test");
        }
    }

    [Theory, OnServersOfItsOwn]
    public async Task Whoever_does_not_answer_in_time_no_longer_sees_the_lines_and_is_not_told(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (leader, mentor) = (await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Leo"));
        var id = await world.AskedAsync(leader, "mentor", mentor);
        var noticesBefore = await world.InDatabaseAsync(db => db.Notices.CountAsync());
        app.Clock.Advance(TimeSpan.FromDays(14));

        (await (await world.SignedInAsync(mentor)).GetAsync($"/partners/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await world.SignedInAsync(leader)).GetAsync($"/partners/{id}")).Main.ShouldContain("Nobody answered in time");
        await app.LookAfterPartnersAsync();

        (await world.InDatabaseAsync(db => db.Notices.CountAsync())).ShouldBe(noticesBefore);
        (await world.InDatabaseAsync(db => db.KeyWraps.AnyAsync(w => w.DocumentId == id && w.ReaderId == mentor.Id.Value))).ShouldBeFalse();
        (await (await world.SignedInAsync(leader)).GetAsync($"/partners/{id}")).Main.ShouldContain("Nobody answered in time");
    }

    [Theory, OnEveryDatabase]
    public async Task The_own_line_is_no_mentor_and_only_the_own_line_talks_on_enabling(Database database)
    {
        var world = await World.OnAsync(database);
        var above = await world.ColleagueAsync("Vera");
        var manager = await world.ColleagueAsync("Noor", above);
        var leader = await world.ColleagueAsync("Amira", manager);
        var (report, other) = (await world.ColleagueAsync("Bilal", leader), await world.ColleagueAsync("Leo"));

        foreach (var inLine in new[] { above, manager, report })
        {
            (await RefusedAsync(world, leader, "mentor", inLine)).ShouldBe("partners-in-your-line");
        }

        (await RefusedAsync(world, leader, "manager", other)).ShouldBe("partners-not-your-manager");
        await world.AskedAsync(leader, "manager", manager);
        (await RefusedAsync(world, leader, "manager", manager)).ShouldBe("partners-together-already");
    }

    [Theory, OnEveryDatabase]
    public async Task Capacity_counts_what_goes_on_and_full_or_paused_people_are_neither_found_nor_asked(Database database)
    {
        var world = await World.OnAsync(database);
        var mentor = await world.ColleagueAsync("Leo");
        await OffersAsync(world, mentor, capacity: 1);
        var (first, second) = (await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Jonas"));
        var searcher = await world.SignedInAsync(await world.ColleagueAsync("Ruth"));
        (await searcher.GetAsync("/partners/find?kind=Mentor&need=Archetype.turnaround"))
            .Document.QuerySelector("#found")!
            .TextContent.ShouldContain("has room for one more");
        var (waiting, running) = (await world.AskedAsync(second, "mentor", mentor), await world.AskedAsync(first, "mentor", mentor));
        (await searcher.GetAsync("/partners/find?kind=Mentor&need=Archetype.turnaround")).Main.ShouldContain("Leo Test");
        (await (await world.SignedInAsync(second)).GetAsync("/partners/find?kind=Mentor&need=Archetype.turnaround")).Main.ShouldNotContain(
            "Leo Test"
        );
        await world.SaysYesAsync(mentor, running);

        (await searcher.GetAsync("/partners/find?kind=Mentor&need=Archetype.turnaround")).Main.ShouldNotContain("Leo Test");
        var full = await (await world.SignedInAsync(mentor)).ApiAsync(
            HttpMethod.Post,
            $"/api/v1/partners/{waiting}/answer",
            new { yes = true }
        );
        full.Body.GetProperty("code").GetString().ShouldBe("partners-own-limit");
        (await RefusedAsync(world, await world.ColleagueAsync("Ines"), "mentor", mentor)).ShouldBe("partners-no-room");
        await (await world.SignedInAsync(first)).ApiAsync(HttpMethod.Post, $"/api/v1/partners/{running}/ending", new { });
        (await searcher.GetAsync("/partners/find?kind=Mentor&need=Archetype.turnaround")).Main.ShouldContain("Leo Test");
        await (await world.SignedInAsync(mentor)).ApiAsync(HttpMethod.Post, "/api/v1/partners/offer/pause");
        (await searcher.GetAsync("/partners/find?kind=Mentor&need=Archetype.turnaround")).Main.ShouldNotContain("Leo Test");
        (await RefusedAsync(world, await world.ColleagueAsync("Ines"), "mentor", mentor)).ShouldBe("partners-no-room");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Reasons_say_what_is_offered_where_and_that_there_is_room_and_the_order_is_place_then_name(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (here, there) = (await world.UnitAsync("Harbour", UnitKind.Facility), await world.UnitAsync("Tilbury", UnitKind.Facility));
        var team = await world.UnitAsync("Night", UnitKind.Team, here);
        var manager = await world.ColleagueAsync("Noor", unit: here);
        var leader = await world.ColleagueAsync("Amira", manager, team);
        foreach (
            var person in new[]
            {
                await world.ColleagueAsync("Aaron", unit: here),
                await world.ColleagueAsync("Zoe", unit: there),
                await world.ColleagueAsync("Max", unit: there),
                manager,
            }
        )
        {
            await OffersAsync(world, person, capacity: 2);
        }

        await OffersAsync(world, await world.ColleagueAsync("Never", unit: there), 2, "capability", "delegation");
        var browser = await world.SignedInAsync(leader);

        var page = await browser.GetAsync("/partners/find?kind=Mentor&need=Archetype.turnaround");

        page.Document.QuerySelectorAll("#found > li > a").Select(a => a.TextContent).ShouldBe(["Max Test", "Zoe Test", "Aaron Test"]);
        page.Document.QuerySelector("#found .about")!
            .TextContent.ShouldBe("offers: Repair a unit in trouble; works elsewhere, at Tilbury; has room for 2 more");
        page.Main.ShouldContain("There is no other order.");
        var (_, body, _) = await browser.ApiAsync(
            HttpMethod.Get,
            "/api/v1/partners/suggestions?kind=mentor&need=Archetype.turnaround&limit=2"
        );
        var next = body.GetProperty("next").GetGuid();
        var (_, rest, _) = await browser.ApiAsync(
            HttpMethod.Get,
            $"/api/v1/partners/suggestions?kind=mentor&need=Archetype.turnaround&limit=2&after={next}"
        );
        rest.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()).ShouldBe(["Aaron Test"]);
        (
            await Queries.OfAsync(app, browser, $"/partners/find?kind=Mentor&need=Archetype.turnaround&after={next}")
        ).Count.ShouldBeLessThanOrEqualTo(6);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_of_the_partners_asks_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var manager = await world.ColleagueAsync("Noor");
        var leader = await world.ColleagueAsync("Amira", manager);
        var id = await world.RunningAsync(leader, "manager", world.Today, world.Today.AddDays(90), "weekly", manager);
        var meeting = (await world.MeetingsAsync(leader, id))[0].Id;
        await (await world.SignedInAsync(leader)).ApiAsync(
            HttpMethod.Put,
            $"/api/v1/partners/{id}/meetings/{meeting}/note",
            new { text = "A note" },
            ("If-Match", "\"0\"")
        );
        foreach (var i in Enumerable.Range(0, 4))
        {
            await world.AskedAsync(leader, "mentor", await world.ColleagueAsync($"Mentor {i}"));
        }

        var browser = await world.SignedInAsync(leader);
        foreach (
            var address in new[]
            {
                "/partners",
                "/partners/offer",
                "/partners/notes",
                "/partners/ask?kind=Manager",
                $"/partners/{id}",
                $"/partners/{id}/agreement",
                $"/partners/{id}/ending",
                $"/partners/{id}/meetings/{meeting}",
                "/shared-ideas",
            }
        )
        {
            (await Queries.OfAsync(app, browser, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_person_has_at_most_five_asks_open(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.ColleagueAsync("Amira");
        foreach (var i in Enumerable.Range(0, 5))
        {
            await world.AskedAsync(leader, "mentor", await world.ColleagueAsync($"Mentor {i}"));
        }

        (await RefusedAsync(world, leader, "coach", await world.ColleagueAsync("Leo"))).ShouldBe("partners-too-many-asks");
    }

    internal static async Task OffersAsync(World world, Person person, int capacity, string area = "archetype", string code = "turnaround")
    {
        var (status, _, _) = await (await world.SignedInAsync(person)).ApiAsync(
            HttpMethod.Put,
            "/api/v1/partners/offer",
            new
            {
                offers = new[] { new { area = "kind", code = "Mentor" }, new { area, code } },
                about = "I remember what helped",
                capacity,
            }
        );
        status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string?> RefusedAsync(World world, Person asker, string kind, Person person)
    {
        var (status, body, _) = await (await world.SignedInAsync(asker)).ApiAsync(
            HttpMethod.Post,
            "/api/v1/partners",
            new
            {
                kind,
                people = new[] { person.Id.Value },
                message = "Will you?",
            }
        );
        status.ShouldBe(HttpStatusCode.Conflict);
        return body.GetProperty("code").GetString();
    }
}
