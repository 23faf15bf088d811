using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>
/// The pictures in the user guides. They are taken from the product itself, by FIELDCRAFT_PICTURES=1, so that a page that looks different now needs no
/// drawing, only a run.
/// </summary>
public sealed partial class GuidePicturesTests(SharedBrowser browser)
{
    /// <summary>Bytes a picture may weigh: a guide is also read in a yard with one bar.</summary>
    private const int Heaviest = 100_000;

    private static readonly string Guides = GuideFolder();

    [Fact]
    public void Every_picture_that_a_guide_shows_is_there_light_and_described()
    {
        var shown = Directory
            .EnumerateFiles(Guides, "*.md")
            .SelectMany(f => Picture().Matches(File.ReadAllText(f)))
            .Select(m => (File: m.Groups["file"].Value, Says: m.Groups["says"].Value))
            .ToList();

        shown.Count.ShouldBeGreaterThanOrEqualTo(6);
        shown.ShouldAllBe(p => File.Exists(Path.Combine(Guides, p.File)) && p.Says.Length > 20);
        Directory.EnumerateFiles(Path.Combine(Guides, "pictures")).ShouldAllBe(f => new FileInfo(f).Length < Heaviest);
        Directory
            .EnumerateFiles(Path.Combine(Guides, "pictures"))
            .ShouldAllBe(f => shown.Any(p => Path.GetFileName(f) == Path.GetFileName(p.File)));
    }

    [Fact(Timeout = NewcomerTests.Patience)]
    public async Task Pictures_are_taken_along_the_first_hour()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("FIELDCRAFT_PICTURES") == "1",
            "Pictures of the guides are only taken anew with FIELDCRAFT_PICTURES=1."
        );
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync(1080);
        await page.GotoAsync("/set-up");
        await TakeAsync(page, "start", 760);

        await NewcomerTests.BringAssignmentAsync(page);
        var assignment = page.Url.Split('?')[0];
        await page.GotoAsync(assignment);
        await TakeAsync(page, "assignment", 800);

        await page.GotoAsync($"{assignment}/inquiry/p4");
        await page.Locator("main textarea")
            .FillAsync("Hand over a whole shift start and stay away from it, twice a week, until the crew no longer looks for me.");
        await Assertions.Expect(page.Locator("main [data-saved]").First).ToContainTextAsync("Saved");
        await page.SetViewportSizeAsync(390, 800);
        await TakeAsync(page, "question", 740);
        await page.SetViewportSizeAsync(1080, 900);

        await LookQuicklyAsync(page, assignment);
        await TakeAsync(page, "zone", 800);

        await page.GotoAsync(assignment);
        await NewcomerTests.PickThreeAsync(page);
        var plan = page.Url.Split('?', '#')[0];
        await page.GotoAsync($"{plan}/goals");
        await WriteAsync(
            page,
            "The night dock starts on time without me, four nights a week",
            "The gate log shows it; nobody rings me before six"
        );
        await page.GotoAsync($"{plan}/behaviours");
        await WriteAsync(
            page,
            "Ask one question and wait for the answer before I say what I would do",
            "When I answer first, nobody else learns the dock"
        );
        await page.GotoAsync(plan);
        await TakeAsync(page, "plan", 760);
        await page.GotoAsync($"{plan}/print");
        await TakeAsync(page, "paper", 760);
    }

    private static async Task LookQuicklyAsync(IPage page, string assignment)
    {
        await page.GotoAsync($"{assignment}/quick-look");
        string[] parts = ["A crew I do not know", "Two sites at once", "A date that cannot move"];
        for (var i = 0; i < parts.Length; i++)
        {
            await page.Locator($"[name='Names[{i}]']").FillAsync(parts[i]);
            await page.Locator($"[name='Sizes[{i}]'][value='{(i == 1 ? 3 : 2)}']").CheckAsync();
        }

        foreach (var group in await page.Locator("fieldset:has([name^='Support'])").AllAsync())
        {
            await group.Locator("[value='3']").CheckAsync();
        }

        await page.Locator("main form .button").Last.ClickAsync();
        await page.ArriveAsync("/zone$");
    }

    private static async Task WriteAsync(IPage page, params string[] texts)
    {
        var boxes = page.Locator("main form textarea:visible");
        for (var i = 0; i < texts.Length; i++)
        {
            await boxes.Nth(i).FillAsync(texts[i]);
        }

        await page.Locator("main form .button").First.ClickAsync();
        await page.ArriveAsync("/plans/[0-9a-f-]{36}([?#].*)?$");
    }

    private static async Task TakeAsync(IPage page, string name, int height)
    {
        await page.EvaluateAsync("document.activeElement?.blur(); document.querySelector('.flash')?.remove(); scrollTo(0, 0)");
        var width = page.ViewportSize!.Width;
        await page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(Guides, "pictures", $"{name}.png"),
                Clip = new() { Width = width, Height = height },
                FullPage = true,
            }
        );
    }

    private static string GuideFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Fieldcraft.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("No repository above the tests."), "docs", "guide");
    }

    [GeneratedRegex(@"!\[(?<says>[^\]]*)\]\((?<file>pictures/[^)]+)\)")]
    private static partial Regex Picture();
}
