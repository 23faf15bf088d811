using System.Net;
using System.Text;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Assignments;

public sealed class AssignmentPagesTests
{
    private const string Canary = "Bringing the night dock back to two crews";

    [Theory, OnEveryDatabase]
    public async Task A_title_is_enough_to_bring_an_assignment(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var answer = await (await browser.GetAsync("/assignments/new")).SubmitAsync("main form", ("Assignment.Title", Canary));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(answer.RedirectsTo!)).Heading.ShouldBe(Canary);
        (await browser.GetAsync("/assignments")).Main.ShouldContain(Canary);
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_title_the_form_comes_back_with_what_was_typed(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var answer = await (await browser.GetAsync("/assignments/new")).SubmitAsync(
            "main form",
            ("Assignment.Context", "Two hubs become one")
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Main.ShouldContain("Two hubs become one");
        answer.Document.QuerySelector(".error-summary")!.TextContent.ShouldContain("Fill this in.");
    }

    [Theory, OnEveryDatabase]
    public async Task An_end_before_the_start_is_named_at_its_field(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var answer = await (await browser.GetAsync("/assignments/new")).SubmitAsync(
            "main form",
            ("Assignment.Title", Canary),
            ("Assignment.StartsOn", "2026-12-01"),
            ("Assignment.EndsOn", "2026-11-01")
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Document.QuerySelector("#Assignment_EndsOn-error")!.TextContent.ShouldContain("after the start");
    }

    [Theory, OnEveryDatabase]
    public async Task The_database_holds_no_readable_word_of_an_assignment(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world, Canary);

        var row = await world.InDatabaseAsync(db => db.Assignments.AsNoTracking().SingleAsync(a => a.Id == desk.Id));

        Encoding.UTF8.GetString(row.Title.ToBytes()).ShouldNotContain("night dock");
    }

    [Theory, OnEveryDatabase]
    public async Task A_manager_is_told_of_no_assignment_of_a_report(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var desk = await Desk.WithAssignmentAsync(world, Canary, await world.PersonAsync("Amira", manager));
        var other = await world.SignedInAsync(manager);

        foreach (var address in desk.EveryPage())
        {
            (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        foreach (var part in new[] { "", "/answers", "/profile", "/guard", "/second-opinions" })
        {
            (await other.ApiAsync(HttpMethod.Get, $"/api/v1{desk.Address}{part}")).Status.ShouldBe(HttpStatusCode.NotFound, part);
        }

        (await other.GetAsync("/assignments")).Text.ShouldNotContain("night dock");
        (await other.ApiAsync(HttpMethod.Delete, $"/api/v1{desk.Address}", null, ("If-Match", "\"1\""))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEveryDatabase]
    public async Task An_ended_assignment_stays_with_its_lesson(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world, Canary);

        var answer = await (await desk.OpenAsync("/end")).SubmitAsync("main form", ("Lesson", "Ask the crew first"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        var list = await desk.Browser.GetAsync("/assignments");
        list.Main.ShouldContain("Behind you");
        list.Main.ShouldContain("Ask the crew first");
    }

    [Theory, OnEveryDatabase]
    public async Task A_deleted_assignment_takes_its_answers_and_every_key_along(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world, Canary);
        await desk.AnswerAsync("p4", "Settle swaps without me");
        var answer = await world.InDatabaseAsync(db => db.Answers.AsNoTracking().SingleAsync(a => a.AssignmentId == desk.Id));

        await (await desk.OpenAsync("/discard")).SubmitAsync("main form");

        (await world.InDatabaseAsync(db => db.Answers.CountAsync(a => a.AssignmentId == desk.Id))).ShouldBe(0);
        (
            await world.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == desk.Id.Value || w.DocumentId == answer.Id.Value))
        ).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_tabs_on_one_description_lose_neither_text(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world, Canary);
        var (one, two) = (await desk.OpenAsync("/describe"), await desk.OpenAsync("/describe"));
        await one.SubmitAsync("main form", ("Assignment.Context", "from tab one"));

        var answer = await two.SubmitAsync("main form", ("Assignment.Context", "from tab two"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("from tab one");
        answer.Document.QuerySelector("textarea")!.TextContent.ShouldContain("from tab two");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task The_api_brings_describes_ends_and_refuses_a_stale_version(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var (status, made, response) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/assignments",
            new { title = Canary, archetype = "turnaround" }
        );
        var address = response.Headers.Location!.OriginalString;
        var described = await browser.ApiAsync(HttpMethod.Put, address, new { title = "New name" }, ("If-Match", "\"1\""));
        var stale = await browser.ApiAsync(HttpMethod.Put, address, new { title = "late" }, ("If-Match", "\"1\""));
        var ended = await browser.ApiAsync(
            HttpMethod.Post,
            address + "/end",
            new { on = "2026-12-01", lesson = "Ask first" },
            ("If-Match", "\"2\"")
        );
        var unknown = await browser.ApiAsync(HttpMethod.Post, "/api/v1/assignments", new { title = Canary, archetype = "holiday" });

        status.ShouldBe(HttpStatusCode.Created);
        made.GetProperty("version").GetInt32().ShouldBe(1);
        described.Status.ShouldBe(HttpStatusCode.OK);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Body.GetProperty("theirs").GetProperty("title").GetString().ShouldBe("New name");
        ended.Status.ShouldBe(HttpStatusCode.OK);
        unknown.Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
