using System.Net;
using System.Text;
using System.Text.Json;
using Fieldcraft.Tests.Growth;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Moves;

public sealed class MovesTests
{
    private const string Canary = "Tilbury would make me commute past the old depot";
    private static readonly int[] DemandB = [3, 2, 3, 0, 0, 2, 3, 2, 1, 3, 0, 1];

    private static readonly Dictionary<string, int> Demand = Domain
        .Assignments.Guard.ChallengeDimension.Task.Select(d => d.Id)
        .Zip(DemandB)
        .ToDictionary(d => d.First, d => d.Second);

    private static readonly object Support = new
    {
        feedback = 3,
        backing = 3,
        partner = 3,
        reflection = 2,
        authority = 2,
        safety = 3,
    };

    [Theory, OnEveryDatabase]
    public async Task It_opens_after_goals_and_gaps_and_leads_there_until_then(Database database)
    {
        var growing = await GrowingLeader.InAsync(await World.OnAsync(database));

        var before = await growing.Browser.GetAsync("/growth/moves");
        var (refused, problem, _) = await growing.Browser.ApiAsync(HttpMethod.Post, "/api/v1/moves", new { title = "The offer" });
        await growing.AimAsync(("lateral_influence", 6, 2));
        var between = await growing.Browser.GetAsync("/growth/moves");
        await growing.SeeSelfAsync(("lateral_influence", 4));
        var begun = await (await growing.Browser.GetAsync("/growth/moves")).SubmitAsync("main form", ("Subject", "The offer"));

        before.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        before.Document.QuerySelector("main a[href='/growth/self-view']").ShouldNotBeNull();
        between.Document.QuerySelector("main a[href='/growth/self-view/rate']").ShouldNotBeNull();
        refused.ShouldBe(HttpStatusCode.Conflict);
        problem.GetProperty("code").GetString().ShouldBe("moves-locked");
        begun.Status.ShouldBe(HttpStatusCode.Redirect);
        (await growing.Browser.GetAsync(begun.RedirectsTo!)).Main.ShouldContain("Learn from a person");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_options_are_always_there_and_six_are_the_most(Database database)
    {
        var growing = await GrowingLeader.WithGapsAsync(await World.OnAsync(database));
        var moves = $"/api/v1/moves/{await BegunAsync(growing)}";

        var stays = await growing.Browser.ApiAsync(HttpMethod.Delete, $"{moves}/options/stay", null, ("If-Match", "\"1\""));
        for (var version = 1; version <= 4; version++)
        {
            (
                await growing.Browser.ApiAsync(
                    HttpMethod.Post,
                    $"{moves}/options",
                    new { name = $"Option {version}" },
                    ("If-Match", $"\"{version}\"")
                )
            ).Status.ShouldBe(HttpStatusCode.OK);
        }
        var seventh = await growing.Browser.ApiAsync(HttpMethod.Post, $"{moves}/options", new { name = "Too many" }, ("If-Match", "\"5\""));
        var rewritten = await growing.Browser.ApiAsync(
            HttpMethod.Put,
            $"{moves}/options/stay",
            new { name = "Stay, and hand over the roster" },
            ("If-Match", "\"5\"")
        );

        stays.Body.GetProperty("code").GetString().ShouldBe("move-stays");
        seventh.Body.GetProperty("code").GetString().ShouldBe("moves-full");
        rewritten.Status.ShouldBe(HttpStatusCode.OK);
        var page = await growing.Browser.GetAsync($"/growth/moves/{Id(moves)}/options/stay");
        page.Document.QuerySelectorAll("form[action*='TakeAway']").ShouldBeEmpty();
        page.Heading.ShouldBe("Stay, and hand over the roster");
        (await growing.Browser.GetAsync($"/growth/moves/{Id(moves)}")).Document.QuerySelectorAll("a[href$='/options/new']").ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task The_value_of_the_worked_case_stands_beside_its_zone_and_is_merged_with_nothing(Database database)
    {
        var growing = await GrowingLeader.WithGapsAsync(await World.OnAsync(database));
        var id = await BegunAsync(growing);
        await AddAsync(
            growing,
            id,
            1,
            new
            {
                name = "The hub",
                demand = Demand,
                obstacles = new { adverse_conditions = 1 },
                support = Support,
            }
        );

        var (_, body, _) = await growing.Browser.ApiAsync(HttpMethod.Get, $"/api/v1/moves/{id}");
        var page = await growing.Browser.GetAsync($"/growth/moves/{id}");

        var hub = body.GetProperty("results")[2];
        hub.GetProperty("value").GetDecimal().ShouldBe(5.76m);
        hub.GetProperty("scaled").GetDecimal().ShouldBe(100);
        hub.GetProperty("zone").GetString().ShouldBe("stretch");
        hub.GetProperty("effectiveLoad").GetDecimal().ShouldBe(36.25m);
        body.GetProperty("results")[0].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        page.Main.ShouldContain("100 of 100");
        page.Main.ShouldContain("5.76");
        page.Main.ShouldContain("Nothing was said yet about what it asks for");
        page.Main.ShouldNotContain("Too close to call");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_like_options_are_too_close_to_call_and_strong_obstacles_bring_questions(Database database)
    {
        var growing = await GrowingLeader.WithGapsAsync(await World.OnAsync(database));
        var id = await BegunAsync(growing);
        await AddAsync(
            growing,
            id,
            1,
            new
            {
                name = "The hub",
                demand = Demand,
                support = Support,
            }
        );
        await AddAsync(
            growing,
            id,
            2,
            new
            {
                name = "The task force",
                demand = Demand,
                support = Support,
                obstacles = new { adverse_conditions = 4 },
            }
        );

        var page = await growing.Browser.GetAsync($"/growth/moves/{id}");

        page.Main.ShouldContain("Too close to call");
        page.Document.QuerySelectorAll(".move h3").Count(h => h.TextContent == "Ask before you accept").ShouldBe(1);
        page.Main.ShouldContain("Which part of the difficulty is mine to change");
    }

    [Theory, OnEveryDatabase]
    public async Task To_have_had_it_is_met_with_a_question_and_not_with_a_block(Database database)
    {
        var growing = await GrowingLeader.WithGapsAsync(await World.OnAsync(database));
        var id = await BegunAsync(growing);

        var form = await growing.Browser.GetAsync($"/growth/moves/{id}/options/new");
        var kept = await form.SubmitAsync("main form", ("Option.Name", "Head office"), ("Option.Reasons", "HadIt"), ("Option.Why", Canary));
        var page = await growing.Browser.GetAsync(kept.RedirectsTo!);

        kept.Status.ShouldBe(HttpStatusCode.Redirect);
        page.Main.ShouldContain("What would you be able to do afterwards that you cannot do now?");
        page.Main.ShouldContain("A bigger title is not by itself a bigger lesson");
    }

    [Theory, OnEveryDatabase]
    public async Task A_kind_of_work_fills_in_what_is_usual_and_keeps_nothing_yet(Database database)
    {
        var growing = await GrowingLeader.WithGapsAsync(await World.OnAsync(database));
        var id = await BegunAsync(growing);

        var form = await growing.Browser.GetAsync($"/growth/moves/{id}/options/new");
        var fields = Page.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)form.Document.QuerySelector("main form")!)
            .Where(f => f.Key is not ("Option.Name" or "Option.Archetype"))
            .Append(new("Option.Name", "The new site"))
            .Append(new("Option.Archetype", "start_up"));
        var filled = await growing.Browser.PostAsync($"/growth/moves/{id}/options/new?handler=Fill", fields);

        filled.Document.QuerySelector("select[name='Option.Demand[new_directions]'] option[selected]")!.GetAttribute("value").ShouldBe("4");
        filled.Document.QuerySelector("input[name='Option.Name']")!.GetAttribute("value").ShouldBe("The new site");
        var (_, body, _) = await growing.Browser.ApiAsync(HttpMethod.Get, $"/api/v1/moves/{id}");
        body.GetProperty("content").GetProperty("options").GetArrayLength().ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Own_weights_order_the_criteria_and_nothing_else(Database database)
    {
        var growing = await GrowingLeader.WithGapsAsync(await World.OnAsync(database));
        var id = await BegunAsync(growing);
        await AddAsync(
            growing,
            id,
            1,
            new
            {
                name = "The hub",
                demand = Demand,
                support = Support,
            }
        );

        await (await growing.Browser.GetAsync($"/growth/moves/{id}/weigh")).SubmitAsync(
            "main form",
            ("Weights[Life]", "3"),
            ("Weights[Pay]", "1")
        );
        var page = await growing.Browser.GetAsync($"/growth/moves/{id}");

        page.Document.QuerySelectorAll(".at-a-glance thead th")
            .Select(h => h.TextContent.Trim())
            .Skip(1)
            .First()
            .ShouldStartWith("Life outside work");
        page.Main.ShouldContain("100 of 100");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_tabs_lose_nothing_and_the_row_and_its_key_go_together(Database database)
    {
        var growing = await GrowingLeader.WithGapsAsync(await World.OnAsync(database));
        var id = await BegunAsync(growing);
        var address = $"/growth/moves/{id}/options/stay";
        var (one, two) = (await growing.Browser.GetAsync(address), await growing.Browser.GetAsync(address));
        await one.SubmitAsync("main form", ("Option.Why", "from tab one"));

        var answer = await two.SubmitAsync("main form", ("Option.Why", "from tab two"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("from tab one");
        answer.Document.QuerySelector("textarea[name='Option.Why']")!.TextContent.ShouldContain("from tab two");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        await (await growing.Browser.GetAsync($"/growth/moves/{id}")).SubmitAsync("form[data-remove]");
        (await growing.World.InDatabaseAsync(db => db.MoveComparisons.CountAsync(c => c.OwnerId == growing.Leader.Id))).ShouldBe(0);
        (await growing.World.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == id))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_else_sees_it_and_the_database_holds_no_readable_word(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var growing = await GrowingLeader.WithGapsAsync(world, manager);
        var id = await BegunAsync(growing);
        await AddAsync(growing, id, 1, new { name = "Tilbury", why = Canary });
        var other = await world.SignedInAsync(manager);

        (await other.GetAsync($"/growth/moves/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/growth/moves/{id}/options/stay")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.ApiAsync(HttpMethod.Get, $"/api/v1/moves/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.ApiAsync(HttpMethod.Delete, $"/api/v1/moves/{id}", null, ("If-Match", "\"2\""))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        var row = await world.InDatabaseAsync(db => db.MoveComparisons.AsNoTracking().SingleAsync(c => c.OwnerId == growing.Leader.Id));
        Encoding.UTF8.GetString(row.Content.ToBytes()).ShouldNotContain("Tilbury");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_asks_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var growing = await GrowingLeader.WithGapsAsync(await World.InAsync(app));
        var id = await BegunAsync(growing);
        await AddAsync(
            growing,
            id,
            1,
            new
            {
                name = "The hub",
                demand = Demand,
                support = Support,
            }
        );

        foreach (var part in new[] { "", $"/{id}", $"/{id}/options/new", $"/{id}/options/stay", $"/{id}/weigh" })
        {
            (await Queries.OfAsync(app, growing.Browser, $"/growth/moves{part}")).Count.ShouldBeInRange(1, 6, part);
        }
    }

    private static async Task<Guid> BegunAsync(GrowingLeader growing) =>
        (await growing.MadeAsync("/api/v1/moves", new { title = "The offer" })).Id;

    private static string Id(string address) => address.Split('/')[^1];

    private static async Task AddAsync(GrowingLeader growing, Guid id, int version, object option)
    {
        var (status, body, _) = await growing.Browser.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/moves/{id}/options",
            option,
            ("If-Match", $"\"{version}\"")
        );
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
    }
}
