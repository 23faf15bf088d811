using System.Net;
using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Circles;

/// <summary>A meeting of a circle as a live session.</summary>
public sealed class CircleSessionTests
{
    [Fact]
    public void Its_parts_take_as_long_as_the_meeting_and_a_question_is_written_before_one_is_asked()
    {
        var owner = Id.New<PersonId>(DateTimeOffset.UnixEpoch);
        for (var minutes = CircleRhythm.MinutesAtLeast; minutes <= CircleRhythm.MinutesAtMost; minutes++)
        {
            var stages = CircleAgenda.Stages(minutes, owner);

            stages.Sum(s => s.Minutes).ShouldBe(minutes);
            stages.ShouldAllBe(s => s.Minutes >= 1 && s.Minutes <= SessionStage.LongestMinutes);
            var (ask, shown, asked) = (IndexOf(stages, "ask"), IndexOf(stages, "ask-shown"), IndexOf(stages, "questions"));
            (ask < shown && shown < asked).ShouldBeTrue();
            stages[shown].Of.ShouldBe(ask);
            stages[asked].Of.ShouldBe(ask);
            stages.Where(s => s.Turn == owner.Value).Select(s => s.Key).ShouldBe(["issue", "ask", "questions", "shift", "ideas"]);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_is_first_opens_it_and_the_others_come_to_the_same_one(Database database)
    {
        var world = await World.OnAsync(database);
        var company = await Company.GatherAsync(world);
        await company.BeginAsync();
        var meeting = await company.NextMeetingAsync();

        var page = await company.Browsers[1].GetAsync($"{company.Address}/meetings/{meeting}");
        var opened = await page.SubmitAsync("form[action*='handler=Live']");
        var again = await company.Browsers[2].ApiAsync(HttpMethod.Post, $"/api/v1/circles/meetings/{meeting}/live-session");

        opened.RedirectsTo.ShouldBe($"/conversations/sessions/{meeting}");
        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Body.GetProperty("id").GetGuid().ShouldBe(meeting);
        var members = await world.InDatabaseAsync(db =>
            db.SessionMembers.Where(m => m.SessionId == LiveSessionId.From(meeting)).Select(m => m.OwnerId).ToListAsync()
        );
        members.ShouldBe(company.People.Select(p => p.Id), ignoreOrder: true);
        var live = await company.Browsers[3].GetAsync($"/conversations/sessions/{meeting}");
        live.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task Its_page_names_whose_turn_it_is_and_leads_back_to_the_meeting(Database database)
    {
        var world = await World.OnAsync(database);
        var company = await Company.GatherAsync(world);
        await company.BeginAsync();
        var meeting = await company.NextMeetingAsync();
        await company.Browsers[0].ApiAsync(HttpMethod.Post, $"/api/v1/circles/meetings/{meeting}/live-session");
        await company
            .Browsers[0]
            .ApiAsync(HttpMethod.Put, $"/api/v1/circles/meetings/{meeting}/turn", new { person = company.People[1].Id.Value });
        await world.InDatabaseAsync(async db =>
        {
            var session = await db.LiveSessions.SingleAsync(s => s.Id == LiveSessionId.From(meeting));
            session.Begin(company.People[0].Id, world.Now);
            session.MoveOn(company.People[0].Id, 0, world.Now);
            await db.SaveChangesAsync();
            return true;
        });

        var page = await company.Browsers[0].GetAsync($"/conversations/sessions/{meeting}");

        page.Main.ShouldContain("The issue");
        page.Main.ShouldContain("tells it: what happens");
        page.Main.ShouldNotContain("{0}");
        page.Document.QuerySelector($"main a[href='{company.Address}/meetings/{meeting}']").ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_outside_opens_it_and_none_begins_after_the_meeting(Database database)
    {
        var world = await World.OnAsync(database);
        var company = await Company.GatherAsync(world);
        await company.BeginAsync();
        var meeting = await company.NextMeetingAsync();
        var address = $"/api/v1/circles/meetings/{meeting}/live-session";
        var stranger = await world.SignedInAsync(await world.PersonAsync("Stranger"));

        (await stranger.ApiAsync(HttpMethod.Post, address)).Status.ShouldBe(HttpStatusCode.NotFound);
        await company.Browsers[0].ApiAsync(HttpMethod.Post, $"/api/v1/circles/meetings/{meeting}/close");

        var (status, problem, _) = await company.Browsers[0].ApiAsync(HttpMethod.Post, address);
        status.ShouldBe(HttpStatusCode.Conflict);
        problem.GetProperty("code").GetString().ShouldBe("circle-meeting-held");
    }

    private static int IndexOf(IReadOnlyList<SessionStage> stages, string key) => stages.Select(s => s.Key).ToList().IndexOf(key);
}
