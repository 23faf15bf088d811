using Fieldcraft.Persistence;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>A leader asks three peers how they see her at work; each answers on a phone without an account; nobody is named in what comes back.</summary>
public sealed class CheckTests(SharedBrowser browser)
{
    private static readonly string[] Peers = ["Dalia", "Sven", "Mei"];

    [Fact(Timeout = NewcomerTests.Patience)]
    public async Task From_the_own_view_over_three_phones_to_figures_of_a_group()
    {
        await using var app = await LiveApp.StartAsync(browser);
        var cookies = await app.InDatabaseAsync(db => Colleagues.MakeAsync(db, ["Amira"]));
        var page = await app.NewPageAsync();
        await page.SignInAsync(app.Address, cookies[0]);
        var found = new List<string>();

        await page.GotoAsync("/growth/checks/new");
        await page.LookAtAsync(found);
        await page.GetByLabel("Delegation and empowerment").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "To the questions" }).ClickAsync();
        foreach (var name in await NamesAsync(page))
        {
            await page.Locator($"[name='{name}'][value='5']").CheckAsync();
        }

        await page.LookAtAsync(found);
        // The questions have a link of the same look: the next page has to be there before it is looked for.
        var questions = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep my view" }).ClickAsync();
        await page.LeaveAsync(questions);
        await page.Locator("main a.button").First.ClickAsync();
        foreach (var peer in Peers)
        {
            await page.GetByLabel("Peers").CheckAsync();
            await page.Locator("[name='Input.Name']").FillAsync(peer);
            await page.GetByRole(AriaRole.Button, new() { Name = "Add to the list" }).ClickAsync();
        }

        await page.LookAtAsync(found);
        await page.GetByRole(AriaRole.Link, new() { Name = "On to the launch" }).ClickAsync();
        await page.LookAtAsync(found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Launch" }).ClickAsync();
        await page.LookAtAsync(found);
        var round = page.Url.Split('?')[0];
        foreach (var peer in Peers)
        {
            await page.GotoAsync(round);
            await page.GetByRole(AriaRole.Link, new() { Name = peer }).ClickAsync();
            await page.LookAtAsync(found);
            await AnswerAsync(app, new Uri(await page.Locator("input[readonly]").InputValueAsync()).AbsolutePath, found);
        }

        await page.GotoAsync(round);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the round" }).ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("3 people answered");
        foreach (var peer in Peers)
        {
            await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(peer);
        }

        await page.LookAtAsync(found);
        await page.GotoAsync("/growth/gaps/delegation");
        await page.LookAtAsync(found);
        found.ShouldBeEmpty();
    }

    private async Task AnswerAsync(LiveApp app, string link, List<string> found)
    {
        var phone = await app.NewPageAsync(360, ColorScheme.Dark);
        await phone.GotoAsync(link);
        await phone.LookAtAsync(found);
        foreach (var name in await NamesAsync(phone))
        {
            await phone.Locator($"[name='{name}'][value='4']").CheckAsync();
        }

        await phone.GetByRole(AriaRole.Button, new() { Name = "Send my answer" }).ClickAsync();
        await Assertions.Expect(phone.Locator("h1")).ToHaveTextAsync("Your answer is in");
        await phone.GotoAsync(link);
        await Assertions.Expect(phone.Locator("h1")).ToHaveTextAsync("This link does not open");
        await phone.Context.CloseAsync();
    }

    private static Task<string[]> NamesAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            "[...new Set([...document.querySelectorAll('main input[type=radio][value=\"1\"]')].map(i => i.name))]"
        );
}
