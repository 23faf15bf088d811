using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Circles;

public sealed class CirclePagesTests
{
    [Theory, OnEveryDatabase]
    public async Task Somebody_who_is_asked_finds_the_invitation_and_takes_the_seat(Database database)
    {
        var world = await World.OnAsync(database);
        var company = await Company.GatherAsync(world, people: 1);
        var asked = await world.PersonAsync("Noor");
        var browser = await world.SignedInAsync(asked);
        (await browser.GetAsync(company.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        await company.InviteAsync(asked);

        (await world.InDatabaseAsync(db => db.Notices.SingleAsync(n => n.PersonId == asked.Id))).Kind.ShouldBe("circles.notice.invited");
        (await browser.GetAsync("/circles")).Main.ShouldContain("waits for your answer");
        var page = await browser.GetAsync(company.Address);
        (await page.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync(company.Address)).Main.ShouldContain("2 of 6 seats");
    }

    [Theory, OnEveryDatabase]
    public async Task A_circle_by_invitation_is_not_there_for_others_and_one_with_open_seats_is(Database database)
    {
        var world = await World.OnAsync(database);
        var shut = await Company.GatherAsync(world, people: 2);
        var open = await Company.GatherAsync(world, people: 2, door: "OpenSeats");
        var browser = await world.SignedInAsync(await world.PersonAsync("Stranger"));

        (await browser.GetAsync(shut.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ApiAsync(HttpMethod.Post, $"{shut.Api}/seat")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(open.Address)).Main.ShouldContain("Take a seat");
        (await browser.ApiAsync(HttpMethod.Post, $"{open.Api}/seat")).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnEveryDatabase]
    public async Task It_begins_only_with_enough_people_from_two_units_and_then_stands_in_their_calendars(Database database)
    {
        var world = await World.OnAsync(database);
        var company = await Company.GatherAsync(world, people: 3);
        (await company.BeginAsync()).ShouldBe(HttpStatusCode.Conflict);
        var fourth = await world.PersonAsync("Fourth");
        await company.InviteAsync(fourth);
        await (await world.SignedInAsync(fourth)).ApiAsync(HttpMethod.Post, $"{company.Api}/seat");

        (await company.BeginAsync()).ShouldBe(HttpStatusCode.NoContent);

        var meeting = await company.NextMeetingAsync();
        var appointed = await world.InDatabaseAsync(db => db.Appointments.Where(a => a.SourceId == meeting).ToListAsync());
        appointed.Select(a => a.PersonId).ShouldBe([.. company.People.Select(p => p.Id), fourth.Id], ignoreOrder: true);
        appointed.ShouldAllBe(a => a.On == world.Today && a.When.Minutes == 90);
        var refused = await Company.GatherAsync(world, people: 2);
        var (_, problem, _) = await refused
            .Browsers[0]
            .ApiAsync(
                HttpMethod.Put,
                $"{refused.Api}/rhythm",
                new
                {
                    everyWeeks = 4,
                    minutes = 90,
                    on = world.Today,
                    at = "10:00:00",
                }
            );
        problem.GetProperty("code").GetString().ShouldBe("circle-too-few");
    }

    [Theory, OnEveryDatabase]
    public async Task Closing_a_meeting_sets_the_next_with_the_next_ones_turn(Database database)
    {
        var world = await World.OnAsync(database);
        var company = await Company.GatherAsync(world);
        await company.BeginAsync();
        var first = await company.NextMeetingAsync();
        (await company.Browsers[0].GetAsync($"{company.Address}/meetings/{first}")).Main.ShouldContain("The issue is yours");

        var closed = await (await company.Browsers[3].GetAsync($"{company.Address}/meetings/{first}")).SubmitAsync(
            "form[action$='handler=Close']"
        );

        closed.Status.ShouldBe(HttpStatusCode.Redirect);
        var second = await company.NextMeetingAsync();
        var row = await world.InDatabaseAsync(db =>
            db.CircleMeetings.SingleAsync(m => m.Id == Domain.Circles.CircleMeetingId.From(second))
        );
        (row.Number, row.On, row.IssueOwnerId).ShouldBe((2, world.Today.AddDays(28), company.People[1].Id));
        (await company.Browsers[1].ApiAsync(HttpMethod.Post, $"/api/v1/circles/meetings/{first}/close"))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("circle-meeting-held");
    }

    [Theory, OnEveryDatabase]
    public async Task Leaving_frees_the_seat_the_calendar_and_the_turn(Database database)
    {
        var world = await World.OnAsync(database);
        var company = await Company.GatherAsync(world, people: 5);
        await company.BeginAsync();

        (await company.Browsers[0].ApiAsync(HttpMethod.Delete, $"{company.Api}/seat")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await company.Browsers[0].GetAsync(company.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await company.Browsers[1].GetAsync(company.Address);
        page.Main.ShouldContain("4 of 6 seats");
        page.Main.ShouldContain("The issue is yours");
        page.Main.ShouldContain("Change the rhythm");
        var off = await world.InDatabaseAsync(db => db.Appointments.SingleAsync(a => a.PersonId == company.People[0].Id));
        off.CancelledAt.ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Only_the_convenor_invites_agrees_and_ends(Database database)
    {
        var world = await World.OnAsync(database);
        var company = await Company.GatherAsync(world);
        var member = company.Browsers[1];

        foreach (var page in (string[])["invite", "rhythm", "describe"])
        {
            (await member.GetAsync($"{company.Address}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
            (await company.Browsers[0].GetAsync($"{company.Address}/{page}")).Status.ShouldBe(HttpStatusCode.OK, page);
        }

        (await member.ApiAsync(HttpMethod.Post, $"{company.Api}/end")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.ApiAsync(HttpMethod.Post, $"{company.Api}/invitations", new { person = company.People[0].Id.Value })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await (await world.SignedInAsync(company.People[1], Proof.Pin)).GetAsync(company.Address)).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_who_take_the_last_seat_at_once_one_is_told(Database database)
    {
        var world = await World.OnAsync(database);
        var company = await Company.GatherAsync(world, people: 3, door: "OpenSeats", seats: 4);
        var late = new List<Browser>();
        for (var i = 0; i < 4; i++)
        {
            late.Add(await world.SignedInAsync(await world.PersonAsync($"Late{i}")));
        }

        var answers = await Task.WhenAll(late.Select(b => b.ApiAsync(HttpMethod.Post, $"{company.Api}/seat")));

        answers.Count(a => a.Status == HttpStatusCode.NoContent).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Conflict).ShouldBe(3);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_of_a_circle_asks_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var company = await Company.GatherAsync(await World.InAsync(app), people: 6);
        await company.BeginAsync();
        for (var i = 0; i < 6; i++)
        {
            await company.CommitAsync(i, "Ask the night team first", revealed: true);
        }

        var meeting = await company.NextMeetingAsync();
        foreach (
            var address in (string[])
                [
                    "/circles",
                    company.Address,
                    $"{company.Address}/meetings/{meeting}",
                    $"{company.Address}/invite?name=me",
                    $"{company.Address}/rhythm",
                ]
        )
        {
            (await Queries.OfAsync(app, company.Browsers[0], address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }
}
