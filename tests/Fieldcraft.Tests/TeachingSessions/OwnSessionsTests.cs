using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.TeachingSessions;

public sealed class OwnSessionsTests
{
    [Theory, OnEveryDatabase]
    public async Task An_employee_reads_when_where_and_with_whom(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        await depot.AddAsync(10, depot.People.Take(3));
        var browser = await world.SignedInAsync(depot.People[0]);
        (await browser.GetAsync("/my-slot")).Main.ShouldContain("You have no slot yet");
        await depot.PublishAsync();

        var page = await browser.GetAsync("/my-slot");

        page.Main.ShouldContain("Wednesday 25 November, 10:00 to 11:00");
        page.Main.ShouldContain("Canteen, Tilbury depot");
        page.Main.ShouldContain("Amira Test");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_cannot_come_is_offered_only_sessions_that_keep_every_rule(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world, people: 12, seats: 4);
        var own = await depot.AddAsync(10, depot.People.Take(3));
        var free = await depot.AddAsync(34, depot.People.Skip(3).Take(3));
        var full = await depot.AddAsync(59, depot.People.Skip(6).Take(4));
        (await depot.PublishAsync()).Status.ShouldBe(HttpStatusCode.NoContent);
        var browser = await world.SignedInAsync(depot.People[0]);

        var page = await browser.GetAsync($"/my-slot/{own}/swap");

        page.Document.QuerySelectorAll("input[name=wanted]").Select(i => i.GetAttribute("value")).ShouldBe([free.ToString(), ""]);
        full.ShouldNotBe(free);
        (await page.SubmitAsync("main form", ("wanted", free.ToString()))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/my-slot")).Main.ShouldContain("This slot stays yours until that is settled");
        var desk = await depot.Desk.GetAsync(depot.Address);
        desk.Main.ShouldContain("Person01 Test can't come");
        (await desk.SubmitAsync("form[action$='handler=Grant']")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await depot.SessionAsync(free)).Seats.Select(s => s.PersonId).ShouldContain(depot.People[0].Id);
        (await depot.SessionAsync(own)).Seats.Select(s => s.PersonId).ShouldNotContain(depot.People[0].Id);
    }

    [Theory, OnEveryDatabase]
    public async Task A_swap_that_would_break_a_rule_is_refused_and_stays_open(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world, people: 12, seats: 4);
        var own = await depot.AddAsync(10, depot.People.Take(3));
        var full = await depot.AddAsync(34, depot.People.Skip(6).Take(4));
        await depot.PublishAsync();
        var browser = await world.SignedInAsync(depot.People[0]);
        var (_, asked, _) = await browser.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{own}/swap-requests", new { });
        var id = asked.GetProperty("id").GetGuid();

        var refused = await depot.Desk.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/sessions/swap-requests/{id}/settle",
            new { grant = true, to = full }
        );
        var vague = await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/swap-requests/{id}/settle", new { grant = true });

        refused.Body.GetProperty("code").GetString().ShouldBe("session-breaks-rule");
        refused.Body.GetProperty("broken")[0].GetProperty("code").GetString().ShouldBe("TooManyPeople");
        vague.Body.GetProperty("code").GetString().ShouldBe("swap-needs-session");
        (await browser.ApiAsync(HttpMethod.Delete, $"/api/v1/sessions/swap-requests/{id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await depot.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/swap-requests/{id}/settle", new { grant = false }))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("swap-settled");
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_asks_for_another_in_a_session_that_is_not_theirs(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        var session = await depot.AddAsync(10, depot.People.Take(3));
        await depot.PublishAsync();
        var other = await world.SignedInAsync(depot.People[5]);

        (await other.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{session}/swap-requests", new { })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await other.GetAsync($"/my-slot/{session}/swap")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/sessions/{session}/held")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task The_leader_ticks_who_was_there_and_it_counts(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world, people: 10);
        var session = await depot.AddAsync(-38, depot.People.Take(4));
        var leader = await world.SignedInAsync(depot.Leader);
        var page = await leader.GetAsync($"/sessions/{session}/held");
        page.Document.QuerySelectorAll("input[name='Input.Present']").Length.ShouldBe(10);

        var present = depot.People.Take(3).Append(depot.People[9]).Select(p => p.Id.Value).ToList();
        var (status, _, _) = await leader.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{session}/held", new { present, minutes = 55 });

        status.ShouldBe(HttpStatusCode.NoContent);
        var held = await depot.SessionAsync(session);
        (held.HeldMinutes, held.EditionId is null, held.Seats.Count(s => s.Attended == true), held.Seats.Count).ShouldBe((55, false, 4, 5));
        var lead = await world.SignedInAsync(depot.ProgrammeLead);
        var (_, coverage, _) = await lead.ApiAsync(HttpMethod.Get, $"/api/v1/rollouts/{depot.Module.Value}/coverage");
        (coverage.GetProperty("done").GetInt32(), coverage.GetProperty("daysGone").GetInt32()).ShouldBe((4, 7));
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_that_has_not_begun_was_not_held(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        var session = await depot.AddAsync(10, depot.People.Take(2));
        var leader = await world.SignedInAsync(depot.Leader);

        var answer = await leader.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/sessions/{session}/held",
            new { present = Array.Empty<Guid>(), minutes = 60 }
        );
        var bad = await leader.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/sessions/{session}/held",
            new { present = Array.Empty<Guid>(), minutes = 0 }
        );

        answer.Body.GetProperty("code").GetString().ShouldBe("session-not-begun");
        bad.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task A_leader_who_is_away_is_named_to_the_scheduler(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        await depot.AddAsync(10, depot.People.Take(3));
        await depot.PublishAsync();
        var leader = await world.SignedInAsync(depot.Leader);
        var page = await leader.GetAsync("/my-sessions");
        page.Main.ShouldContain("5 of your people have no slot yet");

        (await page.SubmitAsync("form[action$='handler=Away']", ("from", $"{world.Today.AddDays(1):yyyy-MM-dd}"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        (await world.InDatabaseAsync(db => db.Notices.SingleAsync(n => n.PersonId == depot.Scheduler.Id))).Kind.ShouldBe(
            "sessions.notice.away"
        );
        var desk = await depot.Desk.GetAsync(depot.Address);
        desk.Main.ShouldContain("Amira Test is away");
        desk.Main.ShouldContain("The leader is not on shift at 10:00, or away");
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_is_handed_to_a_colleague_who_leads_people_there(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        var colleague = await world.PersonAsync("Jonas", unit: depot.Site, facts: f => f with { ShiftPattern = "day" });
        await world.PersonAsync("Report", colleague, depot.Site, f => f with { ShiftPattern = "day" });
        var session = await depot.AddAsync(10, depot.People.Take(3));
        await depot.PublishAsync();
        var leader = await world.SignedInAsync(depot.Leader);

        var refused = await leader.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/sessions/{session}/leader",
            new { leader = depot.People[0].Id.Value }
        );
        var done = await leader.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{session}/leader", new { leader = colleague.Id.Value });

        refused.Body.GetProperty("code").GetString().ShouldBe("session-leader-unknown");
        done.Status.ShouldBe(HttpStatusCode.NoContent);
        (await depot.SessionAsync(session)).LeaderId.ShouldBe(colleague.Id);
    }
}
