using System.Text.RegularExpressions;
using Fieldcraft.Web.Demo;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>
/// Every kind of page of team learning, strategy, pulse and Insight that links lead to, full of the demo's life, as those who meet it: fit to be used with axe's eyes, and nothing scrolls
/// sideways. One page of a kind is enough: addresses that differ only in ids are one kind.
/// </summary>
public sealed partial class DemoPagesTests(SharedBrowser browser)
{
    private const int KindsAtMost = 90;
    private const string Links =
        "[...document.querySelectorAll('a[href^=\"/\"]:not([download])')].map((a) => a.getAttribute('href').split('#')[0])";

    [Fact(Timeout = 15 * 60 * 1000)]
    public async Task Pages_of_team_learning_and_strategy_are_fit_to_be_used_by_those_who_meet_them()
    {
        await using var app = await LiveApp.StartAsync(browser, demo: true);
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var (account, width, scheme, begins) in new[]
            {
                (
                    "leader",
                    360,
                    ColorScheme.Dark,
                    new[] { "/", "/my-sessions", "/team-ideas", "/at-your-site", "/strategy", "/strategy/places", "/promises", "/pulses" }
                ),
                ("facility", 1280, ColorScheme.Light, ["/", "/team-ideas/measures", "/at-your-site"]),
                ("scheduler", 1280, ColorScheme.Dark, ["/", "/sites"]),
                ("programme_lead", 1280, ColorScheme.Light, ["/", "/outcomes", "/strategy", "/requests", "/pulses", "/insight"]),
                ("sponsor", 1280, ColorScheme.Dark, ["/", "/outcomes"]),
                ("employee", 360, ColorScheme.Light, ["/", "/my-slot", "/at-your-site", "/strategy/places", "/requests", "/pulses"]),
            }
        )
        {
            var page = await app.NewPageAsync(width, scheme);
            await SignInAsync(app, page, account);
            await CrawlAsync(page, begins, account, seen, found);
            await page.Context.CloseAsync();
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{seen.Count} kinds of pages.");
        seen.Count.ShouldBeGreaterThan(40);
        found.ShouldBeEmpty();
    }

    private static async Task CrawlAsync(IPage page, IEnumerable<string> begins, string account, HashSet<string> seen, List<string> found)
    {
        var waiting = new Queue<string>(begins);
        var own = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var address) && own.Count < KindsAtMost)
        {
            if (!own.Add(KindOf(address)) || !IsLookedAt(address))
            {
                continue;
            }

            var answer = await page.GotoAsync(address);
            if (answer is { Status: 404 } && begins.Contains(address, StringComparer.Ordinal))
            {
                // A door that is not this person's.
                continue;
            }

            if (answer is not { Ok: true })
            {
                found.Add($"{account}: {address} answered {answer?.Status}");
                continue;
            }

            if (seen.Add(KindOf(address)))
            {
                await page.LookAtAsync(found);
            }

            foreach (var link in await page.EvaluateAsync<string[]>(Links))
            {
                waiting.Enqueue(link);
            }
        }
    }

    internal static async Task SignInAsync(LiveApp app, IPage page, string key)
    {
        var employee = DemoAccounts.All.First(a => a.Key == key).EmployeeId;
        var answer = await page.Context.APIRequest.PostAsync(
            new Uri(app.Address, "/api/v1/sign-in").ToString(),
            new()
            {
                DataObject = new { username = employee, password = DemoAccounts.Password },
                Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Origin"] = app.Address.GetLeftPart(UriPartial.Authority),
                },
            }
        );
        answer.Ok.ShouldBeTrue(key);
    }

    private static bool IsLookedAt(string address) => !Downloads().IsMatch(address) && Rooms().IsMatch(address);

    private static string KindOf(string address) => Parts().Replace(Ids().Replace(address.Split('?')[0], "{id}"), "/$1/{part}");

    [GeneratedRegex(
        "^/($|my-sessions|my-slot|sessions|team-|programmes|modules|at-your-site|sites|outcomes|awards|here|rollouts|planners|previews|routines|readiness|strategy|promises|requests|pulses|insight)"
    )]
    private static partial Regex Rooms();

    [GeneratedRegex("[.](pdf|csv|json|xlsx|ics)|/pdf|/csv|/xlsx|export|/media/")]
    private static partial Regex Downloads();

    [GeneratedRegex("/(blocks|parts)/[a-z_]+")]
    private static partial Regex Parts();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();
}
