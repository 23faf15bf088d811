using System.Net;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Tests.Assignments.Guard;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Assignments;

/// <summary>The page shows what the rule says, with the numbers of DOMAIN 3.2 (issue 2, must be shown 3).</summary>
public sealed class ZonePageTests
{
    [Theory, OnEveryDatabase]
    public async Task The_page_shows_the_numbers_of_case_B(Database database) =>
        await ShowsAsync(database, GuardCases.B, "35", "6.25", "36.25", "70", "69.5", "Stretch.", counted: 4);

    [Theory, OnEveryDatabase]
    public async Task The_page_shows_the_numbers_of_case_C(Database database)
    {
        var page = await ShowsAsync(database, GuardCases.C, "80", "50", "90", "22.5", "52.875", "Overstretch.", counted: 5);

        page.Main.ShouldContain("Hot spot.");
        page.Main.ShouldContain("Much challenge, little feedback.");
        var offers = page.Document.QuerySelectorAll(".offers li").Select(li => li.TextContent).ToList();
        offers.Count.ShouldBe(3);
        offers[0].ShouldStartWith("Remove an obstacle");
        offers[1].ShouldStartWith("Add feedback, or a partner");
        offers[2].ShouldStartWith("Reduce the load");
    }

    [Theory, OnEveryDatabase]
    public async Task The_page_says_that_it_is_a_rule_of_thumb_and_that_nobody_is_told(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.RateAsync(GuardCases.A);

        var page = await desk.OpenAsync("/zone");

        page.Main.ShouldContain("Comfort.");
        page.Main.ShouldContain("rule of thumb");
        page.Main.ShouldContain("Nobody else is told");
        page.Document.QuerySelectorAll(".sums .counted").Length.ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task An_input_tried_out_moves_the_result_and_keeps_nothing(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.RateAsync(GuardCases.D2);
        var page = await desk.OpenAsync("/zone");
        page.Document.QuerySelector("[data-number=upper]")!.TextContent.ShouldBe("54.625");

        var tried = await page.SubmitAsync(
            "form.try-out",
            [
                .. SupportItem.All.Select(s =>
                    (
                        $"Support[{s.Id}]",
                        GuardCases.D.Support[s.Position]!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    )
                ),
            ]
        );

        tried.Status.ShouldBe(HttpStatusCode.OK);
        tried.Main.ShouldContain("Tried out only");
        tried.Document.QuerySelector("[data-number=upper]")!.TextContent.ShouldBe("75.625");
        tried.Document.QuerySelector(".zone-says")!.TextContent.ShouldContain("Stretch.");
        (await desk.OpenAsync("/zone")).Document.QuerySelector("[data-number=upper]")!.TextContent.ShouldBe("54.625");
    }

    [Theory, OnEveryDatabase]
    public async Task A_close_call_shows_both_zones(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.RateAsync(GuardCases.C2);

        // C2 lies 5.5 above the line; a little more support brings it near.
        var page = await desk.OpenAsync("/zone");
        var tried = await page.SubmitAsync("form.try-out", [.. SupportItem.All.Select(s => ($"Support[{s.Id}]", "4"))]);

        tried.Document.QuerySelector(".zone-says")!.TextContent.ShouldContain("Between Stretch and Overstretch.");
    }

    [Theory, OnEveryDatabase]
    public async Task An_incomplete_profile_gets_no_zone_and_says_which_answers_are_missing(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.RateAsync(GuardCases.B with { Readiness = GuardCases.Numbers("1 2 - - - 2 2 2 1 1 0 1") });

        var page = await desk.OpenAsync("/zone");

        page.Main.ShouldContain("Not enough is known to say.");
        page.Document.QuerySelector(".zone-says")!.TextContent.ShouldContain("New directions, Inherited problems, Reduction decisions");
        page.Document.QuerySelector(".chart").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_quick_look_is_always_labelled_as_one(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));

        var answer = await (await desk.OpenAsync("/quick-look")).SubmitAsync(
            "main form",
            ("Names[0]", "Former peers report to me"),
            ("Sizes[0]", "4"),
            ("Sizes[1]", "2"),
            ("Sizes[2]", "3"),
            ("Support[feedback]", "3"),
            ("Support[backing]", "3"),
            ("Support[partner]", "3"),
            ("Support[safety]", "3")
        );

        answer.RedirectsTo.ShouldBe(desk.Address + "/zone");
        var page = await desk.OpenAsync("/zone");
        page.Main.ShouldContain("Quick look");
        page.Main.ShouldContain("Former peers report to me");
        page.Document.QuerySelector("[data-number=load]")!.TextContent.ShouldBe("75");
        (await desk.OpenAsync()).Main.ShouldContain("Quick look");
    }

    [Theory, OnEveryDatabase]
    public async Task The_archetype_fills_in_what_such_work_usually_asks_for(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database), archetype: "start_up");

        var page = await desk.OpenAsync("/profile/creating_change");

        page.Document.QuerySelectorAll("input[checked]")
            .Single(i => i.GetAttribute("name") == "Demand[new_directions]")
            .GetAttribute("value")
            .ShouldBe("4");
        page.Main.ShouldContain("Usual for “Build something new”");
    }

    [Theory, OnEveryDatabase]
    public async Task A_profile_left_half_way_is_kept(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));

        await (await desk.OpenAsync("/profile/transition")).SubmitAsync(
            "main form",
            ("Demand[proving_yourself]", "3"),
            ("Readiness[proving_yourself]", "unknown")
        );

        var page = await desk.OpenAsync("/profile/transition");
        page.Document.QuerySelectorAll("input[checked]")
            .Select(i => (i.GetAttribute("name"), i.GetAttribute("value")))
            .ShouldBe([("Demand[proving_yourself]", "3"), ("Readiness[proving_yourself]", "unknown")]);
    }

    private static async Task<Page> ShowsAsync(
        Database database,
        GuardInput input,
        string load,
        string hindrance,
        string effective,
        string support,
        string upper,
        string zone,
        int counted
    )
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.RateAsync(input);

        var page = await desk.OpenAsync("/zone");

        string Number(string name) => page.Document.QuerySelector($"[data-number={name}]")!.TextContent;
        Number("load").ShouldBe(load);
        Number("hindrance").ShouldBe(hindrance);
        Number("effective").ShouldBe(effective);
        Number("support").ShouldBe(support);
        Number("lower").ShouldBe("20");
        Number("upper").ShouldBe(upper);
        page.Document.QuerySelector(".zone-says")!.TextContent.ShouldContain(zone);
        page.Document.QuerySelectorAll(".sums .counted").Length.ShouldBe(counted);
        page.Document.QuerySelector(".chart svg").ShouldNotBeNull();
        return page;
    }
}
