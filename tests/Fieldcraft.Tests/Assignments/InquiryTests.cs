using System.Net;
using System.Text.Json;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Assignments;

public sealed class InquiryTests
{
    private const string Words = "Deputies settle shift swaps without me";

    [Theory, OnEveryDatabase]
    public async Task The_sheet_asks_all_22_questions_each_in_a_form_of_its_own(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));

        var page = await desk.OpenAsync("/inquiry");

        page.Document.QuerySelectorAll("main form.ask[data-autosave]").Length.ShouldBe(22);
        page.Document.QuerySelectorAll("main form.ask .note").Length.ShouldBe(22);
        page.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.Document.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_given_on_the_sheet_stands_there_again(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));

        var answer = await (await desk.OpenAsync("/inquiry")).SubmitAsync("form#p4", ("Answer.Text", Words), ("Answer.Resonates", "true"));

        answer.RedirectsTo.ShouldBe(desk.Address + "/inquiry#p4");
        var page = await desk.OpenAsync("/inquiry");
        page.Document.QuerySelector("#p4 textarea")!.TextContent.ShouldContain(Words);
        page.Document.QuerySelector("#p4 input[name='Answer.Resonates']")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task One_question_a_screen_leads_on_to_the_next(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));

        var answer = await (await desk.OpenAsync("/inquiry/p4")).SubmitAsync("main form", ("Answer.Text", Words));

        answer.RedirectsTo.ShouldBe(desk.Address + "/inquiry/p5");
        (await desk.OpenAsync("/inquiry/p99")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task The_autosave_is_told_when_and_as_which_version_it_was_kept(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));

        var saved = await AutosaveAsync(desk, "p4", Words, 0);

        saved.Status.ShouldBe(HttpStatusCode.OK);
        var body = JsonDocument.Parse(saved.Text).RootElement;
        body.GetProperty("version").GetInt32().ShouldBe(1);
        body.GetProperty("savedAt").GetString()!.ShouldMatch(@"^\d\d:\d\d$");
        (await desk.OpenAsync("/inquiry/p4")).Main.ShouldContain(Words);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_tabs_on_one_answer_lose_neither_text(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        var (one, two) = (await desk.OpenAsync("/inquiry/p4"), await desk.OpenAsync("/inquiry/p4"));
        await one.SubmitAsync("main form", ("Answer.Text", "from tab one"));

        var answer = await two.SubmitAsync("main form", ("Answer.Text", "from tab two"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("from tab one");
        answer.Document.QuerySelector("textarea")!.TextContent.ShouldContain("from tab two");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.OpenAsync("/inquiry/p4")).Main.ShouldContain("from tab two");
    }

    [Theory, OnEveryDatabase]
    public async Task The_autosave_of_a_stale_tab_is_told_the_other_text(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await AutosaveAsync(desk, "p4", "from tab one", 0);

        var late = await AutosaveAsync(desk, "p4", "from tab two", 0);

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        JsonDocument.Parse(late.Text).RootElement.GetProperty("theirs").GetString().ShouldBe("from tab one");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_questions_in_two_tabs_never_get_in_each_others_way(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        var (one, two) = (await desk.OpenAsync("/inquiry"), await desk.OpenAsync("/inquiry"));

        (await one.SubmitAsync("form#p4", ("Answer.Text", "a"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await two.SubmitAsync("form#p5", ("Answer.Text", "b"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task A_first_answer_given_twice_at_once_is_kept_once_and_the_other_is_told(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(i =>
                    desk.Browser.ApiAsync(
                        HttpMethod.Put,
                        $"/api/v1{desk.Address}/answers/p4",
                        new { text = $"try {i}" },
                        ("If-Match", "\"0\"")
                    )
                )
        );

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.PreconditionFailed).ShouldBe(3);
        (await world.InDatabaseAsync(db => db.Answers.CountAsync(a => a.AssignmentId == desk.Id))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_second_round_stands_beside_the_first_and_overwrites_nothing(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.AnswerAsync("p4", Words);

        (await (await desk.OpenAsync("/inquiry/new-round")).SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        var page = await desk.OpenAsync("/inquiry");
        page.Document.QuerySelector("#p4 .earlier")!.TextContent.ShouldContain(Words);
        page.Document.QuerySelector("#p4 textarea")!.TextContent.Trim().ShouldBeEmpty();

        await desk.AnswerAsync("p4", "The team names who decides");
        var again = await desk.OpenAsync("/inquiry/p4");
        again.Document.QuerySelector(".earlier")!.TextContent.ShouldContain(Words);
        again.Document.QuerySelector("textarea")!.TextContent.ShouldContain("The team names who decides");
    }

    [Theory, OnEveryDatabase]
    public async Task All_own_answers_are_one_list_and_nobody_elses_are_in_it(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world);
        await (await Desk.WithAssignmentAsync(world)).AnswerAsync("p4", "of somebody else");
        await desk.AnswerAsync("p4", "first");
        await desk.AnswerAsync("p5", "second");

        var part = (await desk.Browser.ApiAsync(HttpMethod.Get, "/api/v1/answers?limit=1")).Body;
        var next = part.GetProperty("next").GetGuid();
        var rest = (await desk.Browser.ApiAsync(HttpMethod.Get, $"/api/v1/answers?after={next}")).Body;

        TextOf(part.GetProperty("items").EnumerateArray().ShouldHaveSingleItem()).ShouldBe("second");
        var last = rest.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        TextOf(last).ShouldBe("first");
        last.GetProperty("assignment").GetGuid().ShouldBe(desk.Id.Value);
        (await desk.Browser.ApiAsync(HttpMethod.Get, "/api/v1/answers?question=p4")).Body.GetProperty("items").GetArrayLength().ShouldBe(1);

        static string? TextOf(JsonElement item) => item.GetProperty("answer").GetProperty("text").GetString();
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_second_round_says_differently_is_marked_and_said(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.AnswerAsync("p4", "The deputies settle <shift> swaps without me");
        await (await desk.OpenAsync("/inquiry/new-round")).SubmitAsync("main form");
        (await desk.OpenAsync("/inquiry")).Document.QuerySelector(".changes").ShouldBeNull();

        await desk.AnswerAsync("p4", "The team settles <shift> swaps without me");

        foreach (var page in new[] { await desk.OpenAsync("/inquiry"), await desk.OpenAsync("/inquiry/p4") })
        {
            var changes = page.Document.QuerySelectorAll(".changes").ShouldHaveSingleItem();
            changes.QuerySelector("del")!.TextContent.ShouldBe("taken out: deputies settle end of the change.");
            changes.QuerySelector("ins")!.TextContent.ShouldBe("added: team settles end of the change.");
            changes.TextContent.ShouldContain("<shift> swaps without me");
        }

        await desk.AnswerAsync("p4", "The deputies settle <shift> swaps without me");
        (await desk.OpenAsync("/inquiry/p4")).Document.QuerySelector(".changes").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_from_before_a_new_round_keeps_its_text_and_says_what_happened(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.AnswerAsync("p4", Words);
        var old = await desk.OpenAsync("/inquiry/p4");
        await (await desk.OpenAsync("/inquiry/new-round")).SubmitAsync("main form");

        var answer = await old.SubmitAsync("main form", ("Answer.Text", "typed for the first round"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Document.QuerySelector("textarea")!.TextContent.ShouldContain("typed for the first round");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.OpenAsync("/inquiry/p4")).Document.QuerySelector(".earlier")!.TextContent.ShouldContain(Words);
    }

    [Theory, OnEveryDatabase]
    public async Task A_double_click_begins_one_round_and_an_empty_round_is_no_reason_for_another(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.AnswerAsync("p4", Words);
        var page = await desk.OpenAsync("/inquiry/new-round");

        await page.SubmitAsync("main form");
        await page.SubmitAsync("main form");

        (await desk.Browser.ApiAsync(HttpMethod.Get, $"/api/v1{desk.Address}")).Body.GetProperty("round").GetInt32().ShouldBe(2);
        (await (await desk.OpenAsync("/inquiry/new-round")).SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task The_paper_worksheet_and_the_card_show_every_question(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));

        (await desk.OpenAsync("/inquiry/blank")).Document.QuerySelectorAll(".to-fill").Length.ShouldBe(22);
        (await desk.OpenAsync("/inquiry/card")).Document.QuerySelectorAll(".actions-list li").Length.ShouldBe(22);
    }

    [Theory, OnEveryDatabase]
    public async Task The_quick_start_leads_from_three_questions_to_a_dated_action_and_a_partner_in_the_plan(Database database)
    {
        var world = await World.OnAsync(database);
        var desk = await Desk.WithAssignmentAsync(world);

        (await desk.OpenAsync("/quick-start")).Document.QuerySelectorAll("main input[name=pick]").Length.ShouldBe(22);
        var step = desk.Address + "/quick-start?step=1&pick=p4&pick=p5&pick=s1";
        foreach (var text in new[] { "first", "second", "third" })
        {
            var answer = await (await desk.Browser.GetAsync(step)).SubmitAsync("main form", ("Answer.Text", text));
            answer.Status.ShouldBe(HttpStatusCode.Redirect);
            step = answer.RedirectsTo!;
        }

        var done = await (await desk.Browser.GetAsync(step)).SubmitAsync(
            "main form",
            ("First.What", "Ask Bilal to run the handover"),
            ("First.On", "2026-11-30"),
            ("First.Partner", "Jonas")
        );

        done.Status.ShouldBe(HttpStatusCode.Redirect);
        var plan = await world.InDatabaseAsync(db =>
            db.Plans.AsNoTracking().Include(p => p.Steps).Include(p => p.Supporters).SingleAsync(p => p.OwnerId == desk.Leader.Id)
        );
        plan.AssignmentId.ShouldBe(desk.Id);
        plan.Steps.Single().DueOn.ShouldBe(new DateOnly(2026, 11, 30));
        plan.Supporters.Count.ShouldBe(1);
        (await world.InDatabaseAsync(db => db.Answers.CountAsync(a => a.AssignmentId == desk.Id && a.Resonates))).ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task More_than_three_picks_are_asked_to_become_three(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));

        var page = await desk.OpenAsync("/quick-start?step=1&pick=p1&pick=p2&pick=p3&pick=p4");

        page.Main.ShouldContain("Pick three at most");
        page.Document.QuerySelectorAll("main input[name=pick][checked]").Length.ShouldBe(4);
    }

    private static async Task<Page> AutosaveAsync(Desk desk, string question, string text, int version)
    {
        var page = await desk.OpenAsync($"/inquiry/{question}");
        var token = page.Document.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        return await desk.Browser.PostAsync(
            $"{desk.Address}/inquiry/{question}?round=1&from=sheet",
            [new("_form", token), new("Answer.Text", text), new("Answer.Version", $"{version}")],
            ("X-Fieldcraft-Autosave", "1")
        );
    }
}
