using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.OnTheFloor;

public sealed class ArrivalTests
{
    [Theory, OnEveryDatabase]
    public async Task The_same_attendance_sent_three_times_by_two_ways_counts_once(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var person = floor.Depot.People[0];
        await floor.PinAsync(person, "4071");
        var phone = world.App.NewBrowser();
        var id = Guid.CreateVersion7();
        var body = new
        {
            id,
            door = floor.Door,
            number = person.EmployeeId,
            pin = "4071",
        };

        (await phone.ApiAsync(HttpMethod.Post, "/api/v1/attendance", body)).Status.ShouldBe(HttpStatusCode.OK);
        (await phone.ApiAsync(HttpMethod.Post, "/api/v1/attendance", body)).Status.ShouldBe(HttpStatusCode.OK);
        var mark = new
        {
            id = Guid.CreateVersion7(),
            person = person.Id.Value,
            here = true,
            at = world.Now,
        };
        (await floor.Leader.ApiAsync(HttpMethod.Post, $"{floor.Api}/attendance", new { marks = new[] { mark, mark } })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );

        (await floor.NowAsync()).Seats.Count(s => s.Attended == true).ShouldBe(1);
        (await floor.NotesAsync()).Select(n => (n.PersonId, n.Way)).ShouldBe([(person.Id, AttendanceWay.OwnPhone)]);
        var lead = await world.SignedInAsync(floor.Depot.ProgrammeLead);
        var (_, coverage, _) = await lead.ApiAsync(HttpMethod.Get, $"/api/v1/rollouts/{floor.Depot.Module.Value}/coverage");
        coverage.GetProperty("done").GetInt32().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_phone_without_a_sign_in_asks_number_and_pin_and_says_nothing_about_anybody(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var person = floor.Depot.People[0];
        await floor.PinAsync(person, "4071");
        var page = await world.App.NewBrowser().GetAsync($"/here/{floor.Door}");

        var done = await page.SubmitAsync("main form", ("Number", person.EmployeeId!), ("Pin", "4071"));

        done.Status.ShouldBe(HttpStatusCode.OK);
        done.Heading.ShouldBe("You are on the list");
        foreach (var shown in new[] { page, done })
        {
            shown.Text.ShouldNotContain(person.LastName);
            shown.Text.ShouldNotContain(floor.Depot.Leader.FirstName);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_number_that_nobody_has_and_a_wrong_pin_look_the_same(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        await floor.PinAsync(floor.Depot.People[0], "4071");
        var tablet = await world.App.NewBrowser().GetAsync($"/here/{floor.Door}/tablet");

        var wrong = await tablet.SubmitAsync("main form", ("Number", floor.Depot.People[0].EmployeeId!), ("Pin", "4072"));
        var nobody = await tablet.SubmitAsync("main form", ("Number", "no-such-number"), ("Pin", "4071"));
        var without = await tablet.SubmitAsync("main form", ("Number", floor.Depot.People[1].EmployeeId!), ("Pin", "4071"));

        string Said(Page page) => page.Document.QuerySelector(".summary, [role=alert]")!.TextContent.Trim();
        (wrong.Status, nobody.Status, without.Status).ShouldBe(
            (HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)
        );
        Said(wrong).ShouldBe(Said(nobody));
        Said(wrong).ShouldBe(Said(without));
    }

    [Theory, OnServersOfItsOwn]
    public async Task Wrong_pins_have_to_wait_and_right_ones_on_a_passed_tablet_never(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });
        var world = await World.InAsync(app);
        var floor = await Floor.OpenAsync(world, people: 8, seats: 8);
        foreach (var person in floor.Depot.People)
        {
            await floor.PinAsync(person, "4071");
        }

        var tablet = world.App.NewBrowser();
        tablet.From = IPAddress.Parse("203.0.113.40");
        Task<HttpStatusCode> Try(Person person, string pin) => TryAsync(tablet, floor.Door, person, pin);

        foreach (var person in floor.Depot.People)
        {
            (await Try(person, "4071")).ShouldBe(HttpStatusCode.OK);
        }

        var tried = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            tried.Add(await Try(floor.Depot.People[0], $"222{i}"));
        }

        tried.ShouldBe([.. Enumerable.Repeat(HttpStatusCode.Unauthorized, 5), HttpStatusCode.TooManyRequests]);
        (await Try(floor.Depot.People[1], "4071")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task A_whole_crew_that_presses_at_once_is_there_once_each(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world, people: 40, seats: 15);
        var browsers = new List<Browser>();
        foreach (var person in floor.Depot.People)
        {
            browsers.Add(await world.SignedInAsync(person));
        }

        var answers = await Task.WhenAll(
            browsers
                .SelectMany(b => new[] { b, b })
                .Select(b => b.ApiAsync(HttpMethod.Post, "/api/v1/attendance", new { door = floor.Door }))
        );

        answers.Select(a => a.Status).Distinct().ShouldBe([HttpStatusCode.OK]);
        var session = await floor.NowAsync();
        (session.Seats.Count, session.Seats.Count(s => s.Attended == true)).ShouldBe((40, 40));
        (await floor.NotesAsync()).Select(n => n.PersonId).Distinct().Count().ShouldBe(40);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_comes_to_another_session_leaves_their_seat_to_somebody_else(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var walkIn = floor.Depot.People[6];
        var own = await Floor.HoldAsync(floor.Depot, [walkIn], world.Now.AddDays(2).DateTime);
        var phone = await world.SignedInAsync(walkIn);

        (await phone.ApiAsync(HttpMethod.Post, "/api/v1/attendance", new { door = floor.Door })).Status.ShouldBe(HttpStatusCode.OK);

        (await floor.NowAsync()).Seats.Single(s => s.PersonId == walkIn.Id).Attended.ShouldBe(true);
        (await floor.Depot.SessionAsync(own)).Seats.ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Who_has_been_through_it_is_told_that_it_counts_once(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var person = floor.Depot.People[0];
        var phone = await world.SignedInAsync(person);
        await phone.ApiAsync(HttpMethod.Post, "/api/v1/attendance", new { door = floor.Door });
        var second = await Floor.HoldAsync(floor.Depot, [person], world.Now.AddMinutes(10).DateTime);
        var (_, opened, _) = await floor.Leader.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{second}/door");

        var page = await phone.GetAsync($"/here/{opened.GetProperty("code").GetString()}");
        var done = await page.SubmitAsync("form[action$='handler=Known']");

        done.Main.ShouldContain("It counts once");
        var lead = await world.SignedInAsync(floor.Depot.ProgrammeLead);
        var (_, coverage, _) = await lead.ApiAsync(HttpMethod.Get, $"/api/v1/rollouts/{floor.Depot.Module.Value}/coverage");
        coverage.GetProperty("done").GetInt32().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task One_half_says_that_the_other_is_still_to_come(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var person = floor.Depot.People[0];
        var half = await Floor.HoldAsync(floor.Depot, [person], world.Now.DateTime, SessionPart.Second);
        var (_, opened, _) = await floor.Leader.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{half}/door");
        var phone = await world.SignedInAsync(person);

        var (_, body, _) = await phone.ApiAsync(
            HttpMethod.Post,
            "/api/v1/attendance",
            new { door = opened.GetProperty("code").GetString() }
        );

        (body.GetProperty("otherHalfOpen").GetBoolean(), body.GetProperty("doneBefore").GetBoolean()).ShouldBe((true, false));
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_code_leads_nowhere_before_and_after_and_cannot_be_found_by_trying(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });
        var world = await World.InAsync(app);
        var floor = await Floor.OpenAsync(world);
        var later = await Floor.HoldAsync(floor.Depot, floor.Depot.People.Take(2), world.Now.AddHours(5).DateTime);
        var (_, opened, _) = await floor.Leader.ApiAsync(HttpMethod.Post, $"/api/v1/sessions/{later}/door");
        var stranger = world.App.NewBrowser();
        stranger.From = IPAddress.Parse("203.0.113.41");

        (await stranger.GetAsync($"/here/{opened.GetProperty("code").GetString()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("/here/ABCDEFGH")).Status.ShouldBe(HttpStatusCode.NotFound);
        for (var i = 0; i < 28; i++)
        {
            await stranger.GetAsync($"/here/ABCDE{i:000}");
        }

        (await stranger.GetAsync("/here/ABCDEFGJ")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await stranger.GetAsync($"/here/{floor.Door.ToLowerInvariant()}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> TryAsync(Browser tablet, string door, Person person, string pin) =>
        (
            await tablet.ApiAsync(
                HttpMethod.Post,
                "/api/v1/attendance",
                new
                {
                    door,
                    number = person.EmployeeId,
                    pin,
                    shared = true,
                }
            )
        ).Status;
}
