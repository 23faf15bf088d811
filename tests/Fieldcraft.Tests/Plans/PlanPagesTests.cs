using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Plans;

public sealed class PlanPagesTests
{
    private const string Title = "Open the evening hub";
    private const string Autosave = "X-Fieldcraft-Autosave";

    [Theory, OnEveryDatabase]
    public async Task A_title_is_enough_to_start_a_plan(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var answer = await (await browser.GetAsync("/plans/new")).SubmitAsync("main form", ("Title", Title));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.GetAsync(answer.RedirectsTo!);
        page.Heading.ShouldBe(Title);
        (await browser.GetAsync("/plans")).Main.ShouldContain(Title);
    }

    [Theory, OnEveryDatabase]
    public async Task Sending_the_start_twice_starts_one_plan(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var form = await (await world.SignedInAsync(leader)).GetAsync("/plans/new");

        await form.SubmitAsync("main form", ("Title", Title));
        await form.SubmitAsync("main form", ("Title", Title));

        (await world.InDatabaseAsync(db => db.Plans.CountAsync(p => p.OwnerId == leader.Id))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Every_part_of_a_plan_is_written_on_its_page_and_read_there(Database database)
    {
        var world = await World.OnAsync(database);
        var (browser, address) = await PlanAsync(world, await world.LeaderAsync("Amira"));

        await AddAsync(
            browser,
            address,
            "goals",
            ("Input.Text", "The two team leads run an evening"),
            ("Input.Signs", "No call\nThey decide")
        );
        await AddAsync(browser, address, "steps", ("Input.Text", "Agree with the regional lead"), ("Input.DueOn", "2026-12-01"));
        await AddAsync(browser, address, "behaviours", ("Input.Text", "Hand over a whole task"), ("Input.Capability", "delegation"));
        await AddAsync(browser, address, "supporters", ("Input.Who", "Carla"), ("Input.Does", "watches the dry run"));
        await AddAsync(
            browser,
            address,
            "sources",
            ("Input.Kind", "Link"),
            ("Input.Text", "On briefings"),
            ("Input.Address", "https://example.org/b")
        );
        await AddAsync(browser, address, "manager-needs", ("Input.Text", "No visitors in the first two weeks"));
        await AddAsync(browser, address, "opportunity", ("Input.Text", "Femi presents the review"), ("Input.Who", "Femi"));
        await AddAsync(browser, address, "stop-rule", ("Input.Text", "Two evenings beyond the rota"));
        await AddAsync(browser, address, "frame", ("Input.Why", "The drivers wait"), ("Input.MinutesAWeek", "45"));

        var page = await browser.GetAsync(address);
        foreach (
            var text in (string[])
                [
                    "The two team leads run an evening",
                    "They decide",
                    "Agree with the regional lead",
                    "Hand over a whole task",
                    "Delegation",
                    "Carla",
                    "On briefings",
                    "No visitors",
                    "Femi presents",
                    "beyond the rota",
                    "The drivers wait",
                    "45 minutes a week",
                ]
        )
        {
            page.Main.ShouldContain(text);
        }

        var paper = await browser.GetAsync($"{address}/print");
        paper.Main.ShouldContain("Hand over a whole task");
        paper.Document.QuerySelector("html")!.ClassList.ShouldContain("a4");
        var sheet = await browser.GetAsync($"{address}/manager-needs/sheet");
        sheet.Main.ShouldContain("No visitors");
        sheet.Main.ShouldNotContain("Hand over a whole task");
    }

    [Theory, OnEveryDatabase]
    public async Task A_plan_is_started_only_for_an_assignment_of_ones_own(Database database)
    {
        var world = await World.OnAsync(database);
        var theirs = (await Assignments.Desk.WithAssignmentAsync(world)).Id.Value;
        var leader = await world.LeaderAsync("Noor");
        var browser = await world.SignedInAsync(leader);

        foreach (var id in new[] { theirs, Guid.CreateVersion7() })
        {
            (await browser.GetAsync($"/plans/new?assignment={id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            var form = await browser.GetAsync("/plans/new");
            (await form.SubmitAsync("main form", ("Title", "Taken"), ("Assignment", $"{id}"))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Post, "/api/v1/plans", new { title = "Taken", assignmentId = id })).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        (await world.InDatabaseAsync(db => db.Plans.CountAsync(p => p.OwnerId == leader.Id))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_else_opens_a_plan_or_any_part_of_it(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var (_, address) = await PlanAsync(world, await world.PersonAsync("Amira", manager));
        var administrator = await world.HolderOfAsync(Role.Administrator);
        string[] pages =
        [
            "",
            "/print",
            ".pdf",
            "/manager-needs/sheet",
            "/tear-up",
            "/frame",
            "/goals",
            "/steps",
            "/behaviours",
            "/supporters",
            "/sources",
            "/manager-needs",
            "/opportunity",
            "/stop-rule",
        ];

        foreach (var other in (Person[])[manager, administrator])
        {
            var browser = await world.SignedInAsync(other);
            foreach (var page in pages)
            {
                (await browser.GetAsync(address + page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
            }

            (await browser.ApiAsync(HttpMethod.Get, "/api/v1" + address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync("/plans")).Text.ShouldNotContain(Title);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_example_becomes_a_plan_of_ones_own(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        (await browser.GetAsync("/plans/examples")).Document.QuerySelectorAll("main .items > li").Length.ShouldBe(6);
        foreach (var number in Enumerable.Range(1, 6))
        {
            (await browser.GetAsync($"/plans/examples/{number}")).Status.ShouldBe(HttpStatusCode.OK);
            var form = await browser.GetAsync($"/plans/new?example={number}");
            var started = await form.SubmitAsync("main form");
            started.Status.ShouldBe(HttpStatusCode.Redirect, started.Main);
            var plan = await browser.GetAsync(started.RedirectsTo!);
            plan.Document.QuerySelectorAll("#goals .focus").Length.ShouldBe(2);
            plan.Document.QuerySelectorAll("#behaviours .focus").Length.ShouldBeGreaterThan(0);
            plan.Document.QuerySelectorAll("#steps .actions-list > li").Length.ShouldBeGreaterThan(3);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Typing_saves_a_row_once_and_again(Database database)
    {
        var world = await World.OnAsync(database);
        var (browser, address) = await PlanAsync(world, await world.LeaderAsync("Amira"));
        var form = FormOf(await browser.GetAsync($"{address}/goals"));

        var first = await SendAsync(browser, form, "Input.Text", "The leads run", null);
        var second = await SendAsync(browser, form, "Input.Text", "The leads run an evening", first.Version);

        second.Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(address))
            .Document.QuerySelectorAll("#goals .focus")
            .ShouldHaveSingleItem()
            .TextContent.ShouldBe("The leads run an evening");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_windows_on_different_parts_do_not_stand_in_each_others_way(Database database)
    {
        var world = await World.OnAsync(database);
        var (browser, address) = await PlanAsync(world, await world.LeaderAsync("Amira"));
        var (one, two) = (await browser.GetAsync($"{address}/stop-rule"), await browser.GetAsync($"{address}/manager-needs"));

        (await one.SubmitAsync("main form", ("Input.Text", "stop"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await two.SubmitAsync("main form", ("Input.Text", "time"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var page = await browser.GetAsync(address);
        page.Main.ShouldContain("stop");
        page.Main.ShouldContain("time");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_windows_on_one_part_lose_neither_text(Database database)
    {
        var world = await World.OnAsync(database);
        var (browser, address) = await PlanAsync(world, await world.LeaderAsync("Amira"));
        var (one, two) = (await browser.GetAsync($"{address}/stop-rule"), await browser.GetAsync($"{address}/stop-rule"));
        await one.SubmitAsync("main form", ("Input.Text", "from window one"));

        var answer = await two.SubmitAsync("main form", ("Input.Text", "from window two"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("from window one");
        answer.Document.QuerySelector("textarea")!.TextContent.ShouldContain("from window two");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        var autosaved = await SendAsync(browser, FormOf(one), "Input.Text", "late", null);
        autosaved.Status.ShouldBe(HttpStatusCode.Conflict);
        autosaved.Text.ShouldContain("from window two");
    }

    [Theory, OnEveryDatabase]
    public async Task A_quality_comes_back_with_two_examples_and_may_be_kept(Database database)
    {
        var world = await World.OnAsync(database);
        var (browser, address) = await PlanAsync(world, await world.LeaderAsync("Amira"));

        var answer = await (await browser.GetAsync($"{address}/behaviours")).SubmitAsync("main form", ("Input.Text", "be more strategic"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("Ask each team lead for a view before giving mine");
        var kept = await answer.SubmitAsync("main form", ("Input.KeepAsWritten", "true"));
        kept.Status.ShouldBe(HttpStatusCode.Redirect, kept.Main);
        (await browser.GetAsync(address)).Main.ShouldContain("be more strategic");
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_to_be_mended_is_said_at_the_field_and_what_was_typed_stays(Database database)
    {
        var world = await World.OnAsync(database);
        var (browser, address) = await PlanAsync(world, await world.LeaderAsync("Amira"));

        var half = await (await browser.GetAsync($"{address}/behaviours")).SubmitAsync(
            "main form",
            ("Input.Text", "Ask first"),
            ("Input.If", "it is late")
        );
        var empty = await (await browser.GetAsync($"{address}/steps")).SubmitAsync("main form", ("Input.Text", ""));
        var late = await (await browser.GetAsync($"{address}/frame")).SubmitAsync("main form", ("Input.EndsOn", "2030-01-01"));
        var link = await (await browser.GetAsync($"{address}/sources")).SubmitAsync(
            "main form",
            ("Input.Text", "A"),
            ("Input.Address", "javascript:alert(1)")
        );

        half.Status.ShouldBe(HttpStatusCode.BadRequest);
        half.Main.ShouldContain("Write both parts");
        half.Document.QuerySelector("#Input_If")!.GetAttribute("value").ShouldBe("it is late");
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Main.ShouldContain("at most 90 days");
        link.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task Steps_are_ticked_rows_removed_plans_ended_and_torn_up(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var (browser, address) = await PlanAsync(world, leader);
        await AddAsync(browser, address, "steps", ("Input.Text", "Agree with the regional lead"));

        await (await browser.GetAsync(address)).SubmitAsync("#steps .row-tools form");
        (await browser.GetAsync(address)).Document.QuerySelectorAll("#steps li.done").Length.ShouldBe(1);
        var row = (await browser.GetAsync(address)).Document.QuerySelector("#steps .row-tools a")!.GetAttribute("href")!;
        await (await browser.GetAsync(row)).SubmitAsync("main form");
        var form = await browser.GetAsync(row);
        await browser.PostAsync(
            row + "?handler=Remove",
            Page.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)form.Document.QuerySelector("main form")!)
        );
        (await browser.GetAsync(address)).Main.ShouldNotContain("regional lead");
        await (await browser.GetAsync(address)).SubmitAsync("form[action*=End]");
        (await browser.GetAsync(address)).Main.ShouldContain("ended on");
        await (await browser.GetAsync(address)).SubmitAsync("form[action*=TakeUp]");
        await (await browser.GetAsync($"{address}/tear-up")).SubmitAsync("main form");

        (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.InDatabaseAsync(db => db.PlanItems.CountAsync(i => i.OwnerId == leader.Id))).ShouldBe(0);
    }

    internal static async Task<(Browser Browser, string Address)> PlanAsync(World world, Person leader)
    {
        var browser = await world.SignedInAsync(leader);
        var started = await (await browser.GetAsync("/plans/new")).SubmitAsync("main form", ("Title", Title));
        started.Status.ShouldBe(HttpStatusCode.Redirect, started.Main);
        return (browser, started.RedirectsTo!);
    }

    internal static async Task AddAsync(Browser browser, string address, string part, params (string Name, string Value)[] fields)
    {
        var answer = await (await browser.GetAsync($"{address}/{part}")).SubmitAsync("main form", fields);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, $"{part}: {answer.Main}");
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement FormOf(Page page) =>
        (AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!;

    private static async Task<(HttpStatusCode Status, string Text, string? Version)> SendAsync(
        Browser browser,
        AngleSharp.Html.Dom.IHtmlFormElement form,
        string field,
        string value,
        string? version
    )
    {
        var fields = Page.FieldsOf(form);
        fields.RemoveAll(f => f.Key == field || (version is not null && f.Key == "Version"));
        fields.Add(new(field, value));
        if (version is not null)
        {
            fields.Add(new("Version", version));
        }

        var answer = await browser.PostAsync(form.GetAttribute("action")!, fields, (Autosave, "1"));
        var json = System.Text.Json.JsonDocument.Parse(answer.Text).RootElement;
        return (answer.Status, answer.Text, json.TryGetProperty("version", out var now) ? now.GetString() : null);
    }
}
