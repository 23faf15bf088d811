using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Opportunities;

/// <summary>From a map to something that lasts, by the pages; and the customer's side without an account.</summary>
public sealed class OpportunityPagesTests
{
    private const string Canary = "Canary wish to leave the night dock";

    [Theory, OnEveryDatabase]
    public async Task A_map_is_drawn_and_the_picture_comes_with_a_table(Database database)
    {
        var provider = await Provider.InAsync(await World.OnAsync(database));
        (await provider.Browser.GetAsync("/opportunities"))
            .Document.QuerySelector("main .empty a[href='/opportunities/customers']")
            .ShouldNotBeNull();
        (await provider.Browser.GetAsync("/opportunities/customers")).Main.ShouldContain("No customer is listed yet");

        var form = await provider.Browser.GetAsync("/opportunities/book/customer");
        var wrong = await form.SubmitAsync("form[data-write]", ("Boxes[name]", ""), ("Boxes[next]", new string('a', 200)));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Document.QuerySelectorAll(".error-summary a").Length.ShouldBe(2);
        (
            await form.SubmitAsync(
                "form[data-write]",
                ("Boxes[name]", "Returns desk"),
                ("Boxes[contact]", "0"),
                ("Boxes[value]", "3"),
                ("Boxes[next]", "Ask for twenty minutes"),
                ("Boxes[nextOn]", "2026-12-01")
            )
        ).Status.ShouldBe(HttpStatusCode.Redirect);

        var list = await provider.Browser.GetAsync("/opportunities/customers");
        list.Main.ShouldContain("Before the first talk it should be 3");
        list.Document.QuerySelectorAll("main figure.chart circle").Length.ShouldBe(1);
        list.Document.QuerySelectorAll("main table tbody tr").Single().TextContent.ShouldContain("a lot");
        (await provider.Browser.GetAsync("/opportunities")).Main.ShouldContain("Ask for twenty minutes");
    }

