using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Planners;

public sealed class PlannerPagesTests
{
    internal const string Words = "Text[Words]";
    private static readonly (string, string) Autosave = ("X-Fieldcraft-Autosave", "1");

    [Theory, OnEveryDatabase]
    public async Task A_planner_comes_filled_from_the_module_and_is_begun_once(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, _) = await taught.BegunAsync();

        var page = await browser.GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe("Planner: The first minute");
        page.Document.QuerySelectorAll("form[data-autosave^='block-']").Length.ShouldBe(8);
        page.Document.QuerySelector("#block-welcome")!.TextContent.ShouldContain("The first minute decides.");
        page.Document.QuerySelector("#block-practice .count")!.TextContent.ShouldContain("25–40 min");
        page.Document.QuerySelector("textarea[name='Text[Aims]']")!.TextContent.ShouldContain("Everybody has tried it once");
        page.Document.QuerySelector("textarea[name='Text[Materials]']")!.TextContent.ShouldContain("Flip chart");
        page.Document.QuerySelectorAll("#hard-questions option").Length.ShouldBe(2);
        page.Document.QuerySelector("#block-film-1 [name='Text[Instead]']").ShouldBeNull();
        page.Document.QuerySelector("#block-talk [name='Text[Instead]']").ShouldNotBeNull();
        page.Document.QuerySelectorAll("main .button:not(.quiet):not(.plain)").Length.ShouldBe(1);
        (await browser.GetAsync($"/modules/{taught.Id.Value}/planner")).RedirectsTo.ShouldBe(address);
        (await browser.PostAsync($"/modules/{taught.Id.Value}/planner", [])).Status.ShouldBeOneOf(
            HttpStatusCode.Redirect,
            HttpStatusCode.BadRequest
        );
        (await browser.GetAsync("/planners")).Document.QuerySelector($"main a[href='{address}']").ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Each_part_is_kept_as_it_is_typed_and_the_module_keeps_speaking_where_nothing_is(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, leader) = await taught.BegunAsync();
        var page = await browser.GetAsync(address);

        var saved = await SaveAsync(page, browser, "block-welcome", (Words, "I begin with the wet dock"), ("Text[Story]", "Last winter"));
        await SaveAsync(page, browser, "aims");

