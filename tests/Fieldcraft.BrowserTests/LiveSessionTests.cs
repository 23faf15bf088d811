using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>Twelve people on phones, somebody who leads, and a big screen, all at once.</summary>
public sealed partial class LiveSessionTests(SharedBrowser browser)
{
    private const int Patience = 300_000;
    private const int Participants = 12;

    /// <summary>How long the others may take to see what one did, in milliseconds; on an idle machine it is a tenth of a second.</summary>
    private const float Soon = 20_000;

    [Fact(Timeout = Patience)]
    public async Task Twelve_people_answer_reveal_and_commit_while_one_drops_one_is_late_one_has_no_script_and_the_leader_s_browser_dies()
    {
        await using var app = await LiveApp.StartAsync(browser);
        var names = new[] { "Dana" }.Concat(Enumerable.Range(1, Participants).Select(i => $"P{i}")).ToList();
        var cookies = await app.InDatabaseAsync(db => Colleagues.MakeAsync(db, names));
        var lead = await app.NewPageAsync();
        await lead.SignInAsync(app.Address, cookies[0]);
        var (address, code) = await SetUpAsync(lead);
        var screen = await lead.Context.NewPageAsync();
        await screen.GotoAsync(address + "/screen");

        // Ten come at the beginning, the eleventh without script; the twelfth will be late.
        var people = await Task.WhenAll(Enumerable.Range(1, Participants).Select(i => PersonAsync(app, cookies[i], script: i != 11)));
        await Task.WhenAll(people.Take(11).Select(p => JoinAsync(p, code)));
        await Assertions.Expect(screen.Locator(".way-in")).ToContainTextAsync("12 people are here", new() { Timeout = Soon });
        await ActAsync(lead, "begin");
        await ActAsync(lead, "on");
        await Task.WhenAll(people.Take(10).Select((p, i) => WriteAsync(p, $"What {names[i + 1]} wants", shows: i % 2 == 0)));
        await people[10].ReloadAsync();
        await people[10].Locator("form.ask textarea").FillAsync("Written without script");
        await people[10].Locator("form.ask input[type=checkbox]").CheckAsync();
        await people[10].Locator("form.ask button").ClickAsync();
        await Assertions.Expect(screen.Locator(".tally-line")).ToContainTextAsync("11 of 12", new() { Timeout = Soon });
        await LookAsync(people[0], screen, lead);

        // A phone drops in the middle of a sentence, and comes back to the same place with its text.
        await people[0].CloseAsync();
        people[0] = await PersonAsync(app, cookies[1]);
        await people[0].GotoAsync(address);
        await Assertions.Expect(people[0].Locator("form.ask textarea")).ToHaveValueAsync("What P1 wants");

        // The browser of whoever leads dies; the page opened anew leads on.
        await lead.CloseAsync();
        lead = await screen.Context.NewPageAsync();
        await lead.GotoAsync(address);

        // Somebody still types: the text stays under their hands, and the way along is offered.
        await people[1].Locator("form.ask textarea").FocusAsync();
        await ActAsync(lead, "on");
        await Assertions.Expect(people[2].Locator("#stage-title")).ToHaveTextAsync("Reveal", new() { Timeout = Soon });
        await Assertions
            .Expect(people[1].Locator("[data-live-offer]"))
            .ToContainTextAsync("The group has moved on", new() { Timeout = Soon });
        await Assertions.Expect(people[1].Locator("form.ask textarea")).ToBeFocusedAsync();
        await people[1].Keyboard.TypeAsync(", and one thing more");
        await people[1].Locator("[data-live-offer] button").ClickAsync();
        await Assertions.Expect(people[1].Locator("#stage-title")).ToBeFocusedAsync();
        await Assertions.Expect(people[2].Locator("[data-live-say]")).ToContainTextAsync("Reveal");

        // What people chose to show is there, for all; what they kept is not.
        await Assertions.Expect(screen.Locator(".voices")).ToContainTextAsync("Written without script", new() { Timeout = Soon });
        foreach (var page in new[] { screen, lead, people[5] })
        {
            await Assertions.Expect(page.Locator(".voices > li")).ToHaveCountAsync(6, new() { Timeout = Soon });
            (await page.ContentAsync()).ShouldNotContain("What P4 wants");
        }

        // The late one comes in and sees what is revealed.
        await JoinAsync(people[11], code);
        await Assertions.Expect(people[11].Locator(".voices")).ToContainTextAsync("What P1 wants");
        await LookAsync(people[11], screen, lead);

        await ActAsync(lead, "pause");
        await Assertions.Expect(people[3].Locator(".clock")).ToContainTextAsync("Paused", new() { Timeout = Soon });
        await ActAsync(lead, "resume");
        await ActAsync(lead, "more-5");
        await Assertions.Expect(people[3].Locator(".clock")).ToHaveTextAsync(Minutes(), new() { Timeout = Soon });
        for (var i = 0; i < 5; i++)
        {
            await ActAsync(lead, "on");
        }

        await WriteAsync(people[3], "Let the shift decide the order of the docks", shows: false);
        await ActAsync(lead, "end");
        await Assertions.Expect(people[3].Locator("#stage-title")).ToHaveTextAsync("The session is over", new() { Timeout = Soon });
        await people[3].GetByRole(AriaRole.Link, new() { Name = "Take something along" }).ClickAsync();
        await people[3].GetByRole(AriaRole.Button, new() { Name = "Take it along" }).ClickAsync();
        await Assertions.Expect(people[3].Locator("main")).ToContainTextAsync("Let the shift decide the order of the docks");
        await people[10].ReloadAsync();
        await Assertions.Expect(people[10].Locator("#stage-title")).ToHaveTextAsync("The session is over");
    }

