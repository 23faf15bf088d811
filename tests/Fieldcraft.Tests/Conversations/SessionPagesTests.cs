using System.Net;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Conversations;

public sealed class SessionPagesTests
{
    private const int Goals = 1;
    private const int GoalsShown = 2;

    [Theory, OnEveryDatabase]
    public async Task A_group_goes_from_a_code_to_something_taken_along_without_any_script(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.SignedInAsync(await world.LeaderAsync("Dana"));
        var planned = await (await lead.GetAsync("/conversations/new")).SubmitAsync("main form", ("Input.Title", "Harbour leads"));
        planned.Status.ShouldBe(HttpStatusCode.Redirect, planned.Main);
        var address = planned.RedirectsTo!;
        var code = (await lead.GetAsync(address)).Document.QuerySelector(".join-code")!.TextContent;
        var tala = await world.SignedInAsync(await world.PersonAsync("Tala"));

        var joined = await (await tala.GetAsync("/join")).SubmitAsync("main form", ("Input.Code", code));
        joined.RedirectsTo.ShouldBe(address);
        (await tala.GetAsync(address)).Main.ShouldContain("Not begun yet");
        await ActAsync(lead, address, "begin");
        await ActAsync(lead, address, "on");
        var writing = await (await tala.GetAsync(address)).SubmitAsync(
            "form.ask",
            ("Input.Text", "Two handovers a week without me"),
            ("Input.Shows", "true")
        );
        writing.Status.ShouldBe(HttpStatusCode.Redirect, writing.Main);
        (await lead.GetAsync(address)).Main.ShouldContain("1 of 2 has written something");
        (await lead.GetAsync(address)).Text.ShouldNotContain("Two handovers a week");
        await ActAsync(lead, address, "on");
        (await lead.GetAsync(address)).Main.ShouldContain("Two handovers a week without me");
        (await lead.GetAsync(address + "/screen")).Main.ShouldContain("Two handovers a week without me");
        await ActAsync(lead, address, "end");

        var over = await tala.GetAsync(address);
        over.Main.ShouldContain("The session is over");
        over.Main.ShouldContain("Two handovers a week without me");
        var harvest = await (await tala.GetAsync(address + "/harvest")).SubmitAsync("main form");
        harvest.Status.ShouldBe(HttpStatusCode.Redirect, harvest.Main);
        (await tala.GetAsync(harvest.RedirectsTo!.Split('#')[0])).Main.ShouldContain("Two handovers a week without me");
    }

    [Theory, OnEveryDatabase]
    public async Task A_phone_that_comes_back_finds_its_place_and_its_text(Database database)
    {
        var room = await Room.OpenAsync(await World.OnAsync(database));
        var person = await room.World.PersonAsync("Tala");
        var phone = await room.JoinedAsync(person);
        await room.GoToAsync(Goals);
        var page = await phone.GetAsync(room.Address);
        var fields = Page.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("form.ask")!);
        fields.RemoveAll(f => f.Key == "Input.Text");
        fields.Add(new("Input.Text", "half a sent"));
        var saved = await phone.PostAsync(
            page.Document.QuerySelector("form.ask")!.GetAttribute("action")!,
            fields,
            ("X-Fieldcraft-Autosave", "1")
        );
        saved.Status.ShouldBe(HttpStatusCode.OK);

        var another = await room.World.SignedInAsync(person);

