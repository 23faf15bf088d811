using System.Net;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Workshops;

/// <summary>The day on phones, what is due after it, and what is entered by hand.</summary>
public sealed class AfterwardsTests
{
    [Theory, OnEveryDatabase]
    public async Task The_day_is_one_live_session_for_everybody_with_a_seat(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await (await Gathering.OfAsync(world, seats: 16)).WithAsync(16);
        var second = await world.PersonAsync("Second");
        await gathering.Lead.ApiAsync(HttpMethod.Put, $"{gathering.Api}/second", new { person = second.Id.Value });

        (await gathering.Lead.ApiAsync(HttpMethod.Post, $"{gathering.Api}/live-session")).Status.ShouldBe(HttpStatusCode.OK);

        var id = LiveSessionId.From(gathering.Id);
        var session = await world.InDatabaseAsync(db => db.LiveSessions.SingleAsync(s => s.Id == id));
        (session.Origin, session.OriginId, session.Places, session.Minutes).ShouldBe(("workshop", gathering.Id, 18, 480));
        var roles = await world.InDatabaseAsync(db => db.SessionMembers.Where(m => m.SessionId == id).Select(m => m.Role).ToListAsync());
        roles.Count.ShouldBe(18);
        roles.Count(r => r == SessionRole.CoFacilitator).ShouldBe(1);

        // The agenda still changes until the day begins, and the session follows; from then on neither does.
        await gathering.Lead.ApiAsync(HttpMethod.Put, $"{gathering.Api}/agenda/blocks/1", new { minutes = 30 });
        await gathering.Lead.ApiAsync(HttpMethod.Post, $"{gathering.Api}/live-session");
        (await world.InDatabaseAsync(db => db.LiveSessions.SingleAsync(s => s.Id == id))).Minutes.ShouldBe(485);
        var desk = await gathering.Lead.GetAsync(gathering.Address + "/run");
        (await desk.SubmitAsync("form[action*='Lead']", ("act", "begin"))).RedirectsTo.ShouldBe(gathering.Address + "/run");
        var refused = await gathering.Lead.ApiAsync(HttpMethod.Put, $"{gathering.Api}/agenda/blocks/1", new { minutes = 25 });
        refused.Body.GetProperty("code").GetString().ShouldBe("workshop-begun");
        (await gathering.Lead.GetAsync(gathering.Address + "/run")).Main.ShouldContain("From employee to provider");
        (await gathering.Lead.GetAsync(gathering.Address + "/screen")).RedirectsTo.ShouldBe(
            $"/conversations/sessions/{gathering.Id}/screen"
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Other_live_sessions_keep_their_twelve_places(Database database)
    {
        var world = await World.OnAsync(database);
        var session = LiveSession.Plan(
            Domain.Shared.Id.New<LiveSessionId>(world.Now),
            PersonId.From(Guid.NewGuid()),
            new SessionFacts("Twelve", "one-question", [new SessionStage("write", StageKind.Answer, 5)]),
            "ABCDEF",
            world.Now
        );

        session.Places.ShouldBe(12);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Everybody_is_told_once_of_trios_the_talk_and_the_two_checks(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var gathering = await Gathering.OfAsync(world, 3);
        await gathering.Lead.ApiAsync(HttpMethod.Post, $"{gathering.Api}/groups", new { });
        for (var day = 0; day < 190; day += 1)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await app.LookAfterWorkshopsAsync();
        }

        await app.LookAfterWorkshopsAsync();

        var told = await world.InDatabaseAsync(db =>
            db.Notices.Where(n => n.PersonId == gathering.People[0].Id)
                .GroupBy(n => n.Kind)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync()
        );
        told.ToDictionary(t => t.Key, t => t.Count)
            .ShouldBe(
                new Dictionary<string, int>
                {
                    ["workshops.notice.trio"] = 4,
                    ["workshops.notice.review"] = 1,
                    ["workshops.notice.second_check"] = 1,
                    ["workshops.notice.third_check"] = 1,
                },
                ignoreOrder: true
            );
    }

    [Theory, OnEveryDatabase]
    public async Task Hands_and_leaving_are_entered_and_shown_only_from_five_and_ten(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await Gathering.OfAsync(world, 1);
        var page = await gathering.Lead.GetAsync(gathering.Address + "/results");

        await page.SubmitAsync("form[action*='Hands']", ("Hands.People", "4"), ("Hands.ForPost", "3"), ("Hands.WhatHelps", "9"));
        var few = await gathering.Lead.GetAsync(gathering.Address + "/results");
        few.Main.ShouldContain("Withheld: fewer than 5 people");
        (await gathering.ResultsAsync())
            .GetProperty("handCount")
            .GetRawText()
            .ShouldBe("{\"value\":null,\"withheld\":{\"rule\":\"minimum\",\"minimum\":5}}");
        await few.SubmitAsync("form[action*='Hands']", ("Hands.People", "5"), ("Hands.ForPost", "3"), ("Hands.WhatHelps", "9"));
        var enough = await gathering.Lead.GetAsync(gathering.Address + "/results");
        enough.Main.ShouldContain("5 people told theirs: 3 requests");

        (await few.SubmitAsync("form[action*='Hands']", ("Hands.People", "6"))).Status.ShouldBe(
            HttpStatusCode.Conflict,
            "From an older page."
        );
        await enough.SubmitAsync(
            "form[action*='Leaving']",
            ("Gone.AttendedPeople", "9"),
            ("Gone.AttendedLeft", "1"),
            ("Gone.OtherPeople", "40"),
            ("Gone.OtherLeft", "8")
        );
        var small = await gathering.Lead.GetAsync(gathering.Address + "/results");
        small.Main.ShouldContain("each of the two groups needs at least 10");
        await small.SubmitAsync(
            "form[action*='Leaving']",
            ("Gone.AttendedPeople", "20"),
            ("Gone.AttendedLeft", "1"),
            ("Gone.OtherPeople", "40"),
            ("Gone.OtherLeft", "8")
        );
        var shown = await gathering.Lead.GetAsync(gathering.Address + "/results");
        shown.Main.ShouldContain("5% of those who attended");
        shown.Main.ShouldContain("so this may be chance");
        (await shown.SubmitAsync("form[action*='Leaving']", ("Gone.AttendedLeft", "21"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task A_programme_lead_of_the_organiser_s_units_sees_figures_and_another_does_not(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await Gathering.OfAsync(world, 1);
        var elsewhere = await world.UnitAsync("Elsewhere", UnitKind.Facility);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var other = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead, "Other", elsewhere));

        var page = await lead.GetAsync(gathering.Address + "/results");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Main.ShouldNotContain("Participant");
        (await lead.GetAsync(gathering.Address + "/people")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync(gathering.Address + "/results")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