    private static async Task<IPage> PersonAsync(LiveApp app, string cookie, bool script = true)
    {
        var page = await app.NewPageAsync(width: 360, script: script);
        await page.SignInAsync(app.Address, cookie);
        return page;
    }

    private static async Task<(string Address, string Code)> SetUpAsync(IPage lead)
    {
        await lead.GotoAsync("/conversations/new");
        await lead.Locator("main input[name='Input.Title']").FillAsync("Harbour leads");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        var code = await lead.Locator(".join-code").First.TextContentAsync();
        return (new Uri(lead.Url).AbsolutePath, code!);
    }

    private static async Task JoinAsync(IPage page, string code)
    {
        await page.GotoAsync("/join/" + code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Harbour leads");
    }

    private static async Task WriteAsync(IPage page, string text, bool shows)
    {
        var form = page.Locator("form.ask");
        await form.Locator("textarea").FillAsync(text, new() { Timeout = Soon });
        if (shows)
        {
            await form.Locator("input[type=checkbox]").CheckAsync();
        }

        // Away from the field, so that the page may follow the group.
        await page.Locator("h1").ClickAsync();
        await page.EvaluateAsync("document.activeElement?.blur()");
        await Assertions.Expect(form.Locator("[data-saved]")).ToContainTextAsync("Saved", new() { Timeout = Soon });
    }

    /// <summary>Presses a button of whoever leads, and waits until the page has it.</summary>
    private static async Task ActAsync(IPage lead, string act)
    {
        var before = await lead.EvaluateAsync<string>(Standing);
        await lead.Locator($".leading button[value={act}]").ClickAsync();
        await lead.WaitForFunctionAsync($"before => ({Standing})() !== before", before, new() { Timeout = Soon });
    }

    /// <summary>Where the session stands on a page, apart from the ticking of the clock.</summary>
    private const string Standing =
        "() => { const where = document.querySelector('[data-live=where]'); const clock = where?.querySelector('.clock');"
        + " return where?.dataset.say + (clock?.dataset.ends ?? clock?.textContent); }";

    private static async Task LookAsync(params IPage[] pages)
    {
        var found = new List<string>();
        foreach (var page in pages)
        {
            await page.LookAtAsync(found);
        }

        found.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\d+:\d\d$")]
    private static partial Regex Minutes();
}
