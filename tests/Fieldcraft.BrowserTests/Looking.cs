using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>What every page of a journey is looked at for: WCAG as far as axe finds it, and nothing that scrolls sideways.</summary>
internal static class Looking
{
    /// <summary>Waits until the page is at an address and loaded. The page is asked itself: waiting for the event of it hangs now and then when it came before one asked.</summary>
    /// <param name="pattern">A regular expression of the address or its end.</param>
    public static async Task ArriveAsync(this IPage page, string pattern)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern));
        await BeWholeAsync(page);
    }

    /// <summary>Waits until the page is at another address.</summary>
    public static async Task LeaveAsync(this IPage page, string address)
    {
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex($"{Regex.Escape(address)}$"));
        await BeWholeAsync(page);
    }

    private static async Task BeWholeAsync(IPage page) => await page.WaitForFunctionAsync("document.readyState === 'complete'");

    /// <param name="found">Takes what is wrong, so that a journey names all of it at its end.</param>
    /// <param name="script">Whether the page runs scripts; axe is one.</param>
    public static async Task LookAtAsync(this IPage page, List<string> found, bool script = true)
    {
        if (script)
        {
            var result = await page.RunAxe();
            found.AddRange(result.Violations.Select(v => $"{page.Url}: {v.Id} at {string.Join(" ", v.Nodes.Select(n => n.Target))}"));
        }

        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))
        {
            found.Add($"{page.Url} scrolls sideways");
        }
    }
}
