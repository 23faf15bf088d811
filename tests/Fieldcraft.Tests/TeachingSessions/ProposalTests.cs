using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.TeachingSessions;

public sealed class ProposalTests
{
    [Theory, OnServersOfItsOwn]
    public async Task A_timetable_is_proposed_looked_at_and_taken(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var depot = await Depot.OpenAsync(world, people: 20);
        var lead = await world.SignedInAsync(depot.ProgrammeLead);

        var proposal = await depot.ProposeAsync(lead, new { seconds = 5 });

        proposal.GetProperty("state").GetString().ShouldBe("ready");
        var figures = proposal.GetProperty("figures");
        (
            figures.GetProperty("covered").GetInt32(),
            figures.GetProperty("uncovered").GetInt32(),
            figures.GetProperty("uncoveredBound").GetInt32()
        ).ShouldBe((20, 0, 0));
        figures.GetProperty("lowerBound").GetInt64().ShouldBeLessThanOrEqualTo(figures.GetProperty("cost").GetInt64());
        (await world.InDatabaseAsync(db => db.TeachingSessions.CountAsync())).ShouldBe(0);
        var id = proposal.GetProperty("id").GetGuid();
        var page = await lead.GetAsync($"/rollouts/proposals/{id}");
        page.Main.ShouldContain("no timetable leaves fewer out: 0");
        (await page.SubmitAsync("form[action$='handler=Take']")).Status.ShouldBe(HttpStatusCode.Redirect);

        var sessions = await world.InDatabaseAsync(db => db.TeachingSessions.Include(s => s.Seats).ToListAsync());
        sessions.SelectMany(s => s.Seats).Select(s => s.PersonId).Order().ShouldBe(depot.People.Select(p => p.Id).Order());
        sessions.ShouldAllBe(s => s.State == SessionState.Planned && s.RoomId == depot.Room && s.Seats.Count <= 6);
        (await depot.Desk.GetAsync(depot.Address)).Main.ShouldNotContain("broken");
        (await depot.PublishAsync()).Status.ShouldBe(HttpStatusCode.NoContent);
        (await lead.ApiAsync(HttpMethod.Post, $"/api/v1/rollouts/proposals/{id}/take"))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("proposal-not-ready");
    }

