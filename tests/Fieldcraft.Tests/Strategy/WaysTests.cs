using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Tests.Board;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Strategy;

/// <summary>From an action to what it caused, and from there back to the policy it serves.</summary>
public sealed class WaysTests
{
    private const string Policy = "Teams decide";
    private const string Action = "Each team stops the belt itself";

    [Theory, OnServersOfItsOwn]
    public async Task From_a_programme_and_a_posting_one_link_leads_back_to_action_and_policy(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var reader = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var employee = await world.SignedInAsync(await world.PersonAsync("Emil"));
        var policy = await WriteAsync(lead, StrategyKind.Policy, new { policy = Policy, willNot = "ask upwards" });
        var action = await WriteAsync(lead, StrategyKind.Action, new { action = Action }, policy);
        var loose = await WriteAsync(lead, StrategyKind.Action, new { action = "A loose one" });
        var (_, begun, _) = await lead.ApiAsync(
            HttpMethod.Post,
            "/api/v1/programmes",
            new { name = "Everyday service", unit = world.Organisation.Id.Value }
        );
        var programme = begun.GetProperty("id").GetGuid();
        var posting = await lead.PostAsync(world);
        (await lead.GetAsync($"/strategy/{action}")).Main.ShouldContain("Nothing is noted yet");
        await NoteAsync(lead, action, EffectKind.Programme, programme);
        await NoteAsync(lead, action, EffectKind.Posting, posting);
        await NoteAsync(lead, loose, EffectKind.Posting, posting);

        foreach (var address in new[] { $"/programmes/{programme}", $"/board/{posting}" })
        {
            var page = await reader.GetAsync(address);
            page.Main.ShouldContain("Serves:");
            page.Document.QuerySelector($"main p.behind a[href='/strategy/{policy}']")!.TextContent.ShouldBe(Policy);
            page.Document.QuerySelector($"main p.behind a[href='/strategy/{action}']")!.TextContent.ShouldBe(Action);
            (await employee.GetAsync(address)).Document.QuerySelector("p.behind").ShouldBeNull(address);
            (await Queries.OfAsync(app, reader, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
            (await Queries.OfAsync(app, lead, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }

        (await reader.GetAsync($"/board/{posting}"))
            .Document.QuerySelectorAll("main p.behind")
            .Select(p => p.TextContent.Trim().Split(':')[0])
            .ShouldBe(["Serves", "Comes from"]);
    }

    [Theory, OnServersOfItsOwn]
    public async Task One_page_answers_what_an_action_caused_and_how_it_stands(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var leader = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var gap = await WriteAsync(
            lead,
            StrategyKind.Gap,
            new
            {
                name = "Late on Mondays",
                actual = "11.2",
                desired = "3",
                unit = "% late",
            }
        );
        var policy = await WriteAsync(lead, StrategyKind.Policy, new { policy = Policy, willNot = "ask upwards" });
        var action = await WriteAsync(lead, StrategyKind.Action, new { action = Action }, policy, gap);
        var (_, begun, _) = await lead.ApiAsync(
            HttpMethod.Post,
            "/api/v1/programmes",
            new { name = "Everyday service", unit = world.Organisation.Id.Value }
        );
        var posting = await lead.PostAsync(world);
        var (status, promised, _) = await leader.ApiAsync(
            HttpMethod.Post,
            "/api/v1/commitments",
            new
            {
                boxes = new
                {
                    promise = "Keep Thursdays free",
                    feature = "f5_support",
                    verb = "enable",
                },
            }
        );
        status.ShouldBe(HttpStatusCode.Created, promised.ToString());
        await NoteAsync(lead, action, EffectKind.Programme, begun.GetProperty("id").GetGuid());
        await NoteAsync(lead, action, EffectKind.Posting, posting);
        await NoteAsync(lead, action, EffectKind.Promise, promised.GetProperty("id").GetGuid());

        var page = await lead.GetAsync($"/strategy/{action}");
        page.Main.ShouldContain("11.2 % late now, 3 wanted");
        States(page).ShouldBe(["running", $"open until {world.Today.AddDays(60):d MMMM yyyy}"]);
        page.Main.ShouldContain("And one promise of a leader");
        page.Main.ShouldNotContain("Keep Thursdays free");
        var own = await leader.GetAsync($"/strategy/{action}");
        States(own)[^1].ShouldBe("promised");
        own.Document.QuerySelector("form[data-caused]").ShouldBeNull();
        foreach (var browser in new[] { lead, leader })
        {
            (await Queries.OfAsync(app, browser, $"/strategy/{action}")).Count.ShouldBeLessThanOrEqualTo(6);
        }

        (await lead.ApiAsync(HttpMethod.Post, $"/api/v1/postings/{posting}/withdrawal")).Status.ShouldBe(HttpStatusCode.NoContent);
        States(await lead.GetAsync($"/strategy/{action}"))[^1].ShouldBe("withdrawn");

        // A gap names the action that is to close it, and the policy behind that.
        var back = await leader.GetAsync($"/strategy/{gap}");
        back.Document.QuerySelectorAll("main p.behind a")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe([$"/strategy/{policy}", $"/strategy/{action}"]);

        // What came from elsewhere is taken off again.
        (await page.SubmitAsync("form[data-not-caused]", ("Effect", $"{EffectKind.Posting} {posting}"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        States(await lead.GetAsync($"/strategy/{action}")).ShouldBe(["running"]);
    }

    private static List<string> States(Page page) =>
        [.. page.Document.QuerySelectorAll("#caused .items .state").Select(s => s.TextContent.Trim())];

    private static async Task<Guid> WriteAsync(Browser lead, StrategyKind kind, object boxes, Guid? serves = null, Guid? gap = null)
    {
        var (status, body, _) = await lead.ApiAsync(
            HttpMethod.Post,
            kind == StrategyKind.Gap ? "/api/v1/performance-gaps" : "/api/v1/strategy",
            new
            {
                kind = kind.ToString(),
                boxes,
                serves,
                gap,
            }
        );
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    private static async Task NoteAsync(Browser lead, Guid piece, EffectKind kind, Guid target) =>
        (await lead.ApiAsync(HttpMethod.Put, $"/api/v1/strategy/{piece}/effects/{kind}/{target}")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
}
