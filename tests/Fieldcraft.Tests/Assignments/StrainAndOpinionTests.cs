using System.Net;
using System.Text;
using Fieldcraft.Tests.Assignments.Guard;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Assignments;

public sealed class StrainAndOpinionTests
{
    [Theory, OnEveryDatabase]
    public async Task The_tick_overrules_every_number_at_once(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.RateAsync(GuardCases.A);

        await (await desk.Browser.GetAsync("/assignments/check-in")).SubmitAsync("main form", ("TooMuch", "true"));

        var page = await desk.OpenAsync("/zone");
        page.Document.QuerySelector(".zone-says")!.TextContent.ShouldContain("Overstretch.");
        page.Main.ShouldContain("Your strain check counts more than the numbers.");
        page.Main.ShouldContain("Occupational health");
        page.Document.QuerySelectorAll(".offers li")[^1].TextContent.ShouldContain("rest and occupational health");
        (await desk.OpenAsync()).Main.ShouldContain("Rest comes first");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_heavy_check_ins_running_are_positive_and_pause_the_prompts(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));

        var first = await desk.Browser.ApiAsync(HttpMethod.Post, "/api/v1/strain-check-ins", new { usedUp = 5, recovered = 2 });
        var second = await desk.Browser.ApiAsync(HttpMethod.Post, "/api/v1/strain-check-ins", new { usedUp = 4, recovered = 1 });

        first.Body.GetProperty("isPositive").GetBoolean().ShouldBeFalse();
        second.Body.GetProperty("promptsPause").GetBoolean().ShouldBeTrue();
        (await desk.Browser.ApiAsync(HttpMethod.Post, "/api/v1/strain-check-ins", new { usedUp = 9, recovered = 1 })).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_check_in_is_told_to_nobody_and_no_number_of_it_is_readable(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var desk = await Desk.WithAssignmentAsync(world, leader: await world.PersonAsync("Amira", manager));
        await desk.Browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/strain-check-ins",
            new
            {
                usedUp = 5,
                recovered = 1,
                tooMuchForMeNow = true,
            }
        );

        var row = await world.InDatabaseAsync(db => db.CheckIns.AsNoTracking().SingleAsync(c => c.OwnerId == desk.Leader.Id));
        var theirs = await (await world.SignedInAsync(manager)).ApiAsync(HttpMethod.Get, "/api/v1/strain-check-ins");

