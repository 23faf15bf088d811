using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Conditions;

public sealed class ConditionPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task The_nearest_unit_that_answered_holds_and_is_named(Database database)
    {
        var tree = await Tree.GrowAsync(database);
        await tree.SayAsync(tree.Designer, tree.World.Organisation, "s1", "Deliver everywhere by the next day.");
        await tree.SayAsync(tree.Designer, tree.State, "s1", "Deliver in the north by the next day.");
        await tree.SayAsync(tree.Designer, tree.World.Organisation, "s2", "One route system from autumn.");
        var reader = await tree.World.SignedInAsync(await tree.World.PersonAsync("Eli", unit: tree.Team));

        var page = await reader.GetAsync($"/units/{tree.Team.Id.Value}/conditions");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Main.ShouldContain("Deliver in the north by the next day.");
        page.Main.ShouldContain($"From {tree.State.Name}");
        page.Main.ShouldNotContain("Deliver everywhere");
        page.Main.ShouldContain("One route system from autumn.");
        page.Main.ShouldNotContain("Answer for this unit");
        (await reader.GetAsync($"/units/{tree.Other.Id.Value}/conditions")).Main.ShouldContain("Deliver everywhere");
    }

    [Theory, OnEveryDatabase]
    public async Task The_lead_of_a_unit_and_its_learning_team_write_and_nobody_else(Database database)
    {
        var tree = await Tree.GrowAsync(database);
        var world = tree.World;
        var form = $"/units/{tree.Facility.Id.Value}/conditions/s2";
        foreach (var allowed in (Person[])[tree.Lead, tree.Designer, await world.HolderOfAsync(Role.ProgrammeLead, over: tree.State)])
        {
            (await (await world.SignedInAsync(allowed)).GetAsync(form)).Status.ShouldBe(HttpStatusCode.OK, allowed.FirstName);
        }

        var refused = new List<Person>
        {
            await world.PersonAsync("Eli", unit: tree.Facility),
            await world.HolderOfAsync(Role.LearningDesigner, "Elsewhere", over: tree.Other),
        };
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.LearningDesigner or Role.ProgrammeLead)))
        {
            refused.Add(await world.HolderOfAsync(role, role.ToString()));
        }

        foreach (var person in refused)
        {
            var browser = await world.SignedInAsync(person);
            (await browser.GetAsync(form)).Status.ShouldBe(HttpStatusCode.NotFound, person.FirstName);
            (await browser.GetAsync($"/units/{tree.Facility.Id.Value}/conditions/roles")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await PutAsync(browser, tree.Facility, "s2", "Mine", 0)).ShouldBe(HttpStatusCode.NotFound, person.FirstName);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Earlier_wordings_stay_readable_with_what_changed(Database database)
    {
        var tree = await Tree.GrowAsync(database);
        await tree.SayAsync(tree.Lead, tree.Facility, "s2", "The lines become one in May.");
        await tree.SayAsync(tree.Designer, tree.Facility, "s2", "The lines become one in August.");

        var page = await (await tree.World.SignedInAsync(tree.Lead)).GetAsync($"/units/{tree.Facility.Id.Value}/conditions/s2/editions");

        page.Document.QuerySelector("del")!.TextContent.ShouldContain("May.");
        page.Document.QuerySelector("ins")!.TextContent.ShouldContain("August.");
        page.Main.ShouldContain("Written by Lead Test");
        page.Main.ShouldContain("Written by Robin Test");
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_taken_back_lets_the_one_from_above_hold_again(Database database)
    {
        var tree = await Tree.GrowAsync(database);
        await tree.SayAsync(tree.Designer, tree.World.Organisation, "s1", "From the top.");
        await tree.SayAsync(tree.Lead, tree.Facility, "s1", "From here.");
        await tree.SayAsync(tree.Lead, tree.Facility, "s1", " ");

        var page = await (await tree.World.SignedInAsync(tree.Lead)).GetAsync($"/units/{tree.Facility.Id.Value}/conditions");

        page.Main.ShouldContain("From the top.");
        page.Main.ShouldNotContain("From here.");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_write_at_the_same_time_lose_neither_text(Database database)
    {
        var tree = await Tree.GrowAsync(database);
        var form = $"/units/{tree.Facility.Id.Value}/conditions/s3";
        var one = await (await tree.World.SignedInAsync(tree.Lead)).GetAsync(form);
        var two = await (await tree.World.SignedInAsync(tree.Designer)).GetAsync(form);
        (await one.SubmitAsync("main form", ("Input.Text", "The first text"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var answer = await two.SubmitAsync("main form", ("Input.Text", "The second text"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("The first text");
        answer.Document.QuerySelector("textarea")!.TextContent.ShouldContain("The second text");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task Texts_about_a_role_reach_those_who_hold_it_in_the_subtree_and_nobody_else(Database database)
    {
        var tree = await Tree.GrowAsync(database);
        var form = await (await tree.World.SignedInAsync(tree.Designer)).GetAsync(
            $"/units/{tree.State.Id.Value}/conditions/roles?title=Team%20leader"
        );
        (
            await form.SubmitAsync(
                "main form",
                ("Input.Description", "Runs the floor with the team."),
                ("Input.Expectations", "Has brought a new line in once.")
            )
        ).Status.ShouldBe(HttpStatusCode.Redirect);

        var holder = await tree.World.SignedInAsync(await tree.World.PersonAsync("Amira", unit: tree.Team));
        var other = await tree.World.SignedInAsync(
            await tree.World.PersonAsync("Noor", unit: tree.Team, facts: f => f with { JobTitle = "Driver" })
        );
        var outside = await tree.World.SignedInAsync(await tree.World.PersonAsync("Out", unit: tree.Other));

        (await OwnTopicsAsync(holder)).ShouldBe(["job_description", "role_expectations"]);
        (await OwnTopicsAsync(other)).ShouldBeEmpty();
        (await OwnTopicsAsync(outside)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_version_that_was_not_seen_is_not_overwritten_by_the_api(Database database)
    {
        var tree = await Tree.GrowAsync(database);
        var browser = await tree.World.SignedInAsync(tree.Lead);

        (await PutAsync(browser, tree.Facility, "s1", "One", 0)).ShouldBe(HttpStatusCode.OK);
        (await PutAsync(browser, tree.Facility, "s1", "Two", 0)).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await PutAsync(browser, tree.Facility, "s1", "Two", 1)).ShouldBe(HttpStatusCode.OK);
        (await PutAsync(browser, tree.Facility, "p4", "Two", 0)).ShouldBe(HttpStatusCode.NotFound);
        (await PutAsync(browser, tree.Facility, "job_description", "Two", 0)).ShouldBe(HttpStatusCode.BadRequest);
        var (_, editions, _) = await browser.ApiAsync(HttpMethod.Get, $"/api/v1/conditions/units/{tree.Facility.Id.Value}/s1/editions");
        editions.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("text").GetString()).ShouldBe(["Two", "One"]);
    }

    [Theory, OnServersOfItsOwn]
    public async Task However_deep_the_tree_is_a_page_asks_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var tree = await Tree.GrowAsync(await World.InAsync(app));
        foreach (var unit in (Unit[])[tree.World.Organisation, tree.State, tree.Facility, tree.Team])
        {
            for (var topic = 1; topic <= 8; topic++)
            {
                await tree.SayAsync(tree.Designer, unit, $"s{topic}", $"{unit.Name} says something to {topic}");
            }
        }

        var browser = await tree.World.SignedInAsync(tree.Designer);
        var at = $"/units/{tree.Team.Id.Value}/conditions";
        foreach (var address in (string[])[at, $"{at}/s1", $"{at}/s1/editions", $"{at}/roles", $"{at}/roles?title=Team%20leader"])
        {
            (await Queries.OfAsync(app, browser, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }

    private static async Task<IEnumerable<string?>> OwnTopicsAsync(Browser browser)
    {
        var (_, own, _) = await browser.ApiAsync(HttpMethod.Get, "/api/v1/conditions");
        return own.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("topic").GetString());
    }

    private static async Task<HttpStatusCode> PutAsync(Browser browser, Unit unit, string topic, string text, int version) =>
        (
            await browser.ApiAsync(
                HttpMethod.Put,
                $"/api/v1/conditions/units/{unit.Id.Value}/{topic}",
                new { text },
                ("If-Match", $"\"{version}\"")
            )
        ).Status;
}

/// <summary>An organisation of four levels with another branch, a lead half way down and a designer over all of it.</summary>
internal sealed record Tree(World World, Unit State, Unit Facility, Unit Team, Unit Other, Person Lead, Person Designer)
{
    public static async Task<Tree> GrowAsync(Database database) => await GrowAsync(await World.OnAsync(database));

    public static async Task<Tree> GrowAsync(World world)
    {
        var lead = await world.PersonAsync("Lead");
        var state = await world.UnitAsync("North State", UnitKind.State);
        var facility = await world.UnitAsync("Tilbury", UnitKind.Facility, state, lead);
        return new Tree(
            world,
            state,
            facility,
            await world.UnitAsync("Night team", UnitKind.Team, facility),
            await world.UnitAsync("South State", UnitKind.State),
            lead,
            await world.HolderOfAsync(Role.LearningDesigner)
        );
    }

    /// <summary>Says it through the page, on top of whatever is there.</summary>
    public async Task SayAsync(Person writer, Unit unit, string topic, string text)
    {
        var form = await (await World.SignedInAsync(writer)).GetAsync($"/units/{unit.Id.Value}/conditions/{topic}");
        (await form.SubmitAsync("main form", ("Input.Text", text))).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
