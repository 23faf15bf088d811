using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Growth;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Board;

/// <summary>Posting, reading and the growth-first order, over HTTP.</summary>
public sealed class BoardPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_need_is_posted_by_the_form_read_by_everybody_and_changed_by_its_owner_alone(Database database)
    {
        var world = await World.OnAsync(database);
        var (owner, other) = (
            await world.SignedInAsync(await world.PersonAsync("Ines")),
            await world.SignedInAsync(await world.PersonAsync("Tomas"), Proof.Pin)
        );
        var form = await owner.GetAsync("/board/new");
        form.Document.QuerySelector("main input[value='Problem']").ShouldBeNull("Only who leads posts a problem.");

        var wrong = await form.SubmitAsync("main form.fields", ("Posting.Title", "Scans"), ("Posting.HoursAWeek", "4"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Main.ShouldContain("Say what is left for it");
        var posted = await form.SubmitAsync(
            "main form.fields",
            ("Posting.Title", "Missing scans on the late line"),
            ("Posting.WhyItMatters", "Two hours a night"),
            ("Posting.GoodEnd", "Under ten a night"),
            ("Posting.Challenges", "new_directions"),
            ("Posting.HoursAWeek", "4"),
            ("Posting.UntilOn", $"{world.Today.AddDays(60):yyyy-MM-dd}"),
            ("Posting.OffThePlate", "The Thursday report")
        );
        posted.Status.ShouldBe(HttpStatusCode.Redirect, posted.Main);
        var address = posted.RedirectsTo!;

        var read = await other.GetAsync(address);
        read.Main.ShouldContain("The Thursday report");
        (await other.GetAsync("/board")).Main.ShouldContain("By date. Signed in with your own password");
        (await other.GetAsync($"{address}/change")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.DoAsync($"/postings/{address.Split('/')[^1]}/withdrawal")).ShouldBe(HttpStatusCode.NotFound);

        var change = await owner.GetAsync($"{address}/change");
        (await change.SubmitAsync("main form.fields", ("Posting.Title", "Scans that are missing"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await change.SubmitAsync("main form.fields", ("Posting.Title", "From another tab"))).Status.ShouldBe(HttpStatusCode.Conflict);
        var own = await owner.GetAsync(address);
        own.Main.ShouldContain("Scans that are missing");
        (await own.SubmitAsync("main form[action$='handler=Withdraw']")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetAsync(address)).Main.ShouldContain("It was withdrawn");
        (await owner.GetAsync("/board?kind=mine")).Main.ShouldContain("Scans that are missing");
    }

    [Theory, OnEveryDatabase]
    public async Task A_problem_is_posted_by_who_leads_and_for_units_they_lead(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var depot = await world.UnitAsync("Harbour depot", UnitKind.Facility, ledBy: leader);
        var elsewhere = await world.UnitAsync("Hill depot", UnitKind.Facility);
        var (leaders, others) = (await world.SignedInAsync(leader), await world.SignedInAsync(await world.PersonAsync("Tomas")));

        (await PostAsync(others, null)).ShouldBe("posting-problem-needs-lead");
        (await PostAsync(leaders, elsewhere.Id.Value)).ShouldBe("posting-unit-not-yours");
        (await PostAsync(leaders, depot.Id.Value)).ShouldBeNull();
        (await leaders.GetAsync("/board/new")).Main.ShouldContain("Harbour depot");
        (await others.GetAsync("/board?kind=problem")).Main.ShouldContain("Harbour depot");

        async Task<string?> PostAsync(Browser browser, Guid? unit)
        {
            var (status, body, _) = await browser.ApiAsync(
                HttpMethod.Post,
                "/api/v1/postings",
                new
                {
                    kind = "Problem",
                    title = "The depot floods",
                    whyItMatters = "Every spring",
                    goodEnd = "Dry floor",
                    challenges = new[] { "new_directions" },
                    hoursAWeek = 0,
                    untilOn = world.Today.AddDays(30),
                    unit,
                }
            );
            return status == HttpStatusCode.Created ? null : body.GetProperty("code").GetString();
        }
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_board_is_in_the_viewers_order_with_the_reason_and_the_sum(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var poster = await world.SignedInAsync(await world.PersonAsync("Ines"));
        await poster.PostAsync(world, "Nothing of the kind", challenges: ["scope_and_scale"]);
        await poster.PostAsync(world, "People to let go", challenges: ["reduction_decisions"]);
        var much = await poster.PostAsync(world, "Win three depots over", challenges: ["influence_without_authority"]);
        await poster.PostAsync(
            world,
            "All at once",
            challenges: ["influence_without_authority", "high_stakes", "inherited_problems", "new_directions"]
        );
        await poster.PostAsync(world, "The newest of all", challenges: ["scope_and_scale"]);

        var nobody = await world.SignedInAsync(await world.PersonAsync("Tomas"));
        var byDate = await nobody.GetAsync("/board");
        byDate.Main.ShouldContain("because you have chosen no gap yet");
        byDate
            .Document.QuerySelectorAll("main .items > li > a:not([aria-current])")
            .Select(a => a.TextContent)
            .ShouldContain("The newest of all");
        byDate.Document.QuerySelectorAll("main p.why").ShouldBeEmpty();

        var growing = await GrowingLeader.WithGapsAsync(world);
        var board = await growing.Browser.GetAsync("/board");
        board.Main.ShouldContain("the 2 gaps you work on");
        board.Main.ShouldContain("Only you see this order");
        var why = board.Document.QuerySelectorAll("main p.why").Select(p => p.TextContent).ToList();
        why.ShouldContain(w => w.Contains("influence without authority") && w.Contains("of your 2 gaps"));
        board.Document.QuerySelectorAll("main table.sums, main .sums table").Length.ShouldBeGreaterThan(0);

        var listed = (await growing.Browser.ReadAsync("/postings/growth-first")).GetProperty("items").EnumerateArray().ToList();
        listed
            .Select(l => l.GetProperty("posting").GetProperty("posting").GetProperty("title").GetString())
            .ShouldBe(listed.OrderBy(Rank).Select(l => l.GetProperty("posting").GetProperty("posting").GetProperty("title").GetString()));
        var fit = listed.First(l => l.GetProperty("posting").GetProperty("id").GetGuid() == much);
        fit.GetProperty("fit").GetString().ShouldBe("fits");
        fit.GetProperty("parts")
            .EnumerateArray()
            .Sum(p => p.GetProperty("value").GetDecimal())
            .ShouldBe(fit.GetProperty("value").GetDecimal());
        foreach (var title in new[] { "Nothing of the kind", "People to let go" })
        {
            listed
                .First(l => l.GetProperty("posting").GetProperty("posting").GetProperty("title").GetString() == title)
                .GetProperty("why")
                .GetString()
                .ShouldBe("", title);
        }

        (await growing.Browser.GetAsync("/board?capability=upward_influence")).Main.ShouldContain("the gap you work on");
        var shut = await world.SignedInAsync(growing.Leader, Proof.Pin);
        (await shut.GetAsync("/board")).Main.ShouldNotContain("of your 2 gaps");
        (await shut.ApiAsync(HttpMethod.Get, "/api/v1/postings/growth-first")).Status.ShouldBe(HttpStatusCode.Forbidden);

        static int Rank(System.Text.Json.JsonElement listed) =>
            listed.GetProperty("fit").GetString() switch
            {
                "fits" => 0,
                "wouldHaveToChange" => 1,
                "notEnoughKnown" => 2,
                _ => 3,
            };
    }

    [Theory, OnEveryDatabase]
    public async Task The_briefing_stands_for_everybody(Database database)
    {
        var world = await World.OnAsync(database);
        var somebody = await world.SignedInAsync(await world.PersonAsync("Tomas"));

        (await somebody.GetAsync("/board/when-someone-comes")).Main.ShouldContain("You have 5 working days");
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_plan_holds_for_somebody_else_becomes_a_posting(Database database)
    {
        var world = await World.OnAsync(database);
        var (mine, others) = (
            await world.SignedInAsync(await world.PersonAsync("Ines")),
            await world.SignedInAsync(await world.PersonAsync("Tomas"))
        );
        var (_, plan, _) = await mine.ApiAsync(HttpMethod.Post, "/api/v1/plans", new { title = "The evening hub" });
        var id = plan.GetProperty("id").GetGuid();
        var offer = await mine.GetAsync($"/plans/{id}/opportunity");
        (await offer.SubmitAsync("main form.fields", ("Input.Text", "Run the dock meeting. Every Tuesday."))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        (await mine.GetAsync($"/plans/{id}")).Document.QuerySelector($"main a[href='/board/new?plan={id}']").ShouldNotBeNull();
        var form = await mine.GetAsync($"/board/new?plan={id}");
        form.Document.QuerySelector("input[name='Posting.Title']")!.GetAttribute("value").ShouldBe("Run the dock meeting");
        form.Document.QuerySelector("textarea[name='Posting.WhyItMatters']")!.TextContent.ShouldContain("Every Tuesday");
        (await others.GetAsync($"/board/new?plan={id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await others.GetAsync("/board")).Main.ShouldNotContain("Run the dock meeting");
    }

    [Theory, OnServersOfItsOwn]
    public async Task No_page_of_the_room_asks_more_than_six_times_with_one_row_or_many(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var manager = await world.PersonAsync("Noor");
        var growing = await GrowingLeader.WithGapsAsync(world, manager);
        var posters = await world.SignedInAsync(await world.PersonAsync("Ines"));
        var posting = await posters.PostAsync(world, challenges: ["influence_without_authority"]);
        var mine = await growing.Browser.PostAsync(world, "Mine");
        var interest = await growing.Browser.AskAboutAsync(posting);
        await posters.AskAboutAsync(mine);
        var trial = await TrialPagesTests.TellAsync(growing.Browser, world);
        var administrator = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        using var queries = Queries.Of(app);
        string[] addresses =
        [
            "/board",
            "/board?kind=mine",
            "/board/new",
            $"/board/{posting}",
            $"/board/{mine}",
            $"/board/{mine}/change",
            "/board/conversations",
            $"/board/conversations/{interest}",
            "/board/trials",
            "/board/trials/new",
            $"/board/trials/{trial}",
            $"/board/trials/{trial}/change",
            "/board/when-someone-comes",
        ];
        string[] administrators = ["/administration/holidays"];
        var first = await CountAsync();
        for (var i = 0; i < 4; i++)
        {
            var another = await posters.PostAsync(world, $"Another {i}", challenges: ["influence_without_authority"]);
            await growing.Browser.AskAboutAsync(another);
            await posters.AskAboutAsync(await growing.Browser.PostAsync(world, $"Mine {i}"));
            await TrialPagesTests.TellAsync(growing.Browser, world);
        }

        (await CountAsync()).ShouldBe(first);
        first.ShouldAllBe(c => c >= 1 && c <= 6);

        async Task<List<int>> CountAsync()
        {
            var counts = new List<int>();
            foreach (
                var (address, browser) in addresses.Select(a => (a, growing.Browser)).Concat(administrators.Select(a => (a, administrator)))
            )
            {
                await browser.GetAsync(address);
                counts.Add(
                    await queries.InAsync(async () => (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address))
                );
            }

            return counts;
        }
    }
}
