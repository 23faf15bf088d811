using System.Net;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Tests.Assignments;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Stories.Kit;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Stories;

public sealed class StoryPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task An_interviewer_writes_down_hands_over_and_the_teller_decides(Database database)
    {
        var world = await World.OnAsync(database);
        var teller = await world.ActivatedAsync(await world.PersonAsync("Henrik"));
        var wrote = await world.SignedInAsync(await world.PersonAsync("Dalia"));
        var told = await world.SignedInAsync(teller);

        var found = await (await wrote.GetAsync("/stories/mine/new")).SubmitAsync("main form", ("Name", "Henrik"), ("find", "1"));
        found.Main.ShouldContain("Henrik Test tells it");
        var sheet = await wrote.VisitAsync((await found.SubmitAsync("main form", ("Teller", teller.Id.Value.ToString()))).RedirectsTo!);
        var empty = await sheet.SubmitAsync("main form.fields", ("go", "over"));
        empty.Status.ShouldBe(HttpStatusCode.Conflict);
        empty.Main.ShouldContain("Give it a name and say what happened");
        var handed = await empty.SubmitAsync(
            "main form.fields",
            ("Input.Title", "Two depots, one crew"),
            ("Input.WhatHappened", "The bridge was shut for a winter."),
            ("Input.Archetype", "turnaround"),
            ("Input.Dimensions", "high_stakes"),
            ("go", "over")
        );
        handed.RedirectsTo.ShouldBe("/stories/mine", handed.Main);
        (await wrote.GetAsync("/stories/mine")).Main.ShouldContain("with its teller");

        var mine = await told.GetAsync("/stories/mine");
        mine.Main.ShouldContain("yours to decide");
        var decide = await told.GetAsync(mine.Document.QuerySelector("main .items a")!.GetAttribute("href")!);
        decide.Main.ShouldContain("The bridge was shut for a winter.");
        (await decide.SubmitAsync("main form.fields")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await decide.SubmitAsync("main form.fields", ("Use", "Unattributed"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await wrote.GetAsync("/stories?search=bridge")).Main.ShouldContain("Two depots, one crew");
        (await wrote.GetAsync("/stories?search=bridge&archetype=turnaround")).Main.ShouldContain("Two depots, one crew");
        var library = await wrote.GetAsync("/stories?archetype=turnaround&dimension=high_stakes&search=bridge");
        library.Main.ShouldContain("Two depots, one crew");
        library.Main.ShouldContain("A colleague, not named");
        (await wrote.GetAsync("/stories?archetype=start_up&search=bridge")).Main.ShouldNotContain("Two depots");
        var withdrawn = await decide.SubmitAsync("main form[action$='handler=Withdraw']");
        withdrawn.RedirectsTo.ShouldBe("/stories/mine");
        (await wrote.GetAsync("/stories?search=bridge")).Main.ShouldNotContain("Two depots");
    }

    [Theory, OnEveryDatabase]
    public async Task The_teller_is_told_once_that_a_story_is_there_to_read(Database database)
    {
        var world = await World.OnAsync(database);
        var interview = await Interview.WrittenDownAsync(world);

        await interview.Wrote.ApiAsync(HttpMethod.Post, $"/api/v1/stories/mine/{interview.Id}/handing-over");
        await interview.Wrote.ApiAsync(HttpMethod.Post, $"/api/v1/stories/mine/{interview.Id}/handing-over");

        var teller = interview.Teller.Id;
        var notices = await world.InDatabaseAsync(db => db.Notices.AsNoTracking().Where(n => n.PersonId == teller).ToListAsync());
        notices.ShouldHaveSingleItem().Address.ShouldBe($"/stories/mine/{interview.Id}/use");
    }

    [Theory, OnServersOfItsOwn]
    public async Task At_most_three_stories_stand_beside_an_assignment_the_same_kind_first_and_each_says_why(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var other = await AllowedAsync(world, "start_up", "scope_and_scale");
        var alike = await AllowedAsync(world, "start_up", "inherited_problems");
        var same = await AllowedAsync(world, "turnaround");
        await AllowedAsync(world, "line_to_staff", "inherited_problems");
        await AllowedAsync(world, "line_to_staff", "inherited_problems", "high_stakes");
        var desk = await Desk.WithAssignmentAsync(world, archetype: "turnaround");

        var page = await desk.OpenAsync();

        var lines = page.Document.QuerySelectorAll("main .items a[href^='/stories/']").Select(a => a.GetAttribute("href")).ToList();
        lines.Count.ShouldBe(3);
        lines[0].ShouldBe($"/stories/{same.Id}");
        lines.ShouldNotContain($"/stories/{other.Id}");
        lines.ShouldNotContain($"/stories/{alike.Id}", "Two others share more of what the work asks for, and are newer.");
        page.Main.ShouldContain("the same kind of work: Repair a unit in trouble");
        page.Main.ShouldContain("it asked for the same: Inherited problems");
    }

    [Theory, OnServersOfItsOwn]
    public async Task No_page_of_the_room_asks_more_than_six_times_with_one_story_or_many(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var one = await AllowedAsync(world, "turnaround", "high_stakes");
        using var queries = Queries.Of(app);
        string[] addresses =
        [
            "/stories",
            "/stories?search=canary&archetype=turnaround&dimension=high_stakes",
            $"/stories/{one.Id}",
            "/stories/map",
            "/stories/kit",
            "/stories/session",
            "/stories/mine",
            "/stories/mine/new",
            $"/stories/mine/{one.Id}",
            $"/stories/mine/{one.Id}/use",
        ];
        var first = await CountAsync();
        for (var i = 0; i < 4; i++)
        {
            await AllowedAsync(world, "turnaround", "high_stakes");
        }

        (await CountAsync()).ShouldBe(first);
        first.ShouldAllBe(c => c >= 1 && c <= 6);

        async Task<List<int>> CountAsync()
        {
            var counts = new List<int>();
            foreach (var address in addresses)
            {
                await one.Told.GetAsync(address);
                counts.Add(
                    await queries.InAsync(async () => (await one.Told.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address))
                );
            }

            return counts;
        }
    }

    [Fact]
    public void The_session_with_a_senior_team_takes_sixty_minutes() =>
        (WorkSessionModel.Steps[^1].From + WorkSessionModel.Steps[^1].Minutes).ShouldBe(60);

    private static async Task<Interview> AllowedAsync(World world, string archetype, params string[] dimensions)
    {
        var interview = await Interview.WrittenDownAsync(world, archetype, dimensions);
        (await interview.AllowAsync(StoryConsent.Attributed)).ShouldBe(HttpStatusCode.OK);
        return interview;
    }
}