        (await another.GetAsync(room.Address)).Document.QuerySelector("form.ask textarea")!.TextContent.ShouldContain("half a sent");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_tabs_lose_neither_text(Database database)
    {
        var room = await Room.OpenAsync(await World.OnAsync(database));
        var phone = await room.JoinedAsync(await room.World.PersonAsync("Tala"));
        await room.GoToAsync(Goals);
        var (one, two) = (await phone.GetAsync(room.Address), await phone.GetAsync(room.Address));
        await one.SubmitAsync("form.ask", ("Input.Text", "from tab one"));

        var answer = await two.SubmitAsync("form.ask", ("Input.Text", "from tab two"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("from tab one");
        answer.Document.QuerySelector("form.ask textarea")!.TextContent.ShouldContain("from tab two");
        (await answer.SubmitAsync("form.ask")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_who_is_entrusted_leads_on_when_the_organiser_is_gone(Database database)
    {
        var room = await Room.OpenAsync(await World.OnAsync(database));
        var tala = await room.JoinedAsync(await room.World.PersonAsync("Tala"));
        var omar = await room.JoinedAsync(await room.World.PersonAsync("Omar"));
        await room.LeadAsync("beginning");
        (await omar.ApiAsync(HttpMethod.Post, $"{room.Api}/next-stage", null, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotFound);
        var member = (await room.SeenByAsync(room.Lead))
            .GetProperty("members")
            .EnumerateArray()
            .First(m => m.GetProperty("name").GetString()!.StartsWith("Tala", StringComparison.Ordinal));

        await room.Lead.ApiAsync(HttpMethod.Put, $"{room.Api}/members/{member.GetProperty("id").GetGuid()}/leading", new { leads = true });

        await ActAsync(tala, room.Address, "on");
        await room.LeadAsync("pause", tala);
        (await room.SeenByAsync(omar)).GetProperty("state").GetString().ShouldBe("paused");
        (await room.SeenByAsync(omar)).GetProperty("stage").GetInt32().ShouldBe(Goals);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_comes_late_sees_what_is_revealed_and_can_still_write_what_was_asked(Database database)
    {
        var room = await Room.OpenAsync(await World.OnAsync(database));
        var tala = await room.JoinedAsync(await room.World.PersonAsync("Tala"));
        await room.GoToAsync(Goals);
        await room.WriteAsync(tala, Goals, "shown by Tala", shows: true);
        await room.LeadAsync("next-stage");

        var late = await room.JoinedAsync(await room.World.PersonAsync("Omar"));

        (await late.GetAsync(room.Address)).Main.ShouldContain("shown by Tala");
        await room.WriteAsync(late, Goals, "late but there", shows: true);
        (await tala.GetAsync(room.Address)).Main.ShouldContain("late but there");
    }

    [Theory, OnEveryDatabase]
    public async Task A_thirteenth_participant_is_refused(Database database)
    {
        var room = await Room.OpenAsync(await World.OnAsync(database));
        for (var i = 0; i < LiveSession.ParticipantsAtMost; i++)
        {
            await room.JoinedAsync(await room.World.PersonAsync($"Person {i}"));
        }

        var thirteenth = await room.World.SignedInAsync(await room.World.PersonAsync("Thirteenth"));
        var (status, body, _) = await thirteenth.ApiAsync(HttpMethod.Post, "/api/v1/live-sessions/joining", new { code = room.Code });

        status.ShouldBe(HttpStatusCode.Conflict);
        body.GetProperty("code").GetString().ShouldBe("session-full");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Guessing_codes_is_slowed_down_and_the_code_ends_with_the_session(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });
        var room = await Room.OpenAsync(await World.InAsync(app));
        await room.LeadAsync("beginning");
        await room.LeadAsync("end");
        var guesser = await room.World.SignedInAsync(await room.World.PersonAsync("Gus"));
        async Task<HttpStatusCode> TryAsync(string code) =>
            (await guesser.ApiAsync(HttpMethod.Post, "/api/v1/live-sessions/joining", new { code })).Status;

        (await TryAsync(room.Code)).ShouldBe(HttpStatusCode.NotFound);
        for (var i = 1; i < 10; i++)
        {
            (await TryAsync("AAAAAA")).ShouldBe(HttpStatusCode.NotFound);
        }

        (await TryAsync("AAAAAB")).ShouldBe(HttpStatusCode.TooManyRequests);
        var page = await (await guesser.GetAsync("/join")).SubmitAsync("main form", ("Input.Code", "AAAAAC"));
        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_planned_session_stands_in_everybodys_calendar_until_it_is_called_off(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.SignedInAsync(await world.LeaderAsync("Dana"));
        var tala = await world.ActivatedAsync(await world.PersonAsync("Tala"));
        var (_, made, _) = await lead.ApiAsync(
            HttpMethod.Post,
            "/api/v1/live-sessions",
            new
            {
                name = "Harbour leads",
                script = Room.Script,
                when = new { on = world.Today.AddDays(3), at = "14:00:00" },
                people = new[] { tala.Id.Value },
            }
        );
        var id = made.GetProperty("id").GetGuid();
        Task<List<Domain.Rhythm.Appointment>> AppointmentsAsync() =>
            world.InDatabaseAsync(db => db.Appointments.AsNoTracking().Where(a => a.SourceId == id).ToListAsync());

        var appointments = await AppointmentsAsync();
        appointments.Count.ShouldBe(2);
        appointments.ShouldAllBe(a => a.On == world.Today.AddDays(3) && a.Takes == TimeSpan.FromMinutes(60) && a.CancelledAt == null);
        var kinds = await world.InDatabaseAsync(db =>
            db.Notices.AsNoTracking().Where(n => n.PersonId == tala.Id).Select(n => n.Kind).ToListAsync()
        );
        kinds.ShouldBe(["conversations.notice.invited"]);

        (await lead.ApiAsync(HttpMethod.Delete, $"/api/v1/live-sessions/{id}", null, ("If-Match", "*"))).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await AppointmentsAsync()).ShouldAllBe(a => a.CancelledAt != null);
        (await (await world.SignedInAsync(tala)).GetAsync($"/conversations/sessions/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_forgotten_session_is_closed_and_its_code_with_it(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var room = await Room.OpenAsync(await World.InAsync(app));
        await room.LeadAsync("beginning");
        app.Clock.Advance(TimeSpan.FromHours(23));
        await app.Get<Web.Jobs.JobRunner>().RunDueAsync(CancellationToken.None);
        (await room.SeenByAsync(await room.JoinedAsync(await room.World.PersonAsync("Tala"))))
            .GetProperty("state")
            .GetString()
            .ShouldBe("running");

        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.Get<Web.Jobs.JobRunner>().RunDueAsync(CancellationToken.None);

        var session = await app.InDatabaseAsync(db => db.LiveSessions.AsNoTracking().SingleAsync());
        (session.State, session.Code).ShouldBe((SessionState.Ended, null));
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_pages_of_a_session_ask_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var room = await Room.OpenAsync(await World.InAsync(app));
        var organiser = room.Lead;
        await organiser.ApiAsync(HttpMethod.Post, "/api/v1/assignments", new { title = "Opening the hub" });
        await room.GoToAsync(Goals);
        await room.WriteAsync(organiser, Goals, "mine", shows: true);
        for (var i = 0; i < 8; i++)
        {
            await room.WriteAsync(await room.JoinedAsync(await room.World.PersonAsync($"Person {i}")), Goals, $"text {i}", shows: true);
        }

        (await Queries.OfAsync(app, organiser, room.Address)).Count.ShouldBeLessThanOrEqualTo(6);
        await room.LeadAsync("next-stage");
        foreach (
            var address in new[]
            {
                room.Address,
                $"{room.Address}?handler=Now",
                $"{room.Address}/screen",
                $"{room.Address}/harvest",
                "/conversations",
            }
        )
        {
            (await Queries.OfAsync(app, organiser, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }

    private static async Task ActAsync(Browser browser, string address, string act)
    {
        var page = await browser.GetAsync(address);
        var answer = await page.SubmitAsync("section.leading form", ("act", act));
        answer.Status.ShouldBe(HttpStatusCode.Redirect, $"{act}: {answer.Main}");
    }
}
