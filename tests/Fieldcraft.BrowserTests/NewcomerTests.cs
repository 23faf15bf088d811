using System.Text;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>Somebody who has never seen Fieldcraft: from an empty start to a plan on paper.</summary>
public sealed class NewcomerTests(SharedBrowser browser)
{
    /// <summary>Milliseconds after which a journey counts as stuck; none takes a tenth of it.</summary>
    internal const int Patience = 300_000;

    private const string Assignment = "Opening the night dock at Harbour 3";
    private const string FirstAction = "Let Dalia run the Monday handover";

    [Theory(Timeout = Patience)]
    [InlineData(1280, true)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task From_an_empty_start_to_a_plan_in_pdf(int width, bool script)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync(width, script: script);

        await BringAssignmentAsync(page);
        await PickThreeAsync(page);

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/plans/"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(FirstAction);
        var pdf = await page.Context.APIRequest.GetAsync($"{page.Url.Split('?', '#')[0]}.pdf");
        pdf.Status.ShouldBe(200);
        var bytes = await pdf.BodyAsync();
        Encoding.ASCII.GetString(bytes, 0, 5).ShouldBe("%PDF-");
    }

    [Fact(Timeout = Patience)]
    public async Task An_answer_saves_itself_and_says_so_and_is_there_after_a_reload()
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync();
        await BringAssignmentAsync(page);
        await page.GotoAsync(page.Url.Split('?')[0] + "/inquiry");
        var ask = page.Locator("#p1");

        await ask.Locator("textarea").FillAsync("How to hand over without hovering");

        await Assertions.Expect(ask.Locator("[data-saved]")).ToContainTextAsync("Saved");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#p1 textarea")).ToHaveValueAsync("How to hand over without hovering");
    }

    [Fact(Timeout = Patience)]
    public async Task What_is_typed_without_a_network_waits_and_is_sent()
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync();
        await BringAssignmentAsync(page);
        await page.GotoAsync(page.Url.Split('?')[0] + "/inquiry");
        var ask = page.Locator("#p2");
        await page.Context.SetOfflineAsync(true);

        await ask.Locator("textarea").FillAsync("A first month with two weak shifts");
        await Assertions.Expect(ask.Locator("[data-saved]")).ToContainTextAsync("Waiting");
        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(ask.Locator("[data-saved]")).ToContainTextAsync("Saved", new() { Timeout = 45_000 });
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#p2 textarea")).ToHaveValueAsync("A first month with two weak shifts");
    }

    [Fact(Timeout = Patience)]
    public async Task A_form_sent_while_it_is_still_saving_is_not_told_that_somebody_else_changed_it()
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync();
        await BringAssignmentAsync(page);
        await page.GotoAsync(page.Url.Split('?')[0] + "/quick-look");
        await page.RouteAsync(
            "**/quick-look*",
            async route =>
            {
                if (route.Request.ResourceType != "fetch")
                {
                    await route.ContinueAsync();
                    return;
                }

                // The server has kept it; the page has not yet heard of that.
                var kept = await route.FetchAsync();
                await Task.Delay(700);
                await route.FulfillAsync(new() { Response = kept });
            }
        );

        await page.Locator("[name='Names[0]']").FillAsync("A new crew");
        await page.Locator("[name='Sizes[0]'][value='4']").CheckAsync();
        await page.Locator("main form .button").Last.ClickAsync();

        await page.ArriveAsync("/zone$");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("A new crew");
    }

    [Theory(Timeout = Patience)]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task No_page_of_the_first_hour_has_a_barrier_that_axe_finds_or_scrolls_sideways(ColorScheme scheme, int width)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync(width, scheme);
        var found = new List<string>();
        await page.GotoAsync("/");
        await page.LookAtAsync(found);
        await BringAssignmentAsync(page);
        var assignment = new Uri(page.Url.Split('?')[0]).AbsolutePath;
        string[] pages =
        [
            assignment,
            $"{assignment}/quick-start",
            $"{assignment}/inquiry",
            $"{assignment}/quick-look",
            $"{assignment}/profile",
            $"{assignment}/zone",
            "/",
            "/assignments",
            "/assignments/new",
            "/plans",
            "/plans/new",
            "/plans/examples",
            "/journal",
            "/journal/new",
            "/feedback",
            "/reviews",
            "/shares",
            "/account",
            "/no-such-page",
        ];
        foreach (var address in pages)
        {
            await page.GotoAsync(address);
            await page.LookAtAsync(found);
        }

        found.ShouldBeEmpty();
    }

    [Fact(Timeout = Patience)]
    public async Task The_way_to_a_first_assignment_needs_no_mouse()
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync();
        await page.GotoAsync("/set-up");
        await TabToAsync(page, "button");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/assignments/new$");
        await TabToAsync(page, "main input");
        await page.Keyboard.TypeAsync(Assignment);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Assignment);
    }

    internal static async Task BringAssignmentAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with my work" }).ClickAsync();
        await page.Locator("main form input:not([type=hidden])").First.FillAsync(Assignment);
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Assignment);
    }

    internal static async Task PickThreeAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Start quickly" }).First.ClickAsync();
        foreach (var question in new[] { "p1", "p4", "p5" })
        {
            await page.Locator($"input[name=pick][value={question}]").CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Write on these" }).ClickAsync();
        for (var i = 0; i < 3; i++)
        {
            await page.Locator("main textarea").First.FillAsync($"What I would try number {i + 1}");
            await page.Locator("main form button").Last.ClickAsync();
        }

        await page.Locator("main textarea, main input[name='First.What']").First.FillAsync(FirstAction);
        await page.Locator("main input[name='First.On'], main input[type=date]")
            .First.FillAsync(
                DateOnly
                    .FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
                    .AddDays(3)
                    .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it into a plan" }).ClickAsync();
    }

    internal static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        throw new InvalidOperationException($"Tab never reached {selector} on {page.Url}.");
    }
}
