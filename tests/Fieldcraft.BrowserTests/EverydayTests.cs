using System.Globalization;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>The pages that are used every day, with something on them: no barrier, nothing wider than the screen, and all of it by keyboard.</summary>
public sealed class EverydayTests(SharedBrowser browser)
{
    private const string Words = "Let Dalia run the Monday handover";

    [Theory(Timeout = NewcomerTests.Patience)]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task No_page_with_something_on_it_has_a_barrier_that_axe_finds_or_scrolls_sideways(ColorScheme scheme, int width)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync(width, scheme);
        var found = new List<string>();

        foreach (var address in await PagesAsync(page))
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            await page.LookAtAsync(found);
        }

        found.ShouldBeEmpty();
    }

    [Fact(Timeout = NewcomerTests.Patience)]
    public async Task The_first_stop_of_the_tab_key_leads_past_the_navigation()
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync();
        await NewcomerTests.BringAssignmentAsync(page);

        await page.Keyboard.PressAsync("Tab");
        (await page.Locator(".skip").BoundingBoxAsync())!.Y.ShouldBeGreaterThanOrEqualTo(0);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        (await page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null")).ShouldBeTrue();
    }

    [Theory(Timeout = NewcomerTests.Patience)]
    [InlineData(".seal > summary")]
    [InlineData(".account > summary")]
    public async Task What_folds_opens_by_keyboard_and_shows_where_one_is(string summary)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync();
        await NewcomerTests.BringAssignmentAsync(page);

        await NewcomerTests.TabToAsync(page, summary);

        (await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).ShouldBe("solid");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<bool>("document.activeElement.parentElement.open")).ShouldBeTrue();
        await page.Keyboard.PressAsync("Tab");
        (
            await page.EvaluateAsync<bool>("s => document.activeElement.closest('details')?.matches(s) === true", summary.Split(' ')[0])
        ).ShouldBeTrue();
    }

    /// <summary>Does a little of everything and says where it stands now.</summary>
    private static async Task<IReadOnlyList<string>> PagesAsync(IPage page)
    {
        await NewcomerTests.BringAssignmentAsync(page);
        var assignment = Here(page);
        await NewcomerTests.PickThreeAsync(page);
        var plan = Here(page);
        var experiment = await FillAsync(page, "/experiments/new");
        var request = await FillAsync(page, "/feedback/new");
        var link = new Uri(await page.Locator("#link").InputValueAsync()).AbsolutePath;
        var review = await FillAsync(page, "/reviews/new");
        var entry = await FillAsync(page, "/journal/new");
        return
        [
            "/",
            "/assignments",
            assignment,
            $"{assignment}/inquiry",
            $"{assignment}/inquiry/p4",
            $"{assignment}/inquiry/blank",
            $"{assignment}/inquiry/card",
            $"{assignment}/profile/creating_change",
            $"{assignment}/describe",
            $"{assignment}/end",
            $"{assignment}/discard",
            "/assignments/check-in",
            "/plans",
            plan,
            $"{plan}/frame",
            $"{plan}/behaviours",
            $"{plan}/steps",
            $"{plan}/print",
            $"{plan}/tear-up",
            "/plans/examples/1",
            "/experiments",
            experiment,
            $"{experiment}/capture",
            $"{experiment}/change",
            $"{experiment}/drop",
            "/feedback",
            request,
            $"{request}/code",
            link,
            "/reviews",
            review,
            "/journal",
            entry,
            $"{entry}/tear-out",
            "/account/tokens/new",
            "/people",
        ];
    }

    private static async Task<string> FillAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var box in await page.Locator("main form :is(input:not([type]), input[type=text], textarea):visible").AllAsync())
        {
            await box.FillAsync(Words);
        }

        foreach (var date in await page.Locator("main form input[type=date]:visible").AllAsync())
        {
            await date.FillAsync(day);
        }

        await page.Locator("main form .button:not(.quiet, .plain)").First.ClickAsync();
        await page.LeaveAsync(address);
        return Here(page);
    }

    private static string Here(IPage page) => new Uri(page.Url).AbsolutePath;
}
