using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>Somebody on their first day in Growth: from who they want to become, over an own view, to a step in the work, asking nobody.</summary>
public sealed class GrowthTests(SharedBrowser browser)
{
    private const string Become = "Somebody who asks before telling";

    [Theory(Timeout = NewcomerTests.Patience)]
    [InlineData(1280, ColorScheme.Light, true)]
    [InlineData(360, ColorScheme.Dark, true)]
    [InlineData(1280, ColorScheme.Light, false)]
    public async Task From_who_I_want_to_become_to_an_assignment_that_builds_it(int width, ColorScheme scheme, bool script)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync(width, scheme, script: script);
        var found = new List<string>();
        await NewcomerTests.BringAssignmentAsync(page);

        await page.GotoAsync("/growth");
        await page.LookAtAsync(found, script);
        await page.Locator(".next .button").ClickAsync();
        await page.Locator("main textarea").FillAsync(Become);
        await page.LookAtAsync(found, script);
        await page.Locator("main form .button").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Become);

        await page.Locator(".next .button").ClickAsync();
        await page.GetByLabel("Influence without authority").CheckAsync();
        await page.GetByLabel("Delegation and empowerment").CheckAsync();
        await page.LookAtAsync(found, script);
        await page.Locator("main form .button").ClickAsync();
        await page.Locator("[name='Own[lateral_influence]'][value='3']").CheckAsync();
        await page.Locator("[name='Own[delegation]'][value='5']").CheckAsync();
        await page.Locator("[name='Target[lateral_influence]']").SelectOptionAsync("6");
        await page.LookAtAsync(found, script);
        await page.Locator("main form .button").ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Gaps");
        await page.LookAtAsync(found, script);
        await page.GetByRole(AriaRole.Link, new() { Name = "Influence without authority" }).First.ClickAsync();
        await page.LookAtAsync(found, script);
        await page.Locator(".next .button").ClickAsync();
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        await page.LookAtAsync(found, script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it as an assignment" }).First.ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("From your gap in Influence without authority");
        await page.LookAtAsync(found, script);
        found.ShouldBeEmpty();
    }

    [Fact(Timeout = NewcomerTests.Patience)]
    public async Task An_own_view_can_be_given_by_keyboard_alone()
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync();
        await NewcomerTests.BringAssignmentAsync(page);
        await page.GotoAsync("/growth/self-view");

        await NewcomerTests.TabToAsync(page, "input[value=composure]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/rate$");
        await NewcomerTests.TabToAsync(page, "[name='Own[composure]']");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await NewcomerTests.TabToAsync(page, "main form .button");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Composure and stamina");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1.0 levels to go");
    }

    [Theory(Timeout = NewcomerTests.Patience)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task No_other_page_of_growth_has_a_barrier_or_scrolls_sideways(int width, ColorScheme scheme)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync(width, scheme);
        var found = new List<string>();
        await NewcomerTests.BringAssignmentAsync(page);
        await SayOwnViewAsync(page);
        await page.GotoAsync("/growth/moves");
        await page.Locator("main form input:not([type=hidden])").First.FillAsync("The offer from the east");
        await page.Locator("main form .button").First.ClickAsync();
        await page.ArriveAsync("/growth/moves/");
        var moves = new Uri(page.Url).AbsolutePath;
        await page.LookAtAsync(found);

        string[] addresses =
        [
            "/growth/pull",
            "/growth/do",
            "/growth/done-before",
            "/growth/experience",
            "/growth/experience/new",
            "/growth/experience/import",
            $"{moves}/options/new",
            $"{moves}/options/stay",
            $"{moves}/weigh",
            "/growth/pace",
            "/growth/pace/draw",
            "/growth/checks",
            "/growth/checks/new",
            "/framework",
        ];
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            await page.LookAtAsync(found);
        }

        found.ShouldBeEmpty();
    }

    private static async Task SayOwnViewAsync(IPage page)
    {
        await page.GotoAsync("/growth/self-view");
        await page.GetByLabel("Composure and stamina").CheckAsync();
        await page.Locator("main form .button").ClickAsync();
        await page.Locator("[name='Own[composure]'][value='3']").CheckAsync();
        await page.Locator("main form .button").ClickAsync();
        await page.ArriveAsync("/growth/gaps$");
    }
}