        saved.Text.ShouldContain("savedAt");
        page = await browser.GetAsync(address);
        page.Document.QuerySelector("#block-welcome textarea")!.TextContent.ShouldContain("I begin with the wet dock");
        page.Document.QuerySelector("#block-welcome details.more")!.HasAttribute("open").ShouldBeTrue();
        page.Document.QuerySelector("#block-talk details.more")!.HasAttribute("open").ShouldBeFalse();
        page.Document.QuerySelector("a[href='#block-welcome']")!.ParentElement!.ClassName.ShouldBe("answered");
        // Aims that nobody changed are the module's: no row is made of them.
        (await taught.World.InDatabaseAsync(db => db.PlannerTexts.CountAsync(t => t.OwnerId == leader.Id))).ShouldBe(2);
        (await SaveAsync(page, browser, "aims", ("Text[Aims]", "One of my own"))).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(address))
            .Document.QuerySelector("textarea[name='Text[Aims]']")!
            .TextContent.Trim()
            .ShouldBe("One of my own");
        (await SaveAsync(await browser.GetAsync(address), browser, "aims", ("Text[Aims]", ""))).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(address)).Document.QuerySelector("textarea[name='Text[Aims]']")!.TextContent.ShouldContain("tried it once");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_windows_meet_only_where_they_wrote_the_same_part_differently(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, _) = await taught.BegunAsync();
        var (one, two) = (await browser.GetAsync(address), await browser.GetAsync(address));

        (await SaveAsync(one, browser, "block-welcome", (Words, "first"))).Status.ShouldBe(HttpStatusCode.OK);
        (await SaveAsync(two, browser, "block-talk", (Words, "neighbour"))).Status.ShouldBe(HttpStatusCode.OK);
        (await SaveAsync(two, browser, "block-welcome", (Words, "first"))).Status.ShouldBe(HttpStatusCode.OK);
        var late = await SaveAsync(two, browser, "block-welcome", (Words, "second"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("first");
        late.Text.ShouldContain("Text[Words]");
        var shown = await two.SubmitAsync("#block-welcome", (Words, "second"));
        shown.Status.ShouldBe(HttpStatusCode.Conflict);
        shown.Document.QuerySelector("[role=alert]")!.TextContent.ShouldContain("first");
        shown.Document.QuerySelector("textarea")!.TextContent.ShouldContain("second");
        (await shown.SubmitAsync("#block-welcome")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(address)).Document.QuerySelector("#block-welcome textarea")!.TextContent.ShouldContain("second");
    }

    [Theory, OnEveryDatabase]
    public async Task What_cannot_be_kept_is_said_and_stays_in_the_form(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, _) = await taught.BegunAsync();
        var page = await browser.GetAsync(address);

        var wrong = await page.SubmitAsync("#aims", ("Text[Aims]", "a\nb\nc\nd"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Main.ShouldContain("Three aims are the most");
        wrong.Document.QuerySelector("textarea")!.TextContent.ShouldContain("d");
        (await SaveAsync(page, browser, "block-talk", (Words, new string('x', 500)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync($"{address}/parts/block-gone")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await page.SubmitAsync("form[action$='Finish']")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task A_hard_question_comes_from_the_bank_with_an_answer_to_start_from(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, _) = await taught.BegunAsync();
        var part = await browser.GetAsync($"{address}/parts/block-talk");

        var taken = await part.SubmitAsync("#block-talk", (Words, "In pairs"), ("use", "1"));

        taken.Status.ShouldBe(HttpStatusCode.Redirect, taken.Main);
        part = await browser.GetAsync(taken.RedirectsTo!);
        part.Document.QuerySelector("#block-talk textarea")!.TextContent.ShouldContain("In pairs");
        part.Document.QuerySelector("[name='Text[HardQuestion]']")!.GetAttribute("value").ShouldBe("Is this about our numbers?");
        part.Document.QuerySelector("[name='Text[HardAnswer]']")!.TextContent.Trim().ShouldEndWith("…");
        (await part.SubmitAsync("#block-talk")).RedirectsTo.ShouldBe($"{address}/parts/block-film-2");
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_is_planned_in_one_hour_or_in_two_halves(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, _) = await taught.BegunAsync();

        (await (await browser.GetAsync(address)).SubmitAsync("form[action$='Hold']")).Status.ShouldBe(HttpStatusCode.Redirect);

        var page = await browser.GetAsync(address);
        page.Document.QuerySelector("#block-check .count")!.TextContent.ShouldContain("50–55 min");
        page.Main.ShouldContain("25 + 30 minutes");
        await page.SubmitAsync("form[action$='Hold']");
        (await browser.GetAsync(address)).Document.QuerySelector("#block-check .count")!.TextContent.ShouldContain("55–60 min");
    }

    [Theory, OnEveryDatabase]
    public async Task Finishing_is_a_word_of_its_owner_and_can_be_taken_back(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, _) = await taught.BegunAsync();
        await SaveAsync(await browser.GetAsync(address), browser, "block-welcome", (Words, "I begin"));

        (await (await browser.GetAsync(address)).SubmitAsync("form[action$='Finish']")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync("/planners")).Main.ShouldContain("finished");
        await (await browser.GetAsync(address)).SubmitAsync("form[action$='Reopen']");
        (await browser.GetAsync("/planners")).Main.ShouldNotContain("finished");
    }

    [Theory, OnEveryDatabase]
    public async Task What_I_wrote_last_time_stands_beside_what_I_will_do_differently(Database database)
    {
        var first = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, leader) = await first.BegunAsync();
        await SaveAsync(await browser.GetAsync(address), browser, "around", ("Text[Differently]", "Leave the slides out"));
        var second = await TaughtModule.InAsync(first.World, "The second minute", first);

        var (_, next, _) = await second.BegunAsync(leader);

        var beside = (await browser.GetAsync(next)).Document.QuerySelector("#around .earlier")!;
        beside.TextContent.ShouldContain("Leave the slides out");
        beside.TextContent.ShouldContain("The first minute");
        (await browser.GetAsync(address)).Document.QuerySelector("#around .earlier").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Tearing_up_takes_the_key_along(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, leader) = await taught.BegunAsync();
        await SaveAsync(await browser.GetAsync(address), browser, "block-welcome", (Words, "I begin"));
        var document = Guid.Parse(address.Split('/')[^1]);

        (await (await browser.GetAsync($"{address}/tear-up")).SubmitAsync("main form")).RedirectsTo.ShouldBe("/planners");

        (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await taught.World.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == document))).ShouldBe(0);
        (await taught.World.InDatabaseAsync(db => db.PlannerTexts.CountAsync(t => t.OwnerId == leader.Id))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_does_not_teach_begins_none_and_a_pin_opens_the_blank_sheet_only(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (_, address, leader) = await taught.BegunAsync();
        var mine = $"/modules/{taught.Id.Value}/planner";

        var employee = await taught.World.SignedInAsync(await taught.World.PersonAsync("Kofi"));
        foreach (var page in new[] { mine, $"{mine}/blank", $"{mine}/blank.pdf", "/planners", $"/modules/{Guid.NewGuid()}/planner" })
        {
            (await employee.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }

        (await employee.ApiAsync(HttpMethod.Post, "/api/v1/planners", new { moduleId = taught.Id.Value })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        var byPin = await taught.World.SignedInAsync(leader, Proof.Pin);
        (await byPin.GetAsync($"{mine}/blank")).Status.ShouldBe(HttpStatusCode.OK);
        (await byPin.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await taught.World.App.NewBrowser().GetAsync($"{mine}/blank")).Status.ShouldBe(HttpStatusCode.Redirect);
        (
            await (await taught.World.SignedInAsync(await taught.World.HolderOfAsync(Role.PreviewFacilitator))).GetAsync(mine)
        ).Status.ShouldBe(HttpStatusCode.OK);
    }

    internal static Task<Page> SaveAsync(Page page, Browser browser, string part, params (string Name, string Value)[] changes)
    {
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector($"form#{part}")!;
        var fields = Page.FieldsOf(form);
        foreach (var (name, value) in changes)
        {
            fields.RemoveAll(f => f.Key == name);
            fields.Add(new(name, value));
        }

        return browser.PostAsync(form.GetAttribute("action")!, fields, Autosave);
    }
}