    [Theory, OnEveryDatabase]
    public async Task A_customer_is_taken_from_the_directory_or_written_freely(Database database)
    {
        var world = await World.OnAsync(database);
        var provider = await Provider.InAsync(world);
        var colleague = await world.PersonAsync("Zsuzsanna");
        var form = await provider.Browser.GetAsync("/opportunities/book/customer");

        var found = await form.SubmitAsync("form[data-find]", ("Colleague", "Zsuzs"));
        var taken = await found.SubmitAsync("form[data-take]", ("person", colleague.Id.Value.ToString()));
        taken.Document.QuerySelector("input[name='Boxes[name]']")!.GetAttribute("value").ShouldBe(colleague.FullName);
        (await taken.SubmitAsync("form[data-write]")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await provider.Browser.GetAsync("/opportunities/customers")).Main.ShouldContain(colleague.FullName);
        (await form.SubmitAsync("form[data-find]", ("Colleague", "Nobodyatall"))).Main.ShouldContain("Nobody of that name");
        (await found.SubmitAsync("form[data-take]", ("person", provider.Person.Id.Value.ToString()))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEveryDatabase]
    public async Task The_whole_way_with_a_customer_who_has_no_account(Database database)
    {
        var world = await World.OnAsync(database);
        var provider = await Provider.InAsync(world);
        var customer = await provider.CustomerAsync("Returns desk", next: true);
        var opportunity = await provider.BeginAsync(customer, "Sorted returns");
        var page = await provider.Browser.GetAsync(opportunity);
        page.Main.ShouldContain("List at least 3 customers");
        page.Document.QuerySelectorAll("form[data-go-on]").ShouldBeEmpty();
        await provider.CustomerAsync("Fleet", next: true);
        await provider.CustomerAsync("Night dock", next: true);
        await provider.GoOnAsync(opportunity);
        (await provider.Browser.GetAsync(opportunity)).Main.ShouldContain("Have the customer confirm one need");

        var talk = await provider.TalkAsync(customer);
        var link = await provider.SentAsync(
            await (await provider.Browser.GetAsync($"{talk}/confirm")).SubmitAsync(
                "main form",
                ("Boxes[need]", "Know by noon what comes back"),
                ("Send.Customer", "Ines")
            )
        );
        var outside = world.App.NewBrowser();
        var asked = await outside.GetAsync(link);
        asked.Main.ShouldContain("asks whether this is what you meant");
        asked.Text.ShouldNotContain(Canary);
        (await asked.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.BadRequest, "it has to be said whether it is so");
        (await asked.SubmitAsync("main form", ("Boxes[need]", "Know by ten what comes back"), ("Agrees", "true"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await provider.Browser.GetAsync(talk)).Main.ShouldContain("Know by ten what comes back");
        await provider.GoOnAsync(opportunity);

        await provider.WriteAsync(
            opportunity,
            "idea",
            ("idea", "A list at nine"),
            ("fitsNeed", "true"),
            ("feasible", "true"),
            ("firstStep", "One depot")
        );
        await provider.GoOnAsync(opportunity);
        await provider.WriteAsync(opportunity, "proposition", [.. Page()]);
        (await provider.Browser.GetAsync(opportunity)).Main.ShouldContain("The customer has to have changed something");
        link = await provider.SentAsync(
            await (await provider.Browser.GetAsync($"{opportunity}/ask?what=Proposition")).SubmitAsync(
                "main form",
                ("Send.Customer", "Ines")
            )
        );
        var locked = await (await provider.Browser.GetAsync($"{opportunity}/proposition")).SubmitAsync("main form", ("Boxes[cost]", "0"));
        locked.Status.ShouldBe(HttpStatusCode.Conflict);
        locked.Main.ShouldContain("The customer has the page now");
        await (await outside.GetAsync(link)).SubmitAsync("main form", ("Boxes[cost]", "Two hours a week, not four"));
        var versions = await provider.Browser.GetAsync($"{opportunity}/versions");
        versions.Main.ShouldContain("Version 2, by Returns desk");
        versions.Document.QuerySelector("main ins")!.TextContent.ShouldContain("not four");
        await provider.GoOnAsync(opportunity);

        await provider.WriteAsync(opportunity, "champion", ("decides", "Ines, who counts complaints"));
        await provider.WriteAsync(opportunity, "agreement", ("agreedWith", "Ines"), ("from", "2026-12-01"), ("until", "2026-12-29"));
        await provider.GoOnAsync(opportunity);
        await provider.WriteAsync(opportunity, "review", ("measured", "4 complaints, 11 before"), ("happened", "The list came late twice"));
        await provider.GoOnAsync(opportunity);
        await provider.WriteAsync(
            opportunity,
            "result",
            ("benefit", "Seven complaints fewer a week"),
            ("evidence", "The desk’s own count"),
            ("limits", "A quiet month"),
            ("credit", "Ines and her team")
        );
        link = await provider.SentAsync(
            await (await provider.Browser.GetAsync($"{opportunity}/ask?what=Result")).SubmitAsync("main form", ("Send.Customer", "Ines"))
        );
        await (await outside.GetAsync(link)).SubmitAsync("main form", ("Agrees", "true"), ("Word", "We keep it"));
        (await provider.Browser.GetAsync(opportunity)).Main.ShouldContain("How does it end?");
        var finish = await provider.Browser.GetAsync($"{opportunity}/finish");
        finish.Document.QuerySelectorAll("input[name=How]").Length.ShouldBe(4);
        (await finish.SubmitAsync("main form", ("How", "HandedOver"))).Main.ShouldContain("Write down what you learned first");
        (await finish.SubmitAsync("main form", ("How", "HandedOver"), ("Boxes[lesson]", "Ask before offering"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        var ended = await provider.Browser.GetAsync(opportunity);
        ended.Main.ShouldContain("Somebody else takes it on");
        ended.Document.QuerySelectorAll("form[data-go-on], form[data-go-back]").ShouldBeEmpty();
        var map = await provider.Browser.GetAsync("/growth/experience");
        map.Main.ShouldContain("Sorted returns");
        map.Text.ShouldContain("Ask before offering");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Used_taken_back_expired_and_guessed_links_look_the_same_and_are_counted(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });
        var world = await World.InAsync(app);
        var provider = await Provider.InAsync(world);
        var talk = await provider.TalkAsync(await provider.CustomerAsync("Returns desk", next: true));
        async Task<(string Link, string Own)> SendAsync()
        {
            var sent = await (await provider.Browser.GetAsync($"{talk}/confirm")).SubmitAsync(
                "main form",
                ("Boxes[need]", "Know by noon"),
                ("Send.Customer", "Ines"),
                ("Send.Address", "ines@customer.example")
            );
            return (await provider.SentAsync(sent), sent.RedirectsTo!);
        }

        var (used, _) = await SendAsync();
        (await world.LettersToAsync("ines@customer.example")).Single().Text.ShouldContain(used);
        (await world.LettersToAsync("ines@customer.example")).Single().Text.ShouldNotContain("Know by noon");
        for (var i = 0; i < 3; i++)
        {
            (await app.NewBrowser().GetAsync(used)).Status.ShouldBe(HttpStatusCode.OK, "looking uses nothing up");
        }

        await (await app.NewBrowser().GetAsync(used)).SubmitAsync("main form", ("Agrees", "false"), ("Word", "Not noon"));
        (await provider.Browser.GetAsync(talk)).Main.ShouldContain("The customer says that this is not it");
        (await NeedsAsync(world, provider.Person)).ShouldBe(0);
        var (takenBack, own) = await SendAsync();
        (await (await provider.Browser.GetAsync(own)).SubmitAsync("form[data-take-back]")).Status.ShouldBe(HttpStatusCode.Redirect);
        var (expired, _) = await SendAsync();
        app.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromMinutes(1));

        var unknown = await app.NewBrowser().GetAsync($"/c/{Secrets.Text(Secrets.New())}");
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var link in new[] { used, takenBack, expired, "/c/nonsense" })
        {
            var page = await app.NewBrowser().GetAsync(link);
            page.Status.ShouldBe(HttpStatusCode.NotFound, link);
            page.Text.ShouldBe(unknown.Text);
            (await app.NewBrowser().ApiAsync(HttpMethod.Post, $"/api/v1/customer-links{link[2..]}", new { agrees = true })).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        await world.RunAsync("opportunities.expire_link");
        (await world.InDatabaseAsync(db => db.CustomerLinks.CountAsync(l => l.LinkWrap != null))).ShouldBe(0);
        var device = app.NewBrowser();
        for (var i = 0; i < 60; i++)
        {
            await device.GetAsync("/c/guess");
        }

        (await device.GetAsync("/c/guess")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    /// <summary>Nothing about a search for opportunities is visible to anybody before the person acts, the own manager least of all.</summary>
    [Theory, OnEveryDatabase]
    public async Task The_own_manager_the_unit_and_the_administrator_see_nothing_of_it(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.PersonAsync("Ines");
        var unit = await world.UnitAsync("Night dock", UnitKind.Department, ledBy: manager);
        var person = await world.PersonAsync("Amira", manager, unit);
        var provider = await Provider.InAsync(world, person);
        var customer = await provider.CustomerAsync(Canary, next: true);
        var talk = await provider.TalkAsync(customer);
        var opportunity = await provider.BeginAsync(customer, Canary);
        var (_, note, _) = await provider.Browser.ApiAsync(HttpMethod.Post, "/api/v1/outside-notes", new { boxes = new { note = Canary } });
        var noteId = note.GetProperty("id").GetGuid();

        foreach (
            var other in new[] { manager, await world.PersonAsync("Tala", manager, unit), await world.HolderOfAsync(Role.Administrator) }
        )
        {
            var browser = await world.SignedInAsync(other);
            foreach (
                var address in new[] { talk, opportunity, $"/opportunities/customers/{customer}", $"/opportunities/book/outside/{noteId}" }
            )
            {
                (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
            }

            foreach (
                var address in new[]
                {
                    "/",
                    "/opportunities",
                    "/opportunities/services",
                    "/opportunities/customers",
                    "/partners",
                    "/find?query=Canary",
                    $"/people/{person.Id.Value}",
                }
            )
            {
                (await browser.GetAsync(address)).Text.Contains("Canary wish", StringComparison.Ordinal).ShouldBeFalse(address);
            }

            foreach (var root in new[] { "customers", "dialogues", "propositions", "outside-notes", "trials", "services", "alliances" })
            {
                var (_, body, _) = await browser.ApiAsync(HttpMethod.Get, $"/api/v1/{root}");
                body.GetProperty("items").GetArrayLength().ShouldBe(0, root);
            }
        }

        // What is put before the unit is seen by the unit, and taken back it is gone.
        await provider.Browser.ApiAsync(HttpMethod.Post, $"/api/v1/outside-notes/{noteId}/sharing");
        var colleague = await world.SignedInAsync(await world.PersonAsync("Leo", manager, unit));
        (await colleague.GetAsync("/opportunities/services")).Main.ShouldContain(Canary);
        (await (await world.SignedInAsync(await world.PersonAsync("Raj"))).GetAsync("/opportunities/services")).Main.ShouldNotContain(
            Canary
        );
        await provider.Browser.ApiAsync(HttpMethod.Delete, $"/api/v1/outside-notes/{noteId}/sharing");
        (await colleague.GetAsync("/opportunities/services")).Main.ShouldNotContain(Canary);
        (await world.InDatabaseAsync(db => db.ProviderEntries.CountAsync(e => e.SharedNote != null && e.OwnerId == person.Id))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Notes_are_saved_while_typing_and_another_window_overwrites_nothing(Database database)
    {
        var provider = await Provider.InAsync(await World.OnAsync(database));
        var talk = await provider.TalkAsync(await provider.CustomerAsync("Returns desk", next: true));
        var first = await provider.Browser.GetAsync(talk);
        var second = await provider.Browser.GetAsync(talk);

        (await first.SubmitAsync("#notes form", ("Boxes[facts]", "Eleven complaints"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var late = await second.SubmitAsync("#notes form", ("Boxes[facts]", "Nine complaints"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Main.ShouldContain("Eleven complaints");
        late.Document.QuerySelector("textarea[name='Boxes[facts]']")!.TextContent.ShouldContain("Nine complaints");
        (await late.SubmitAsync("#notes form", ("Boxes[facts]", "Nine complaints"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var kept = await provider.Browser.GetAsync(talk);
        kept.Document.QuerySelector("textarea[name='Boxes[facts]']")!.TextContent.ShouldContain("Nine complaints");
        kept.Document.QuerySelector("input[name=HeldOn]")!
            .GetAttribute("value")
            .ShouldNotBeNullOrEmpty("who writes what was said has held the talk");

        var tried = await kept.SubmitAsync("#try form", ("Sentence", "Why do you still do this by hand?"));
        tried.Main.ShouldContain("There was a reason for how it is");
    }

    [Theory, OnEveryDatabase]
    public async Task A_change_of_the_present_job_is_begun_and_a_step_becomes_a_try(Database database)
    {
        var provider = await Provider.InAsync(await World.OnAsync(database));
        var begun = await (await provider.Browser.GetAsync("/opportunities/new")).SubmitAsync(
            "main form",
            ("Subject", "Less counting, more asking"),
            ("Kind", "TaskCrafting")
        );
        var page = await provider.Browser.GetAsync(begun.RedirectsTo!);
        page.Main.ShouldContain("What to change");
        page.Main.ShouldContain("Unfamiliar responsibilities");
        var experiment = await provider.Browser.GetAsync(
            page.Document.QuerySelector("a[href^='/experiments/new?step=']")!.GetAttribute("href")!
        );
        experiment
            .Document.QuerySelectorAll("input, textarea")
            .Select(e => e.GetAttribute("value") ?? e.TextContent)
            .ShouldContain(t => t.Contains("Bring an idea from outside"));
        (
            await (await provider.Browser.GetAsync("/opportunities/new")).SubmitAsync("main form", ("Subject", "x"), ("Kind", "NewService"))
        ).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>Nothing goes round the own manager: told with these dates and hours, and agreed; other dates are told anew.</summary>
    [Theory, OnEveryDatabase]
    public async Task A_trial_with_hours_begins_once_the_own_manager_was_told_and_agreed(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.PersonAsync("Noor");
        var provider = await Provider.InAsync(world, await world.PersonAsync("Amira", manager));
        var begun = await (await provider.Browser.GetAsync("/opportunities/new")).SubmitAsync(
            "main form",
            ("Subject", "One hour at the customs desk"),
            ("Kind", "RelationalCrafting")
        );
        var opportunity = begun.RedirectsTo!;
        await provider.WriteAsync(opportunity, "idea", ("idea", "Sit with them"), ("firstStep", "Two Mondays"));
        await provider.WriteAsync(opportunity, "agreement", ("from", "2026-12-01"), ("until", "2026-12-22"), ("hours", "2"));
        var page = await provider.Browser.GetAsync(opportunity);
        page.Main.ShouldContain("Your own manager has to be told");
        var tell = await provider.Browser.GetAsync(page.Document.QuerySelector("a[href^='/board/trials/new']")!.GetAttribute("href")!);
        tell.Document.QuerySelector("input[name='Trial.HoursAWeek']")!.GetAttribute("value").ShouldBe("2");
        var told = await tell.SubmitAsync("main form.fields", ("Trial.OffThePlate", "The Thursday report"));
        told.Status.ShouldBe(HttpStatusCode.Redirect, told.Main);
        (await provider.Browser.GetAsync(opportunity)).Document.QuerySelectorAll("form[data-go-on]").ShouldBeEmpty();

        var managers = await world.SignedInAsync(manager);
        (await managers.GetAsync(opportunity)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await managers.GetAsync(told.RedirectsTo!)).SubmitAsync("main form[action$='handler=Agree']")).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        await provider.WriteAsync(opportunity, "agreement", ("from", "2026-12-01"), ("until", "2026-12-22"), ("hours", "6"));
        (await provider.Browser.GetAsync(opportunity)).Main.ShouldContain("Your own manager has to be told");
        await provider.WriteAsync(opportunity, "agreement", ("from", "2026-12-01"), ("until", "2026-12-22"), ("hours", "2"));
        await provider.GoOnAsync(opportunity);
    }

    private static IEnumerable<(string, string)> Page() =>
        SheetForms.Proposition.Boxes.Select(b => (b.Key, b.Kind == BoxKind.Day ? "2026-12-01" : $"{b.Key} in words"));

    private static Task<int> NeedsAsync(World world, Person person) =>
        world.InDatabaseAsync(db => db.CustomerDialogues.CountAsync(d => d.OwnerId == person.Id && d.NeedConfirmedAt != null));
}