    [Theory, OnServersOfItsOwn]
    public async Task What_is_locked_stays_and_after_an_absence_only_those_it_touches_move(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var depot = await Depot.OpenAsync(world, people: 12);
        var locked = await depot.AddAsync(10, depot.People.Take(3));
        var kept = await depot.AddAsync(58, depot.People.Skip(3).Take(4));
        var touched = await depot.AddAsync(82, depot.People.Skip(7).Take(5));
        await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{locked}/lock");
        (await depot.PublishAsync()).Status.ShouldBe(HttpStatusCode.NoContent);
        var day = DateOnly.FromDateTime(depot.Tomorrow.AddHours(82));
        var away = await depot.Desk.ApiAsync(
            HttpMethod.Post,
            "/api/v1/sessions/absences",
            new
            {
                person = depot.Leader.Id.Value,
                from = day,
                to = day,
            }
        );
        away.Status.ShouldBe(HttpStatusCode.Created);

        var proposal = await depot.ProposeAsync(
            depot.Desk,
            new
            {
                site = depot.Site.Id.Value,
                seconds = 5,
                keepsPeople = true,
            }
        );

        proposal.GetProperty("state").GetString().ShouldBe("ready");
        proposal.GetProperty("figures").GetProperty("touched").GetInt32().ShouldBe(5);
        (
            await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/rollouts/proposals/{proposal.GetProperty("id").GetGuid()}/take")
        ).Status.ShouldBe(HttpStatusCode.NoContent);
        (await depot.SessionAsync(locked)).Seats.Count.ShouldBe(3);
        depot.People.Skip(3).Take(4).Select(p => p.Id).ShouldBeSubsetOf((await depot.SessionAsync(kept)).Seats.Select(s => s.PersonId));
        (await depot.SessionAsync(touched)).State.ShouldBe(SessionState.Cancelled);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Planned_anew_in_the_middle_of_a_week_what_was_held_in_it_counts(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var depot = await Depot.OpenAsync(world, people: 20, windowStart: -2);
        var week = depot.Tomorrow.AddDays(4);
        await depot.AddAsync(9, depot.People.Take(3));
        await depot.AddAsync(33, depot.People.Skip(3).Take(3));
        (await depot.PublishAsync()).Status.ShouldBe(HttpStatusCode.NoContent);
        app.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(12));

        var proposal = await depot.ProposeAsync(depot.Desk, new { site = depot.Site.Id.Value, seconds = 5 });
        (
            await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/rollouts/proposals/{proposal.GetProperty("id").GetGuid()}/take")
        ).Status.ShouldBe(HttpStatusCode.NoContent);

        // Four a week at most; two were held on its third and fourth day.
        (await depot.PublishAsync()).Status.ShouldBe(HttpStatusCode.NoContent);
        var starts = await world.InDatabaseAsync(db =>
            db.TeachingSessions.Where(s => s.State == SessionState.Published).Select(s => s.Start).ToListAsync()
        );
        (starts.Count(s => s < week), starts.Count).ShouldBe((4, 5));
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_proposal_that_is_older_than_a_change_is_not_taken(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var depot = await Depot.OpenAsync(await World.InAsync(app));
        var proposal = await depot.ProposeAsync(depot.Desk, new { site = depot.Site.Id.Value, seconds = 2 });
        await depot.AddAsync(10, depot.People.Take(3));

        var taken = await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/rollouts/proposals/{proposal.GetProperty("id").GetGuid()}/take");

        taken.Body.GetProperty("code").GetString().ShouldBe("proposal-outdated");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Who_was_in_a_session_that_has_begun_does_not_make_a_proposal_old(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var depot = await Depot.OpenAsync(await World.InAsync(app));
        var begun = await depot.AddAsync(9, depot.People.Take(3));
        (await depot.PublishAsync()).Status.ShouldBe(HttpStatusCode.NoContent);
        app.Clock.Advance(TimeSpan.FromDays(2));
        var proposal = await depot.ProposeAsync(depot.Desk, new { site = depot.Site.Id.Value, seconds = 2 });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var present = depot.People.Take(2).Select(p => p.Id.Value);
        (await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{begun}/held", new { present, minutes = 55 })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );

        (
            await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/rollouts/proposals/{proposal.GetProperty("id").GetGuid()}/take")
        ).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Whoever_is_left_out_is_named_with_the_limits_and_what_would_help(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var depot = await Depot.OpenAsync(world, people: 8, share: 0.1m);

        var proposal = await depot.ProposeAsync(depot.Desk, new { site = depot.Site.Id.Value, seconds = 2 });

        proposal.GetProperty("figures").GetProperty("unreachable").GetInt32().ShouldBe(8);
        var page = await depot.Desk.GetAsync($"/rollouts/proposals/{proposal.GetProperty("id").GetGuid()}");
        page.Main.ShouldContain("too many would leave the floor");
        page.Main.ShouldContain("A release share of");
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_search_under_way_is_stopped_and_is_not_asked_for_twice(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var depot = await Depot.OpenAsync(await World.InAsync(app));
        var body = new { site = depot.Site.Id.Value, seconds = 60 };
        var asked = await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/rollouts/{depot.Module.Value}/proposals", body);
        var id = asked.Body.GetProperty("id").GetGuid();

        var twice = await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/rollouts/{depot.Module.Value}/proposals", body);
        (await depot.Desk.GetAsync($"/rollouts/proposals/{id}")).Main.ShouldContain("You can leave this page");
        (await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/rollouts/proposals/{id}/stop")).Status.ShouldBe(HttpStatusCode.NoContent);
        await app.Get<Web.Jobs.JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);

        twice.Body.GetProperty("code").GetString().ShouldBe("proposal-under-way");
        var (_, read, _) = await depot.Desk.ApiAsync(HttpMethod.Get, $"/api/v1/rollouts/proposals/{id}");
        read.GetProperty("state").GetString().ShouldBe("ready");
    }

    [Theory, OnEveryDatabase]
    public async Task Only_the_lead_of_programmes_plans_every_site_and_a_scheduler_their_own(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        var other = await world.UnitAsync("Other", UnitKind.Facility);
        var address = $"/api/v1/rollouts/{depot.Module.Value}/proposals";

        (await depot.Desk.ApiAsync(HttpMethod.Post, address, new { })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await depot.Desk.ApiAsync(HttpMethod.Post, address, new { site = other.Id.Value })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await depot.Desk.ApiAsync(HttpMethod.Post, address, new { site = depot.Site.Id.Value, seconds = 61 })).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        foreach (var person in (Person[])[depot.Scheduler, depot.Leader, depot.People[0]])
        {
            var browser = await world.SignedInAsync(person);
            foreach (var page in (string[])["rollout", "rollout/settings", "coverage", "effort"])
            {
                (await browser.GetAsync($"/modules/{depot.Module.Value}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
            }
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_sponsor_reads_totals_and_no_sites(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        var sponsor = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));

        var page = await sponsor.GetAsync($"/modules/{depot.Module.Value}/coverage");
        var (_, json, _) = await sponsor.ApiAsync(HttpMethod.Get, $"/api/v1/rollouts/{depot.Module.Value}/coverage");

        page.Main.ShouldContain("0 of 8 people have attended");
        page.Main.ShouldNotContain("Tilbury depot");
        json.GetProperty("sites").GetArrayLength().ShouldBe(0);
        (await sponsor.GetAsync($"/modules/{depot.Module.Value}/coverage/csv")).Text.ShouldNotContain("Tilbury depot");
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        (await lead.GetAsync($"/modules/{depot.Module.Value}/coverage/csv")).Text.ShouldContain("Tilbury depot,By site,8,0,0");
        (await sponsor.GetAsync($"/modules/{depot.Module.Value}/rollout")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sponsor.GetAsync($"/modules/{depot.Module.Value}/effort")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task Settings_are_kept_under_their_version_and_show_in_the_arithmetic(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world, people: 20);
        var lead = await world.SignedInAsync(depot.ProgrammeLead);
        var address = $"/api/v1/rollouts/{depot.Module.Value}";

        (await lead.ApiAsync(HttpMethod.Put, address, new { maxSize = 5, catchUpShare = 0.15 }, ("If-Match", "\"0\""))).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await lead.ApiAsync(HttpMethod.Put, address, new { maxSize = 6 }, ("If-Match", "\"0\""))).Status.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        (await lead.ApiAsync(HttpMethod.Put, address, new { minutes = 45 }, ("If-Match", "\"1\""))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );

        var site = (await lead.ApiAsync(HttpMethod.Get, $"{address}/sites")).Body.GetProperty("items")[0];
        var capacity = site.GetProperty("capacity");
        (
            capacity.GetProperty("size").GetInt32(),
            capacity.GetProperty("sessions").GetInt32(),
            site.GetProperty("isFeasible").GetBoolean()
        ).ShouldBe((5, 5, true));
        var form = await lead.GetAsync($"/modules/{depot.Module.Value}/rollout/settings");
        (await form.SubmitAsync("main form", ("Input.ReleasePercent", "140"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync("main form", ("Input.ReleasePercent", "40"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
