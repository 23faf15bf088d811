using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>From a topic to a community with a memory, found again from the top of any page; and a circle called.</summary>
public sealed class TogetherTests(SharedBrowser browser)
{
    /// <summary>Milliseconds after which a journey counts as stuck; none takes a tenth of it.</summary>
    private const int Patience = 300_000;

    private const string Topic = "Handover between shifts";
    private const string Finding = "Four minutes at the wall beat fifteen in the office.";

    [Theory(Timeout = Patience)]
    [InlineData(1280, true)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_community_is_founded_remembers_something_and_is_found_by_search(int width, bool script)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync(width, script: script);
        var found = new List<string>();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with my work" }).ClickAsync();

        await page.GotoAsync("/communities");
        await page.LookAtAsync(found, script);
        await page.GetByRole(AriaRole.Link, new() { Name = "Found a community" }).ClickAsync();
        await page.GetByLabel("Topic").FillAsync(Topic);
        await page.GetByLabel("Purpose").FillAsync("What makes a handover hold.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Found it" }).ClickAsync();
        await page.GetByLabel("Something you found out").FillAsync(Finding);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Finding);
        await page.LookAtAsync(found, script);

        await SearchAsync(page, "between");
        await page.LookAtAsync(found, script);
        await page.GetByRole(AriaRole.Link, new() { Name = Topic }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Topic);

        found.ShouldBeEmpty();
    }

    [Theory(Timeout = Patience)]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task A_circle_is_called_and_says_what_is_missing(int width)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync(width);
        var found = new List<string>();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with my work" }).ClickAsync();

        await page.GotoAsync("/circles");
        await page.LookAtAsync(found);
        await page.GetByRole(AriaRole.Link, new() { Name = "Call a circle" }).ClickAsync();
        await page.LookAtAsync(found);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("New lines, old habits");
        await page.GetByRole(AriaRole.Button, new() { Name = "Call it" }).ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("begins with at least four people; 1 so far");
        await page.LookAtAsync(found);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ask somebody in" }).ClickAsync();
        await page.LookAtAsync(found);

        found.ShouldBeEmpty();
    }

    private static async Task SearchAsync(IPage page, string what)
    {
        await page.Locator("header details.find > summary").ClickAsync();
        await page.Locator("header input[name=q]").FillAsync(what);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync($"/search\\?q={what}$");
    }
}
