using System.Net;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Loop;

public sealed class MeetingTests
{
    [Fact]
    public void The_time_is_divided_and_the_first_get_what_is_left_over()
    {
        var ideas = Enumerable.Range(0, 4).Select(_ => (Ideas.New<TeamIdeaId>(), (PersonId?)null)).ToList();

        LoopMeeting.Divide(ideas, 30, Ideas.Rules).Select(l => l.Minutes).ShouldBe([8, 8, 7, 7]);
        LoopMeeting.Divide(ideas, 7, Ideas.Rules).Select(l => l.Minutes).ShouldBe([3, 2, 2]);
        LoopMeeting.Divide([], 30, Ideas.Rules).ShouldBeEmpty();
    }

    [Fact]
    public void A_running_order_fits_into_the_meeting_and_names_each_idea_once()
    {
        var meeting = LoopMeeting.Arrange(
            Ideas.New<LoopMeetingId>(),
            Ideas.New<ProgrammeId>(),
            new LoopPlace(LoopTier.Network, Ideas.Network),
            new AppointedTime(new DateOnly(2027, 3, 10), new TimeOnly(9, 0), "UTC", 20),
            null,
            [],
            Ideas.Leader,
            Ideas.Day0
        );
        var line = new RunningLine(Ideas.New<TeamIdeaId>(), null, 10);

        Order(line, line with { Idea = Ideas.New<TeamIdeaId>(), Minutes = 11 }).Refusal!.Code.ShouldBe("loop-meeting-too-short");
        Order(line with { Minutes = 1 }).Refusal!.Code.ShouldBe("loop-meeting-too-short");
        Order(line, line).Refusal!.Code.ShouldBe("loop-meeting-twice");
        Order(line).IsDone.ShouldBeTrue();
        meeting.Close(new DateOnly(2027, 3, 9), Ideas.Leader, Ideas.Day0).Refusal!.Code.ShouldBe("loop-meeting-not-yet");
        meeting.Close(new DateOnly(2027, 3, 10), Ideas.Leader, Ideas.Day0).IsDone.ShouldBeTrue();
        Order(line).Refusal!.Code.ShouldBe("loop-meeting-over");

        Domain.Shared.Outcome Order(params RunningLine[] lines) => meeting.Order(lines, Ideas.Rules, Ideas.Leader, Ideas.Day0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_facility_meets_answers_in_the_room_and_what_is_left_keeps_its_date(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        var ids = await AtTheFacilityAsync(company);
        var lead = await company.AsAsync(company.FacilityLead);
        var meeting = await ArrangeAsync(company, lead, LoopTier.Facility, company.Facility.Id.Value);
        (await company.ToldAsync(company.Leader)).ShouldContain("loop.notice.presents");
        (
            await company.World.InDatabaseAsync(db =>
                db.Appointments.Where(a => a.SourceId == meeting).Select(a => a.PersonId).ToListAsync()
            )
        ).ShouldBe([company.FacilityLead.Id, company.Leader.Id], ignoreOrder: true);
        var page = await lead.GetAsync($"/team-ideas/meetings/{meeting}");
        page.Main.ShouldContain("Now: 1 of 2");
        page.Main.ShouldContain("Amira Test, Tilbury depot");

        (await page.SubmitAsync("form.answering", ("Input.Kind", "NotNow"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync("form.answering", ("Input.Kind", "NotNow"), ("Input.Words", "After the move"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        var next = await lead.GetAsync($"/team-ideas/meetings/{meeting}");
        next.Main.ShouldContain("Now: 2 of 2");
        (await next.SubmitAsync("form[action$='handler=Close']")).Status.ShouldBe(HttpStatusCode.Redirect);

        TeamIdea[] ideas = [await company.IdeaAsync(ids[0]), await company.IdeaAsync(ids[1])];
        var left = ideas.Single(i => i.IsOpen);
        (left.Tier, left.DueOn).ShouldBe((LoopTier.Facility, company.World.Today.AddDays(14)));
        (await lead.GetAsync($"/team-ideas/meetings/{meeting}")).Main.ShouldContain("The meeting is over");
        (await lead.GetAsync($"/team-ideas/meetings/{meeting}/sheet")).Main.ShouldContain("After the move");
    }

    [Theory, OnEveryDatabase]
    public async Task The_order_is_typed_in_and_an_empty_place_takes_an_idea_off(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        await AtTheFacilityAsync(company);
        var lead = await company.AsAsync(company.FacilityLead);
        var meeting = await ArrangeAsync(company, lead, LoopTier.Facility, company.Facility.Id.Value);
        var page = await lead.GetAsync($"/team-ideas/meetings/{meeting}/order");

        var refused = await page.SubmitAsync("main form", ("Lines[0].Minutes", "29"));
        (refused.Status, refused.Main.Contains("do not fit", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        (await page.SubmitAsync("main form", ("Lines[0].Number", ""), ("Lines[1].Minutes", "20"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var (_, body, _) = await lead.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/meetings/{meeting}");
        (body.GetProperty("order").GetArrayLength(), body.GetProperty("besides").GetArrayLength()).ShouldBe((1, 1));
        body.GetProperty("order")[0].GetProperty("minutes").GetInt32().ShouldBe(20);
    }

    [Theory, OnEveryDatabase]
    public async Task Those_who_present_read_the_order_and_change_nothing(Database database)
    {
        var company = await Company.OpenAsync(await World.OnAsync(database));
        await AtTheFacilityAsync(company);
        var lead = await company.AsAsync(company.FacilityLead);
        var meeting = await ArrangeAsync(company, lead, LoopTier.Facility, company.Facility.Id.Value);
        var leader = await company.AsAsync(company.Leader);
        var other = await company.AsAsync(company.NetworkLead);
        var time = new { on = company.World.Today.AddDays(2), at = "10:00:00" };

        (await leader.GetAsync($"/team-ideas/meetings/{meeting}")).Document.QuerySelector("form.answering").ShouldBeNull();
        (await leader.GetAsync($"/team-ideas/meetings/{meeting}/order")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/meetings/{meeting}/time", time)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/meetings/{meeting}/close")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/team-ideas/meetings/{meeting}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.ApiAsync(HttpMethod.Delete, $"/api/v1/ideas/meetings/{meeting}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/meetings/{meeting}/time", time)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await lead.ApiAsync(HttpMethod.Delete, $"/api/v1/ideas/meetings/{meeting}")).Status.ShouldBe(HttpStatusCode.NoContent);
        Company
            .Coded(await lead.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/meetings/{meeting}/order", new { lines = Array.Empty<object>() }))
            .ShouldBe((HttpStatusCode.Conflict, "loop-meeting-over"));
    }

    internal static async Task<Guid> ArrangeAsync(Company company, Browser browser, LoopTier tier, Guid unit)
    {
        var (status, body, _) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/ideas/meetings",
            new
            {
                programme = company.Programme.Value,
                tier = tier.ToString(),
                unit,
                time = new
                {
                    on = company.World.Today,
                    at = "09:00:00",
                    minutes = 30,
                },
            }
        );
        status.ShouldBe(HttpStatusCode.Created);
        return body.GetProperty("id").GetGuid();
    }

    /// <summary>Two ideas that wait at the facility; the team's leader leads a second session for the second.</summary>
    private static async Task<List<Guid>> AtTheFacilityAsync(Company company)
    {
        var ids = new List<Guid> { await company.SubmitAsync(company.Team[0]) };
        (await company.ForwardAsync(ids[0], company.Leader)).Status.ShouldBe(HttpStatusCode.NoContent);
        var second = await company.SubmitAsync(company.Team[1], "Another");
        await company.World.InDatabaseAsync(async db =>
        {
            var idea = await db.TeamIdeas.Include(i => i.Stays).SingleAsync(i => i.Id == TeamIdeaId.From(second));
            var chain = new LoopChain(true, company.Facility.Id, company.Network.Id, company.State.Id);
            idea.Forward(chain, Ideas.Slot(), Ideas.Rules, company.Leader.Id, company.World.Now);
            return await db.SaveChangesAsync();
        });
        ids.Add(second);
        return ids;
    }
}
