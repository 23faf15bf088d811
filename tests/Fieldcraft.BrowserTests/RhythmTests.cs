using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>Two minutes with the own rhythm: time given, hours, a limit, what reaches one, and a calendar feed.</summary>
public sealed class RhythmTests(SharedBrowser browser)
{
    /// <summary>Milliseconds after which a journey counts as stuck; none takes a tenth of it.</summary>
    private const int Patience = 300_000;

    [Theory(Timeout = Patience)]
    [InlineData(1280, ColorScheme.Dark, true)]
    [InlineData(360, ColorScheme.Light, true)]
    [InlineData(360, ColorScheme.Light, false)]
    public async Task Time_hours_a_limit_and_a_feed_are_said_once_and_kept(int width, ColorScheme scheme, bool script)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync(width, scheme, script);
        var found = new List<string>();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with my work" }).ClickAsync();

        await page.GotoAsync("/rhythm");
        await page.LookAtAsync(found, script);
        await page.GetByLabel("Minutes a week you want to give").FillAsync("60");
        await page.GetByText("Working hours and absence").ClickAsync();
        await page.GetByLabel("I work from").FillAsync("22:00");
        await page.GetByLabel("until", new() { Exact = true }).FillAsync("06:00");
        await page.LookAtAsync(found, script);
        await SaveAsync(page, "Keep my rhythm", "Your rhythm is kept.");
        await page.GotoAsync("/rhythm");
        (await page.GetByLabel("Minutes a week you want to give").InputValueAsync()).ShouldBe("60");
        (await page.GetByLabel("I work from").InputValueAsync()).ShouldBe("22:00");

        await page.GotoAsync("/time");
        await page.GetByLabel("Hours a month that may be asked of you").FillAsync("3");
        await SaveAsync(page, "Keep the limit", "Your limit is kept.");
        await page.LookAtAsync(found, script);

        await page.GotoAsync("/notices/choices");
        await page.LookAtAsync(found, script);
        await page.GetByLabel("No digest").CheckAsync();
        await SaveAsync(page, "Keep these choices", "Your choices are kept.");
        (await page.GetByLabel("No digest").IsCheckedAsync()).ShouldBeTrue();

        await page.GotoAsync("/calendar");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a feed" }).ClickAsync();
        await page.LookAtAsync(found, script);
        var address = await page.Locator("#feed-address").InnerTextAsync();
        var feed = await page.Context.APIRequest.GetAsync(address);
        (await feed.TextAsync()).ShouldStartWith("BEGIN:VCALENDAR");

        await page.GotoAsync("/notices");
        await page.LookAtAsync(found, script);
        found.ShouldBeEmpty();
    }

    private static async Task SaveAsync(IPage page, string button, string says)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync(says);
    }
}
