using System.Net;
using System.Text;
using Fieldcraft.Tests.Assignments;
using Fieldcraft.Tests.Assignments.Guard;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Experience;

public sealed class ExperienceTests
{
    private const string Canary = "Eastgate nights taught me to ask the drivers first";

    [Theory, OnEveryDatabase]
    public async Task What_was_told_stands_on_the_map_and_what_was_not_is_only_not_yet_met(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var told = await (await browser.GetAsync("/growth/experience/new")).SubmitAsync(
            "main form",
            ("Told.Title", "Night shift lead"),
            ("Told.FromYear", "2014"),
            ("Told.ToYear", "2017"),
            ("Told.Challenges", "inherited_problems"),
            ("Told.Lesson", Canary)
        );
        var page = await browser.GetAsync("/growth/experience");

        told.Status.ShouldBe(HttpStatusCode.Redirect);
        Row(page, "inherited_problems").ShouldContain("Had");
        Row(page, "inherited_problems").ShouldContain("2014–2017");
        Row(page, "working_across_cultures").ShouldContain("Not yet met");
        Row(page, "working_across_cultures").ShouldContain("Usually part of");
        Row(page, "reduction_decisions").ShouldContain("Nobody is sent to this");
        page.Main.ShouldContain(Canary);
        page.Document.QuerySelector("tr#difficult_boss").ShouldBeNull();
        foreach (var label in new[] { "potential", "talent", "%" })
        {
            page.Main.ShouldNotContain(label, Case.Insensitive);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task An_assignment_is_having_while_it_goes_on_and_had_once_it_is_over(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world);
        await desk.RateAsync(GuardCases.C);

        var running = await desk.Browser.GetAsync("/growth/experience");
        await desk.Browser.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/assignments/{desk.Id.Value}/ending",
            new { on = world.Today, lesson = Canary },
            ("If-Match", "\"1\"")
        );
        var ended = await desk.Browser.GetAsync("/growth/experience");

        Row(running, "high_stakes").ShouldContain("Having");
        Row(running, "lack_of_top_support").ShouldContain("Having");
        running.Document.QuerySelector("tr#adverse_conditions").ShouldBeNull();
        Row(running, "working_across_cultures").ShouldContain("Not yet met");
        Row(ended, "high_stakes").ShouldContain(ended.Main.Contains(Canary, StringComparison.Ordinal) ? "Had" : "Having");
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_form_cannot_take_comes_back_with_what_to_mend(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var form = await browser.GetAsync("/growth/experience/new");

        (await form.SubmitAsync("main form", ("Told.Title", " "))).Main.ShouldContain("Fill this in.");
        (await form.SubmitAsync("main form", ("Told.Title", "x"), ("Told.FromYear", "2017"), ("Told.ToYear", "2014"))).Main.ShouldContain(
            "It ends before it begins."
        );
        var six = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/experiences",
            new { title = "x", challenges = Domain.Assignments.Guard.ChallengeDimension.Task.Take(6).Select(d => d.Id) }
        );
        six.Status.ShouldBe(HttpStatusCode.BadRequest);
        six.Body.GetProperty("errors")[0].GetProperty("path").GetString().ShouldBe("challenges");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_tabs_lose_nothing_and_removing_takes_the_key_along(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(leader);
        var (_, made, _) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/experiences", new { title = "Night shift lead" });
        var id = made.GetProperty("id").GetGuid();
        var address = $"/growth/experience/{id}";
        var (one, two) = (await browser.GetAsync(address), await browser.GetAsync(address));
        await one.SubmitAsync("main form", ("Told.Lesson", "from tab one"));

        var answer = await two.SubmitAsync("main form", ("Told.Lesson", "from tab two"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("from tab one");
        answer.Document.QuerySelector("textarea")!.TextContent.ShouldContain("from tab two");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        await (await browser.GetAsync(address)).SubmitAsync("form[data-remove]");
        (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == id))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_else_sees_it_and_the_database_holds_no_readable_word(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var leader = await world.PersonAsync("Amira", manager);
        var browser = await world.SignedInAsync(leader);
        var (_, made, _) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/experiences", new { title = "Eastgate", lesson = Canary });
        var id = made.GetProperty("id").GetGuid();
        var other = await world.SignedInAsync(manager);

        (await other.GetAsync($"/growth/experience/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.ApiAsync(HttpMethod.Get, $"/api/v1/experiences/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync("/growth/experience")).Text.ShouldNotContain("Eastgate");
        var row = await world.InDatabaseAsync(db => db.PastExperiences.AsNoTracking().SingleAsync(e => e.OwnerId == leader.Id));
        Encoding.UTF8.GetString(row.Told.ToBytes()).ShouldNotContain("Eastgate");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_asks_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var desk = await Desk.WithAssignmentAsync(await World.InAsync(app));
        await desk.RateAsync(GuardCases.B);
        var (_, made, _) = await desk.Browser.ApiAsync(HttpMethod.Post, "/api/v1/experiences", new { title = "Night shift lead" });

        foreach (var part in new[] { "", "/new", "/import", $"/{made.GetProperty("id").GetGuid()}" })
        {
            (await Queries.OfAsync(app, desk.Browser, $"/growth/experience{part}")).Count.ShouldBeInRange(1, 6, part);
        }
    }

    private static string Row(Page page, string dimension) => page.Document.QuerySelector($"tr#{dimension}")!.TextContent;
}
