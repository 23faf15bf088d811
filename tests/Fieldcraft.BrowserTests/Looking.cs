using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>What every page of a journey is looked at for: WCAG as far as axe finds it, and nothing that scrolls sideways.</summary>
internal static class Looking
{
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
