using System.Net;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.OnTheFloor;

public sealed class LogTests
{
    private const string Lesson = "I talked too long before the first round";

    [Theory, OnEveryDatabase]
    public async Task Two_minutes_on_the_page_write_everything_down(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var page = await floor.Leader.GetAsync($"{floor.Address}/held");
        page.Document.QuerySelectorAll("input[name='Input.Present'][checked]").Length.ShouldBe(4);

        var answer = await page.SubmitAsync(
            "main form",
            ("Input.Minutes", "58"),
            ("Input.AllBlocks", "true"),
            ("Input.After[3]", "3"),
            ("Input.After[4]", "1"),
            ("Input.Lesson", Lesson)
        );

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        var session = await floor.NowAsync();
        (session.HeldMinutes, session.Seats.Count(s => s.Attended == true)).ShouldBe((58, 4));
        var log = await world.InDatabaseAsync(db => db.SessionLogs.SingleAsync(l => l.SessionId == session.Id));
        (log.ConfidenceBefore, log.ConfidenceAfter, log.AllBlocks, log.FilmShown).ShouldBe((null, "0,0,0,3,1", true, false));
        (await floor.Leader.GetAsync($"{floor.Address}/held"))
            .Document.QuerySelector("textarea[name='Input.Lesson']")!
            .TextContent.ShouldBe(Lesson);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_but_the_leader_reads_the_lesson(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        await floor.Leader.ApiAsync(
            HttpMethod.Put,
            $"{floor.Api}/log",
            new
            {
                present = new[] { floor.Depot.People[0].Id.Value },
                minutes = 60,
                lesson = Lesson,
            }
        );

        foreach (var address in new[] { $"{floor.Address}/held", $"{floor.Address}/run", floor.Address, floor.Depot.Address })
        {
            (await floor.Depot.Desk.GetAsync(address)).Text.ShouldNotContain(Lesson, Case.Insensitive, address);
        }

        (await (await world.SignedInAsync(floor.Depot.People[0])).GetAsync($"{floor.Address}/held")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_correction_stays_in_the_trace_with_who_made_it(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var all = floor.Depot.People.Take(4).Select(p => p.Id.Value).ToList();
        await floor.Leader.ApiAsync(HttpMethod.Post, $"{floor.Api}/held", new { present = all, minutes = 60 });

        await floor.Depot.Desk.ApiAsync(
            HttpMethod.Post,
            $"{floor.Api}/held",
            new
            {
                present = all.Skip(1),
                minutes = 60,
                fromPaper = true,
            }
        );

        var notes = (await floor.NotesAsync()).Where(n => n.PersonId == floor.Depot.People[0].Id).ToList();
        notes
            .Select(n => (n.Here, n.Way, n.ById))
            .ShouldBe([(true, AttendanceWay.Ticked, floor.Depot.Leader.Id), (false, AttendanceWay.Paper, floor.Depot.Scheduler.Id)]);
        (await floor.Leader.GetAsync($"{floor.Address}/held")).Main.ShouldContain("Sol Test");
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_team_starts_and_its_idea_come_with_the_log_once_however_often_it_is_sent(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var body = new
        {
            present = new[] { floor.Depot.People[0].Id.Value },
            minutes = 60,
            action = "Greet by name at every counter",
            actionWho = "the early shift",
            idea = "A second printer at gate four",
        };

        for (var i = 0; i < 3; i++)
        {
            (await floor.Leader.ApiAsync(HttpMethod.Put, $"{floor.Api}/log", body)).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        var session = TeachingSessionId.From(floor.Session);
        var actions = await world.InDatabaseAsync(db =>
            db.TeamActions.Where(a => a.TeachingSessionId == session).Select(a => a.What).ToListAsync()
        );
        var ideas = await world.InDatabaseAsync(db => db.TeamIdeas.Where(i => i.SessionId == session).Select(i => i.Text).ToListAsync());
        actions.ShouldBe([body.action]);
        ideas.ShouldBe([body.idea]);
    }

    [Theory, OnEveryDatabase]
    public async Task What_did_not_take_place_is_called_off_and_the_scheduler_is_told(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var page = await floor.Leader.GetAsync($"{floor.Address}/held");

        (await page.SubmitAsync("form[action$='handler=NotHeld']")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await floor.NowAsync()).State.ShouldBe(SessionState.Cancelled);
        var scheduler = floor.Depot.Scheduler.Id;
        var told = await world.InDatabaseAsync(db => db.Notices.Where(n => n.PersonId == scheduler).Select(n => n.Kind).ToListAsync());
        told.ShouldContain("sessions.notice.not_held");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_is_ticked_in_another_session_than_their_own_leaves_a_seat_there(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var guest = floor.Depot.People[6];
        var own = await Floor.HoldAsync(floor.Depot, [guest], world.Now.AddDays(2).DateTime);

        await floor.Leader.ApiAsync(HttpMethod.Post, $"{floor.Api}/held", new { present = new[] { guest.Id.Value }, minutes = 60 });

        (await floor.Depot.SessionAsync(own)).Seats.ShouldBeEmpty();
        (await floor.NowAsync()).Seats.Single(s => s.PersonId == guest.Id).Attended.ShouldBe(true);
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_with_somebody_in_it_did_take_place(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var phone = await world.SignedInAsync(floor.Depot.People[0]);
        await phone.ApiAsync(HttpMethod.Post, "/api/v1/attendance", new { door = floor.Door });

        var (status, body, _) = await floor.Leader.ApiAsync(HttpMethod.Post, $"{floor.Api}/not-held");

        (status, body.GetProperty("code").GetString()).ShouldBe((HttpStatusCode.Conflict, "session-held"));
    }

    [Theory, OnEveryDatabase]
    public async Task Rubbish_is_refused_and_nothing_is_written(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var present = Array.Empty<Guid>();
        object[] bodies =
        [
            new { minutes = 60 },
            new { present },
            new { present, minutes = 0 },
            new
            {
                present,
                minutes = 60,
                before = new[] { 1, 2 },
            },
            new
            {
                present,
                minutes = 60,
                after = new[] { 0, 0, 0, 0, 61 },
            },
            new
            {
                present,
                minutes = 60,
                ran = new[] { new { block = new string('x', 21), minutes = 1 } },
            },
            new
            {
                present,
                minutes = 60,
                lesson = new string('x', 501),
            },
        ];

        foreach (var body in bodies)
        {
            (await floor.Leader.ApiAsync(HttpMethod.Put, $"{floor.Api}/log", body)).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        var page = await floor.Leader.GetAsync($"{floor.Address}/held");
        (await page.SubmitAsync("main form", ("Input.Minutes", "-3"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync("main form", ("Input.After[0]", "99"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await floor.NowAsync()).IsHeld.ShouldBeFalse();
    }
}
