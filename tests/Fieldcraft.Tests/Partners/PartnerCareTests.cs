using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Partners;

/// <summary>What is looked after: stalls told once, agreements that run out, distance from appraisal talks, many reports.</summary>
public sealed class PartnerCareTests
{
    [Theory, OnServersOfItsOwn]
    public async Task Both_are_told_once_that_there_was_no_first_meeting_and_once_that_two_were_missed(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (leader, mentor) = (await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Leo"));
        var quiet = await world.AskedAsync(leader, "mentor", mentor);
        await world.SaysYesAsync(mentor, quiet);
        await world.RunningAsync(
            await world.ColleagueAsync("Ines"),
            "coach",
            world.Today.AddDays(1),
            world.Today.AddDays(200),
            "weekly",
            await world.ColleagueAsync("Jonas")
        );
        var told = new List<(int NoFirst, int Missed)>();
        for (var day = 0; day < 40; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await app.LookAfterPartnersAsync();
            told.Add((await ToldAsync(world, "partners.notice.no_first"), await ToldAsync(world, "partners.notice.missed")));
        }

        told[^1].ShouldBe((2, 2), "Each of the two of each pair, once in forty days.");
        told.FindIndex(t => t.NoFirst == 2).ShouldBe(20, "Three weeks after the yes.");
        told.FindIndex(t => t.Missed == 2).ShouldBe(10, "The second one was on day 8, and three days are given to note it down.");
        var page = await (await world.SignedInAsync(leader)).GetAsync($"/partners/{quiet}");
        page.Document.QuerySelector("#stall")!.TextContent.ShouldContain("have not met yet");
    }

    [Theory, OnServersOfItsOwn]
    public async Task When_the_agreed_time_is_over_it_ends_and_both_are_told_once(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (leader, mentor) = (await world.ColleagueAsync("Amira"), await world.ColleagueAsync("Leo"));
        var id = await world.RunningAsync(leader, "mentor", world.Today, world.Today.AddDays(10), "weekly", mentor);
        await (await world.SignedInAsync(leader)).ApiAsync(
            HttpMethod.Post,
            $"/api/v1/partners/{id}/meetings/{(await world.MeetingsAsync(leader, id))[0].Id}/outcome",
            new { met = true }
        );
        app.Clock.Advance(TimeSpan.FromDays(10));
        await app.LookAfterPartnersAsync();
        (await ToldAsync(world, "partners.notice.over")).ShouldBe(0);

        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.LookAfterPartnersAsync();
        await app.LookAfterPartnersAsync();

        (await ToldAsync(world, "partners.notice.over")).ShouldBe(2);
        (await (await world.SignedInAsync(mentor)).GetAsync($"/partners/{id}/ending")).Main.ShouldContain("It has ended");
    }

    [Theory, OnEveryDatabase]
    public async Task A_season_is_inherited_down_the_tree_and_talks_on_enabling_stay_away_and_say_why(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.ColleagueAsync("Noor");
        var facility = await world.UnitAsync("Harbour", UnitKind.Facility, ledBy: lead);
        var team = await world.UnitAsync("Night", UnitKind.Team, facility);
        var manager = await world.ColleagueAsync("Vera", unit: team);
        var leader = await world.ColleagueAsync("Amira", manager, team);
        var (first, last) = (world.Today.AddDays(20), world.Today.AddDays(24));
        (await StateAsync(world, lead, facility, first, last)).ShouldBe(HttpStatusCode.NoContent);
        var id = await world.AskedAsync(leader, "manager", manager);
        await world.SaysYesAsync(manager, id);

        (await world.AgreeAsync(leader, id, last.AddDays(7), world.Today.AddDays(90), "twoWeekly")).ShouldBe(HttpStatusCode.Conflict);
        (await (await world.SignedInAsync(leader)).GetAsync($"/partners/{id}/agreement")).Main.ShouldContain(
            "Talks on enabling keep 7 days of distance"
        );
        (await world.AgreeAsync(leader, id, world.Today.AddDays(1), world.Today.AddDays(90), "twoWeekly")).ShouldBe(
            HttpStatusCode.NoContent
        );
        (await world.ConfirmAsync(manager, id)).ShouldBe(HttpStatusCode.NoContent);
        var days = (await world.MeetingsAsync(leader, id)).Select(m => m.On).ToList();
        days[0].ShouldBe(world.Today.AddDays(1));
        days[1].ShouldBe(last.AddDays(8), "Day 15 and day 29 lie too near; the first free day takes their place.");
        days.ShouldBeUnique();
        days.ShouldAllBe(d => d < first.AddDays(-7) || d > last.AddDays(7));

        (await StateAsync(world, lead, team, world.Today.AddDays(200), world.Today.AddDays(201))).ShouldBe(HttpStatusCode.NoContent);
        (await (await world.SignedInAsync(leader)).GetAsync($"/partners/{id}/agreement")).Main.ShouldContain(
            world.Today.AddDays(200).Year.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        (await StateAsync(world, manager, team, first, last)).ShouldBe(HttpStatusCode.NotFound, "A manager without a unit states nothing.");
        (await StateAsync(world, lead, world.Organisation, first, last)).ShouldBe(HttpStatusCode.NotFound);
        (await StateAsync(world, await world.HolderOfAsync(Role.Administrator), facility, first, last)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnEveryDatabase]
    public async Task A_mentor_talk_knows_no_season(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.ColleagueAsync("Noor");
        var facility = await world.UnitAsync("Harbour", UnitKind.Facility, ledBy: lead);
        var (leader, mentor) = (await world.ColleagueAsync("Amira", unit: facility), await world.ColleagueAsync("Leo", unit: facility));
        await StateAsync(world, lead, facility, world.Today, world.Today.AddDays(30));

        var id = await world.RunningAsync(leader, "mentor", world.Today.AddDays(3), world.Today.AddDays(20), "weekly", mentor);

        (await world.MeetingsAsync(leader, id))[0].On.ShouldBe(world.Today.AddDays(3));
    }

    [Theory, OnServersOfItsOwn]
    public async Task More_than_fifteen_reports_are_offered_group_talks_with_their_hours(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var manager = await world.ColleagueAsync("Noor");
        for (var i = 0; i < 15; i++)
        {
            await world.PersonAsync($"Early {i:00}", manager, facts: f => f with { ShiftPattern = "Early" });
        }

        var browser = await world.SignedInAsync(manager);
        var one = await browser.GetAsync("/partners/team");
        one.Main.ShouldContain("You have 15 reports. Twenty minutes a month with each take 5 hours of your time.");
        one.Document.QuerySelector("#groups").ShouldBeNull();
        var late = await world.PersonAsync("Late 00", manager, facts: f => f with { ShiftPattern = "Late" });
        var many = await browser.GetAsync("/partners/team");
        many.Main.ShouldContain(
            "You have 16 reports. In 3 groups of an hour each, the talks take 3 hours a month of your time; one by one they would take 5.3 hours."
        );
        many.Document.QuerySelectorAll("[data-group]").Length.ShouldBe(3);

        var planned = await many.SubmitAsync(
            "[data-group]:last-of-type form",
            ("Date.On", $"{world.Today.AddDays(5):yyyy-MM-dd}"),
            ("Date.At", "06:00")
        );

        planned.Status.ShouldBe(HttpStatusCode.Redirect, planned.Main);
        (await browser.GetAsync("/partners/team")).Document.QuerySelectorAll("[data-group]").Length.ShouldBe(2);
        var appointment = await world.InDatabaseAsync(db => db.Appointments.AsNoTracking().SingleAsync(a => a.PersonId == late.Id));
        (appointment.Takes, appointment.Kind).ShouldBe((TimeSpan.FromHours(1), "partners.appointment.group"));
        (await (await world.SignedInAsync(late)).GetAsync(appointment.Address)).Document.QuerySelectorAll("#agenda li").Length.ShouldBe(5);
        (await (await world.SignedInAsync(await world.ColleagueAsync("Jonas"))).GetAsync(appointment.Address)).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await Queries.OfAsync(app, browser, "/partners/team")).Count.ShouldBeLessThanOrEqualTo(6);
        var (status, _, _) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/group-talks",
            new
            {
                people = new[] { (await world.PersonAsync("Stranger")).Id.Value },
                on = world.Today,
                at = "09:00:00",
            }
        );
        status.ShouldBe(HttpStatusCode.NotFound, "Nobody invites people of others.");
    }

    private static Task<int> ToldAsync(World world, string kind) => world.InDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind == kind));

    private static async Task<HttpStatusCode> StateAsync(World world, Person who, Unit unit, DateOnly first, DateOnly last) =>
        (
            await (await world.SignedInAsync(who)).ApiAsync(
                HttpMethod.Put,
                $"/api/v1/units/{unit.Id.Value}/appraisal-season",
                new { first, last }
            )
        ).Status;
}
