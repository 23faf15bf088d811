using System.Net;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks;

namespace Fieldcraft.Tests.Checks;

/// <summary>The pages of a check, from the own view to the report.</summary>
public sealed class CheckPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task The_own_view_comes_first_then_raters_the_launch_and_the_report(Database database)
    {
        var world = await World.OnAsync(database);
        var owner = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        (await owner.GetAsync("/growth/checks")).Main.ShouldContain("Here stands how you see");
        var choose = await owner.GetAsync("/growth/checks/new");
        choose.Main.ShouldContain("It cannot be used for pay, grading");
        choose.Document.QuerySelectorAll("input[name=Chosen][checked]").Length.ShouldBe(5);

        var rate = await choose.SubmitAsync("main form", ("Chosen", "delegation"));
        rate.Document.QuerySelectorAll(".ladder").Length.ShouldBe(1);
        (await rate.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var kept = await rate.SubmitAsync("main form", ("Said[delegation]", "5"));
        kept.Status.ShouldBe(HttpStatusCode.Redirect);
        var check = await owner.GetAsync(kept.RedirectsTo!);
        check.Main.ShouldContain("level 3.0");

        var raters = await owner.GetAsync($"{kept.RedirectsTo}/raters");
        raters.Main.ShouldContain("Balanced from 4.");
        for (var i = 0; i < 4; i++)
        {
            (await raters.SubmitAsync("form.fields", ("Input.Group", "Peers"), ("Input.Name", $"Peer {i}"))).Status.ShouldBe(
                HttpStatusCode.Redirect
            );
        }

        raters = await owner.GetAsync($"{kept.RedirectsTo}/raters");
        raters.Document.QuerySelector("main table")!.TextContent.ShouldContain("A fairly clear picture.");
        var launch = await owner.GetAsync($"{kept.RedirectsTo}/launch");
        launch.Main.ShouldContain("4 people are asked.");
        launch.Main.ShouldContain("Direct reports: 0 on your list");
        (await launch.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);

        check = await owner.GetAsync(kept.RedirectsTo!);
        check.Main.ShouldContain("Too few have answered so far");
        check.Document.QuerySelector("button[formaction='?handler=Close']").ShouldBeNull();
        var links = check.Document.QuerySelectorAll("main ul.items a").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(4);
        foreach (var link in links)
        {
            var handed = new Uri((await owner.GetAsync(link)).Document.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
            var form = await world.App.NewBrowser().GetAsync(handed);
            form.Main.ShouldContain("You are asked as one of: Peers");
            (await form.SubmitAsync("main form", ("Said[delegation]", "4"), ("Comment", "Lets go earlier"))).Main.ShouldContain(
                "Your answer is in"
            );
        }

        check = await owner.GetAsync(kept.RedirectsTo!);
        var closed = await owner.PostAsync($"{kept.RedirectsTo}?handler=Close", FormOf(check));
        closed.Status.ShouldBe(HttpStatusCode.Redirect);
        var report = await owner.GetAsync(kept.RedirectsTo!);
        report.Main.ShouldContain("4 people answered.");
        report.Document.QuerySelector("main table")!.TextContent.ShouldContain("level 2.5 from 4");
        report.Main.ShouldContain("There are comments, but fewer than 5.");
        report.Main.ShouldNotContain("Lets go earlier");
        report.Document.QuerySelector("a[href='/growth/gaps']").ShouldNotBeNull();
        (await owner.GetAsync("/growth/checks")).Main.ShouldContain("closed on");
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_asked_shows_the_own_view_and_two_raters_show_no_more_than_that(Database database)
    {
        var world = await World.OnAsync(database);
        var alone = await Round.WithOwnViewAsync(world);
        (await alone.PostAsync("launch")).Body.GetProperty("code").GetString().ShouldBe("check-without-raters");
        (await alone.Browser.GetAsync(alone.Page)).Main.ShouldContain("Choose whom to ask");
        (await alone.Browser.ApiAsync(HttpMethod.Get, $"{alone.Api}/report")).Status.ShouldBe(HttpStatusCode.NotFound);

        var two = await Round.RunningAsync(world, "peers", "reports");
        await two.AnswerAllAsync(2, 3);
        (await two.PostAsync("closing")).Status.ShouldBe(HttpStatusCode.NoContent);
        var page = await two.Browser.GetAsync(two.Page);
        page.Main.ShouldContain("Even how many would say who");
        page.Main.ShouldContain("Too few answers to show anything more here");
        page.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Twelve_raters_give_groups_comments_and_the_boss_apart(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(
            world,
            ["boss", .. Enumerable.Repeat("peers", 4), .. Enumerable.Repeat("reports", 6), "customers"]
        );
        await round.AnswerAllAsync(6, 4, 5, 5, 6, 4, 4, 5, 5, 6, 6, 5);

        (await round.PostAsync("closing")).Status.ShouldBe(HttpStatusCode.NoContent);

        var page = await round.Browser.GetAsync(round.Page);
        page.Main.ShouldContain("12 people answered.");
        var rows = page.Document.QuerySelector("main table")!.TextContent;
        rows.ShouldContain("Boss");
        rows.ShouldContain("Peers and Customers inside");
        rows.ShouldContain("level 3.0 from 5");
        page.Document.QuerySelectorAll("main blockquote").Length.ShouldBe(12);
        var report = await round.ReportAsync();
        report.GetProperty("answered").GetInt32().ShouldBe(12);
        var views = report.GetProperty("capabilities").GetProperty(Round.Capability);
        views.GetProperty("groups").GetArrayLength().ShouldBe(3);
        views.GetProperty("butBosses").GetProperty("spread").GetArrayLength().ShouldBe(7);
    }

    [Theory, OnEveryDatabase]
    public async Task Where_views_differ_a_mean_never_stands_alone(Database database)
    {
        var round = await Round.RunningAsync(await World.OnAsync(database), [.. Enumerable.Repeat("reports", 6)]);
        await round.AnswerAllAsync(1, 7, 1, 7, 2, 6);
        await round.PostAsync("closing");

        var page = await round.Browser.GetAsync(round.Page);

        page.Document.QuerySelector("main .message.signal")!.TextContent.ShouldContain("People experience this differently");
        page.Document.QuerySelector("main table")!.TextContent.ShouldContain("people experience this differently");
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_check_keeps_the_words_of_its_edition_when_a_newer_one_is_in_use(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");
        var content = app.Get<FrameworkShelf>().Default.Content;
        var renamed = content with
        {
            Capabilities = [.. content.Capabilities.Select(c => c.Id == Round.Capability ? c with { Name = "Handing over the wheel" } : c)],
        };
        var edition = FrameworkEdition.Start(
            Id.New<FrameworkEditionId>(world.Now),
            2,
            FrameworkEditionId.Default,
            renamed,
            round.Owner.Id,
            world.Now
        );
        edition.Publish(content, "New words", round.Owner.Id, world.Now).IsDone.ShouldBeTrue();
        await world.SaveAsync(edition);
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        (await app.NewBrowser().GetAsync($"/r/{round.Secrets[0]}")).Main.ShouldContain("Delegation and empowerment");
        await round.AnswerAllAsync(4, 5, 6);
        await round.PostAsync("closing");
        (await round.Browser.GetAsync(round.Page)).Main.ShouldContain("Delegation and empowerment");
        (await round.Browser.GetAsync("/growth/checks/new")).Main.ShouldContain("Handing over the wheel");
    }

    [Theory, OnEveryDatabase]
    public async Task The_full_form_asks_for_behaviours_and_takes_their_mean(Database database)
    {
        var world = await World.OnAsync(database);
        var owner = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var rate = await (await owner.GetAsync("/growth/checks/new")).SubmitAsync(
            "main form",
            ("Chosen", "active_listening"),
            ("Form", "Full")
        );
        rate.Main.ShouldContain("Asks open questions and sums up what was said");

        var kept = await rate.SubmitAsync(
            "main form",
            ("Said[active_listening/0]", "4"),
            ("Said[active_listening/1]", "5"),
            ("Said[active_listening/2]", "unknown")
        );

        (await owner.GetAsync(kept.RedirectsTo!)).Main.ShouldContain("level 2.8");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Pages_need_at_most_six_queries_with_four_raters_and_with_twelve(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        foreach (var raters in new[] { 4, 12 })
        {
            var round = await Round.RunningAsync(world, [.. Enumerable.Repeat("peers", raters)]);
            var proposing = await Round.WithOwnViewAsync(world, round.Owner);
            await proposing.ProposeAsync(new { group = "peers", name = "Ines" });
            await AssertAsync("/growth/checks", round.Page, $"{proposing.Page}/raters", $"{proposing.Page}/launch", "/growth/checks/new");
            (await Queries.OfAsync(world.App, world.App.NewBrowser(), $"/r/{round.Secrets[0]}")).Count.ShouldBeLessThanOrEqualTo(6);
            await round.AnswerAllAsync([.. Enumerable.Repeat<int?>(5, raters)]);
            await round.PostAsync("closing");
            await AssertAsync(round.Page);

            async Task AssertAsync(params string[] addresses)
            {
                foreach (var address in addresses)
                {
                    (await Queries.OfAsync(world.App, round.Browser, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
                }
            }
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_closed_report_is_shared_as_a_copy_without_its_comments(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(world, [.. Enumerable.Repeat("peers", 5)]);
        await round.AnswerAllAsync(4, 5, 5, 6, 5);
        await round.PostAsync("closing");

        var form = await round.Browser.GetAsync($"/shares/new?kind=CheckReport&item={round.Id}");

        form.Main.ShouldContain("Delegation and empowerment");
        form.Main.ShouldContain("level 3.0 from 5");
        form.Main.ShouldNotContain("Comment 1");
        var open = await Round.WithOwnViewAsync(world, round.Owner);
        (await round.Browser.GetAsync($"/shares/new?kind=CheckReport&item={open.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static List<KeyValuePair<string, string>> FormOf(Page page) =>
        Page.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form.actions")!);
}
