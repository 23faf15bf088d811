using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.TeachingSessions;

public sealed class SchedulingTests
{
    [Theory, OnEveryDatabase]
    public async Task A_session_may_break_a_rule_while_it_is_planned_and_the_page_names_it(Database database)
    {
        var depot = await Depot.OpenAsync(await World.OnAsync(database));

        await depot.AddAsync(6, depot.People.Take(3));

        var page = await depot.Desk.GetAsync(depot.Address);
        page.Main.ShouldContain("Person01 Test is not on shift at 06:00");
        page.Main.ShouldContain("The leader is not on shift at 06:00");
        var (status, body, _) = await depot.PublishAsync();
        status.ShouldBe(HttpStatusCode.Conflict);
        body.GetProperty("code").GetString().ShouldBe("session-breaks-rule");
        body.GetProperty("broken").EnumerateArray().Select(b => b.GetProperty("code").GetString()).ShouldContain("OffShift");
    }

    [Theory, OnEveryDatabase]
    public async Task Cover_is_counted_with_its_numbers(Database database)
    {
        var depot = await Depot.OpenAsync(await World.OnAsync(database), people: 8, share: 0.25m);

        var session = await depot.AddAsync(10, depot.People.Take(3));

        var (_, body, _) = await depot.Desk.ApiAsync(HttpMethod.Get, $"/api/v1/sessions/{session}");
        var broken = body.GetProperty("broken").EnumerateArray().First();
        (broken.GetProperty("code").GetString(), broken.GetProperty("count").GetInt32(), broken.GetProperty("allowed").GetInt32()).ShouldBe(
            ("Cover", 3, 2)
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Publishing_tells_everybody_who_can_sign_in_and_puts_it_into_their_calendars(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        await depot.AccountAsync(depot.People[0]);
        await depot.AccountAsync(depot.Leader);
        var session = await depot.AddAsync(10, depot.People.Take(3));

        (await depot.PublishAsync()).Status.ShouldBe(HttpStatusCode.NoContent);

        (await depot.SessionAsync(session)).State.ShouldBe(SessionState.Published);
        var told = await world.InDatabaseAsync(db =>
            db.Notices.Where(n => n.PersonId == depot.People[0].Id || n.PersonId == depot.Leader.Id || n.PersonId == depot.People[1].Id)
                .ToListAsync()
        );
        told.Select(n => n.Kind).ShouldBe(["sessions.notice.slot", "sessions.notice.leads"], ignoreOrder: true);
        var appointed = await world.InDatabaseAsync(db => db.Appointments.Where(a => a.SourceId == session).ToListAsync());
        appointed.Select(a => a.PersonId).ShouldBe([depot.People[0].Id, depot.Leader.Id], ignoreOrder: true);
        appointed.ShouldAllBe(a => a.On == world.Today.AddDays(1) && a.Time == new TimeOnly(10, 0));
        (await depot.Desk.GetAsync($"{depot.Address}/slots")).Main.ShouldContain("Person02 Test");
    }

    [Theory, OnEveryDatabase]
    public async Task A_published_session_is_moved_only_where_every_rule_keeps(Database database)
    {
        var depot = await Depot.OpenAsync(await World.OnAsync(database));
        await depot.AccountAsync(depot.People[0]);
        var session = await depot.AddAsync(10, depot.People.Take(3));
        await depot.PublishAsync();
        var page = await depot.Desk.GetAsync($"/sessions/{session}");

        var refused = await page.SubmitAsync("main form:not([action])", ("Input.Time", "05:00"));
        var moved = await page.SubmitAsync("main form:not([action])", ("Input.Time", "13:30"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Main.ShouldContain("The leader is not on shift at 05:00");
        refused.Document.QuerySelector("input[name='Input.Time']")!.GetAttribute("value").ShouldStartWith("05:00");
        moved.Status.ShouldBe(HttpStatusCode.Redirect);
        (await depot.SessionAsync(session)).Start.ShouldBe(depot.Tomorrow.AddHours(13.5));
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_move_the_same_session_are_told_of_each_other(Database database)
    {
        var depot = await Depot.OpenAsync(await World.OnAsync(database));
        var session = await depot.AddAsync(10, depot.People.Take(3));
        var first = await depot.Desk.GetAsync($"/sessions/{session}");
        await first.SubmitAsync("main form:not([action])", ("Input.Time", "11:00"));

        var second = await first.SubmitAsync("main form:not([action])", ("Input.Time", "12:00"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Main.ShouldContain("what you typed is still here");
        (await depot.SessionAsync(session)).Start.ShouldBe(depot.Tomorrow.AddHours(11));
    }

    [Theory, OnEveryDatabase]
    public async Task Seats_are_given_freed_and_swapped(Database database)
    {
        var depot = await Depot.OpenAsync(await World.OnAsync(database));
        var (one, two) = (await depot.AddAsync(9, depot.People[0], depot.People[1]), await depot.AddAsync(33, depot.People[2]));
        var (a, b, c) = (depot.People[0].Id.Value, depot.People[1].Id.Value, depot.People[2].Id.Value);

        (
            await depot.Desk.ApiAsync(
                HttpMethod.Post,
                $"/api/v1/sessions/{one}/swap",
                new
                {
                    person = a,
                    to = two,
                    inReturn = c,
                }
            )
        ).Status.ShouldBe(HttpStatusCode.NoContent);
        (await depot.Desk.ApiAsync(HttpMethod.Delete, $"/api/v1/sessions/{one}/seats/{b}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await depot.Desk.ApiAsync(HttpMethod.Put, $"/api/v1/sessions/{two}/seats/{b}")).Status.ShouldBe(HttpStatusCode.NoContent);
        var missing = await depot.Desk.ApiAsync(HttpMethod.Delete, $"/api/v1/sessions/{one}/seats/{b}");

        (await depot.SessionAsync(one)).Seats.Select(s => s.PersonId.Value).ShouldBe([c]);
        (await depot.SessionAsync(two)).Seats.Select(s => s.PersonId.Value).ShouldBe([a, b], ignoreOrder: true);
        missing.Body.GetProperty("code").GetString().ShouldBe("session-no-seat");
    }

    [Theory, OnEveryDatabase]
    public async Task A_scheduler_of_another_site_finds_nothing_here(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        var session = await depot.AddAsync(10, depot.People.Take(2));
        var elsewhere = await world.SignedInAsync(
            await world.HolderOfAsync(Role.SiteScheduler, "Elsewhere", await world.UnitAsync("Other", UnitKind.Facility))
        );
        foreach (
            var stranger in (Browser[])[elsewhere, await world.SignedInAsync(depot.People[0]), await world.SignedInAsync(depot.Leader)]
        )
        {
            foreach (
                var page in (string[])
                    [depot.Address, $"{depot.Address}/add", $"{depot.Address}/replan", $"{depot.Address}/slots", $"/sessions/{session}"]
            )
            {
                (await stranger.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
            }

            (await depot.PublishAsync(stranger)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await depot.PostAsync(12, [], stranger)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{session}/cancel")).Status.ShouldBe(HttpStatusCode.NotFound);
            (
                await stranger.ApiAsync(HttpMethod.Get, $"/api/v1/sessions?module={depot.Module.Value}&site={depot.Site.Id.Value}")
            ).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Calling_a_session_off_frees_everybody_for_another(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        await depot.AccountAsync(depot.People[0]);
        var session = await depot.AddAsync(10, depot.People.Take(3));
        await depot.PublishAsync();

        (await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{session}/cancel")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await depot.Desk.GetAsync(depot.Address)).Main.ShouldContain("8 people have no slot");
        (
            await world.InDatabaseAsync(db => db.Appointments.SingleAsync(a => a.SourceId == session && a.PersonId == depot.People[0].Id))
        ).CancelledAt.ShouldNotBeNull();
        var again = await depot.Desk.ApiAsync(HttpMethod.Put, $"/api/v1/sessions/{session}/seats/{depot.People[4].Id.Value}");
        again.Body.GetProperty("code").GetString().ShouldBe("session-cancelled");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_asks_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var depot = await Depot.OpenAsync(await World.InAsync(app), people: 12);
        var session = await depot.AddAsync(10, depot.People.Take(4));
        await depot.AddAsync(34, depot.People.Skip(4).Take(4));
        await depot.PublishAsync();
        var (lead, leader, person) = (
            await depot.World.SignedInAsync(depot.ProgrammeLead),
            await depot.World.SignedInAsync(depot.Leader),
            await depot.World.SignedInAsync(depot.People[0])
        );
        var programme = await app.InDatabaseAsync(db =>
            db.Modules.Where(m => m.Id == depot.Module).Select(m => m.ProgrammeId).SingleAsync()
        );
        foreach (
            var (browser, address) in (IEnumerable<(Browser, string)>)
                [
                    (depot.Desk, depot.Address),
                    (depot.Desk, $"{depot.Address}?view=week"),
                    (depot.Desk, $"{depot.Address}/add"),
                    (depot.Desk, $"{depot.Address}/replan"),
                    (depot.Desk, $"{depot.Address}/slots"),
                    (depot.Desk, $"/sessions/{session}"),
                    (depot.Desk, $"/sessions/{session}/held"),
                    (depot.Desk, "/sites"),
                    (depot.Desk, $"/sites/{depot.Site.Id.Value}"),
                    (depot.Desk, $"/sites/{depot.Site.Id.Value}/roster"),
                    (person, "/my-slot"),
                    (person, $"/my-slot/{session}/swap"),
                    (leader, "/my-sessions"),
                    (lead, $"/modules/{depot.Module.Value}/rollout"),
                    (lead, $"/modules/{depot.Module.Value}/rollout/settings"),
                    (lead, $"/modules/{depot.Module.Value}/coverage"),
                    (lead, $"/modules/{depot.Module.Value}/effort"),
                    (lead, $"/programmes/{programme.Value}/picture"),
                ]
        )
        {
            (await Queries.OfAsync(app, browser, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }
}
