using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>
/// The rooms of strategy, pulse and Insight, full of the demo's life: whoever leads learning writes a policy and checks it, a pulse is answered at a shared device by
/// keyboard alone, and the figures are read. One product for all of it: the demo takes longer to make than to read.
/// </summary>
public sealed class StrategyTests(SharedBrowser browser)
{
    private const string Policy = "Nobody waits for a call before a belt is stopped";

    /// <summary>A key a second: two minutes.</summary>
    private const int KeysAtMost = 120;
    private const int Statements = 16;

    [Fact(Timeout = NewcomerTests.Patience)]
    public async Task A_policy_is_written_and_checked_a_pulse_is_answered_and_the_figures_are_read()
    {
        await using var app = await LiveApp.StartAsync(browser, demo: true);
        var page = await app.NewPageAsync();
        await DemoPagesTests.SignInAsync(app, page, "programme_lead");
        var found = new List<string>();

        await WriteStrategyAsync(page, found);
        await AnswerAtKioskAsync(app, page, found);
        await ReadFiguresAsync(page, found);

        found.ShouldBeEmpty();
    }

    private static async Task WriteStrategyAsync(IPage page, List<string> found)
    {
        await page.GotoAsync("/strategy");
        await LookAsync(page, found);
        await page.Locator("main a[href='/strategy/new/policy']").ClickAsync();
        await LookAsync(page, found);
        await page.Locator("[name='Boxes[policy]']").FillAsync(Policy);
        await page.Locator("[name='Boxes[willNot]']").FillAsync("wait for a call");
        await page.Locator("form[data-write] .button").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Policy);
        await LookAsync(page, found);

        await page.GotoAsync("/strategy/coherence");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Policy);
        await LookAsync(page, found);
        await page.GotoAsync("/strategy/ledger");
        await LookAsync(page, found);
        await page.GotoAsync("/strategy/gaps");
        await LookAsync(page, found);
        await page.Locator("main table a").First.ClickAsync();
        await LookAsync(page, found);
        await page.Locator("main p.behind a").Last.ClickAsync();
        await Assertions.Expect(page.Locator("#caused")).ToBeVisibleAsync();
        await LookAsync(page, found);
        foreach (
            var address in new[]
            {
                "/strategy/work",
                "/strategy/consensus",
                "/strategy/page",
                "/strategy/places",
                "/strategy/function",
                "/requests",
                "/requests/new",
                "/promises",
            }
        )
        {
            await page.GotoAsync(address);
            await LookAsync(page, found, both: false);
        }
    }

    /// <summary>Opens a pulse in a unit, takes a code from its slips, and answers with it where nobody is signed in.</summary>
    private static async Task AnswerAtKioskAsync(LiveApp app, IPage page, List<string> found)
    {
        await page.GotoAsync("/pulses");
        await LookAsync(page, found);
        await page.Locator("form[data-open] select").SelectOptionAsync(new SelectOptionValue { Label = "Technology" });
        await page.Locator("form[data-open] .button").ClickAsync();
        await LookAsync(page, found);
        var kiosk = await page.Locator("main a[href*='kiosk']").GetAttributeAsync("href");
        await page.Locator("main .items a").First.ClickAsync();
        await LookAsync(page, found, both: false);
        var code = await page.Locator(".slips .code").First.InnerTextAsync();

        var device = await app.NewPageAsync(360);
        var keys = 0;
        await device.GotoAsync(kiosk!);
        await LookAsync(device, found);
        await Assertions.Expect(device.Locator("#Code")).ToBeFocusedAsync();
        await PressAsync([.. code.Trim().Select(c => c == '-' ? "Minus" : c.ToString()), "Enter"]);
        await device.ArriveAsync($"/p/{code.Trim().Replace("-", "", StringComparison.Ordinal)}");
        await LookAsync(device, found);
        await device.SetViewportSizeAsync(360, 900);
        await NewcomerTests.TabToAsync(device, "[name^=Said]");
        for (var i = 0; i < Statements; i++)
        {
            await PressAsync(["Space", "ArrowRight", "ArrowRight", "ArrowRight", "Tab"]);
        }

        (await device.Locator("[name^=Said]:checked").CountAsync()).ShouldBe(Statements);
        await PressAsync(["Enter"]);
        await device.ArriveAsync("/p/thanks");
        keys.ShouldBeLessThan(KeysAtMost);

        // It goes back by itself, and the way back shows nothing of what was said.
        await device.ArriveAsync($"{Regex.Escape(kiosk!)}$");
        await device.GotoAsync($"/p/{code.Trim()}?kiosk=true");
        (await device.Locator("[name^=Said]").CountAsync()).ShouldBe(0);
        await LookAsync(device, found, both: false);
        await device.GotoAsync("/p/thanks");
        await LookAsync(device, found, both: false);
        await device.Context.CloseAsync();

        async Task PressAsync(IEnumerable<string> pressed)
        {
            foreach (var key in pressed)
            {
                await device.Keyboard.PressAsync(key);
                keys++;
            }
        }
    }

    private static async Task ReadFiguresAsync(IPage page, List<string> found)
    {
        await page.GotoAsync("/pulses");
        await page.Locator("main .items a").Last.ClickAsync();
        await Assertions.Expect(page.Locator("#talk")).ToBeVisibleAsync();
        await LookAsync(page, found);
        await page.GotoAsync("/insight");
        await LookAsync(page, found);
        await page.Locator("main a[href^='/insight/']").First.ClickAsync();
        await LookAsync(page, found);
    }

    /// <summary>In dark on a phone and in light on a desk, and that it scrolls sideways on neither; ends on the desk.</summary>
    private static async Task LookAsync(IPage page, List<string> found, bool both = true)
    {
        await LookAsync(page, found, 360, ColorScheme.Dark);
        if (both)
        {
            await LookAsync(page, found, 1280, ColorScheme.Light);
        }
    }

    private static async Task LookAsync(IPage page, List<string> found, int width, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.LookAtAsync(found);
    }
}