        Encoding.UTF8.GetString(row.Answers.ToBytes()).ShouldNotContain("UsedUp");
        theirs.Body.GetProperty("isPositive").GetBoolean().ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task An_empty_check_in_asks_for_both_answers(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));

        var answer = await (await desk.Browser.GetAsync("/assignments/check-in")).SubmitAsync("main form", ("UsedUp", "4"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Main.ShouldContain("Answer both questions");
    }

    [Theory, OnEveryDatabase]
    public async Task A_second_opinion_is_given_once_without_an_account_and_stands_beside_ones_own(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world);
        await desk.RateAsync(GuardCases.B);
        var link = await AskAsync(desk);
        var giver = world.App.NewBrowser();
        await giver.GetAsync(link);
        var form = await giver.GetAsync(link);

        form.Main.ShouldContain("Opening the hub");
        var given = await form.SubmitAsync(
            "main form",
            ("Demand[new_directions]", "1"),
            ("Readiness[new_directions]", "1"),
            ("Note", "The plan is mostly written already")
        );

        given.Status.ShouldBe(HttpStatusCode.OK);
        (await giver.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        var profile = await desk.OpenAsync("/profile");
        profile.Main.ShouldContain("The plan is mostly written already");
        profile.Main.ShouldContain("Talk about them: New directions");
        // New directions: (3 + 1) / 2 − 1 = 1 instead of 2, so the load falls from 35 to 30.
        (await desk.OpenAsync("/zone"))
            .Document.QuerySelector("[data-number=load]")!
            .TextContent.ShouldBe("30");
    }

    [Theory, OnEveryDatabase]
    public async Task Several_opinions_all_stand_beside_ones_own_and_the_newest_is_in_the_sums(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world);
        await desk.RateAsync(GuardCases.B);
        await GiveAsync(
            world,
            desk,
            ("Demand[new_directions]", "1"),
            ("Readiness[new_directions]", "1"),
            ("Note", "Mostly written already")
        );
        await GiveAsync(world, desk, ("Demand[new_directions]", "3"), ("Note", "Harder than it looks"));

        var profile = await desk.OpenAsync("/profile");
        profile.Main.ShouldContain("Mostly written already");
        profile.Main.ShouldContain("Harder than it looks");
        profile.Document.QuerySelectorAll("main table").Length.ShouldBe(2);
        profile.Document.QuerySelectorAll("main .message.signal").ShouldHaveSingleItem().TextContent.ShouldContain("New directions");

        var zone = await desk.OpenAsync("/zone");
        zone.Document.QuerySelector("[data-number=load]")!.TextContent.ShouldBe("35");
        zone.Main.ShouldContain("You and Ruth see these parts quite differently. Talk about them: New directions");
        var listed = (await desk.Browser.ApiAsync(HttpMethod.Get, $"/api/v1{desk.Address}/second-opinions")).Body.GetProperty("items");
        listed.EnumerateArray().Select(o => o.GetProperty("counts").GetBoolean()).ShouldBe([true, false]);
        var difference = listed[1].GetProperty("differences").EnumerateArray().ShouldHaveSingleItem();
        difference.GetProperty("dimension").GetString().ShouldBe("new_directions");
        difference.GetProperty("own").GetInt32().ShouldBe(3);
        difference.GetProperty("other").GetInt32().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Declining_looks_like_waiting_to_the_owner(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world);
        var link = await AskAsync(desk);
        var giver = world.App.NewBrowser();
        var page = await giver.GetAsync(link);
        var token = page.Document.QuerySelector("input[name=_form]")!.GetAttribute("value")!;

        (await giver.PostAsync(link + "?handler=Decline", [new("_form", token)])).Main.ShouldContain("Nobody is told");

        (await desk.OpenAsync("/opinions")).Main.ShouldContain("waiting until");
        (await giver.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_taken_back_or_guessed_leads_nowhere(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world);
        var link = await AskAsync(desk);

        await (await desk.OpenAsync("/opinions")).SubmitAsync("main ul form");

        (await world.App.NewBrowser().GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.App.NewBrowser().GetAsync("/o/" + new string('A', 43))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.App.NewBrowser().GetAsync("/o/nonsense")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task No_more_than_five_links_wait_at_a_time(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(desk);
        }

        var sixth = await desk.Browser.ApiAsync(
            HttpMethod.Post,
            $"/api/v1{desk.Address}/second-opinions",
            new { giver = "mentor", shown = "The hub" }
        );

        sixth.Status.ShouldBe(HttpStatusCode.Conflict);
        sixth.Body.GetProperty("code").GetString().ShouldBe("opinions-enough");
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_giver_reads_is_not_readable_in_the_database(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world, "Opening the hub in Tilbury");
        await AskAsync(desk);

        var row = await world.InDatabaseAsync(db => db.OpinionRequests.AsNoTracking().SingleAsync(r => r.AssignmentId == desk.Id));

        Encoding.UTF8.GetString(row.Shown.ToBytes()).ShouldNotContain("Tilbury");
    }

    private static async Task GiveAsync(World world, Desk desk, params (string Name, string Value)[] answers)
    {
        var form = await world.App.NewBrowser().GetAsync(await AskAsync(desk));
        (await form.SubmitAsync("main form", answers)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> AskAsync(Desk desk)
    {
        var made = await (await desk.OpenAsync("/opinions/new")).SubmitAsync("main form", ("Ask.Giver", "Mentor"), ("Ask.Name", "Ruth"));
        made.Status.ShouldBe(HttpStatusCode.OK);
        return new Uri(made.Document.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
    }
}
