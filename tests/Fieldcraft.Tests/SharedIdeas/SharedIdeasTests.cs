using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.SharedIdeas;

/// <summary>A partner adds an idea to a shared copy, and the owner takes it in or not.</summary>
public sealed class SharedIdeasTests
{
    private const string Title = "Canary plan for the night dock";
    private const string Text = "Let Bilal run the first handover";

    [Theory, OnServersOfItsOwn]
    public async Task From_outside_by_a_link_without_an_account_into_a_step_of_the_plan(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        var plan = await PlanAsync(world, leader);
        var owner = await world.SignedInAsync(leader);
        var made = await (await owner.GetAsync($"/shared-ideas/links/new?kind=Plan&item={plan}")).SubmitAsync(
            "main form",
            ("Input.Partner", "Ruth, who trained me"),
            ("Input.Address", "ruth@outside.example")
        );
        made.Status.ShouldBe(HttpStatusCode.Redirect, made.Main);
        var link = new Uri((await owner.GetAsync(made.RedirectsTo!)).Document.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        (await world.LettersToAsync("ruth@outside.example")).Single().Text.ShouldContain(link);
        var outside = app.NewBrowser();

        var copy = await outside.GetAsync(link);
        copy.Main.ShouldContain(Title);
        copy.Main.ShouldContain("Amira Test shares this copy");
        (await copy.SubmitAsync("main form", ("Text", Text))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await outside.GetAsync(link)).Text.ShouldNotContain(Text);

        var list = await owner.GetAsync("/shared-ideas");
        list.Main.ShouldContain(Text);
        list.Main.ShouldContain("Ruth, who trained me");
        var taken = await owner.ApiAsync(HttpMethod.Post, $"/api/v1{Address(list)}/taking-in", new { @as = "step", plan });
        taken.Status.ShouldBe(HttpStatusCode.NoContent);
        (await owner.GetAsync($"/plans/{plan}")).Main.ShouldContain(Text);
        (await owner.GetAsync("/shared-ideas")).Main.ShouldContain("became a step");
        (await owner.ApiAsync(HttpMethod.Post, $"/api/v1{Address(list)}/taking-in", new { @as = "experiment" })).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        (
            await world.InDatabaseAsync(db =>
                db.Notices.CountAsync(n => n.PersonId == leader.Id && n.Kind == "ideas.notice.arrived_outside")
            )
        ).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task An_idea_is_put_aside_and_taken_in_later_by_the_buttons_of_its_page(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var plan = await PlanAsync(world, leader);
        var owner = await world.SignedInAsync(leader);
        await SendAsync(world, await LinkAsync(owner, plan), Text);
        var address = Address(await owner.GetAsync("/shared-ideas"));

        (await SubmitToAsync(owner, address, "Aside")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await owner.GetAsync("/shared-ideas")).Main.ShouldContain("put aside");
        (await SubmitToAsync(owner, address, "Step", ("Input.Text", "Bilal runs Monday"), ("Input.Plan", plan.ToString()))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        (await owner.GetAsync($"/plans/{plan}")).Main.ShouldContain("Bilal runs Monday");
    }

    [Theory, OnEveryDatabase]
    public async Task It_becomes_a_try_that_begins_with_its_words_or_a_line_under_an_answer(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var owner = await world.SignedInAsync(leader);
        var (_, assignment, _) = await owner.ApiAsync(HttpMethod.Post, "/api/v1/assignments", new { title = "Night dock" });
        var id = assignment.GetProperty("id").GetGuid();
        await owner.ApiAsync(
            HttpMethod.Put,
            $"/api/v1/assignments/{id}/answers/p12",
            new { text = "First thoughts" },
            ("If-Match", "\"0\"")
        );
        var link = await LinkAsync(owner, id, "assignment");
        await SendAsync(world, link, Text);
        var first = Address(await owner.GetAsync("/shared-ideas"));

        (await owner.ApiAsync(HttpMethod.Post, $"/api/v1{first}/taking-in", new { @as = "answer", question = "p12" })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        var inquiry = await owner.GetAsync($"/assignments/{id}/inquiry");
        inquiry.Document.QuerySelector("#p12 textarea")!.TextContent.ShouldContain("First thoughts\n\n" + Text);

        await SendAsync(world, link, "Ask each lead first");
        var second = Address(await owner.GetAsync("/shared-ideas"));
        var planned = await SubmitToAsync(owner, second, "Experiment");
        (await owner.GetAsync(planned.RedirectsTo!))
            .Document.QuerySelectorAll("input, textarea")
            .Select(e => e.GetAttribute("value") ?? e.TextContent)
            .ShouldContain(t => t.Contains("Ask each lead first"));
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_link_is_over_after_its_last_day_and_when_its_owner_ends_it(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        var plan = await PlanAsync(world, leader);
        var owner = await world.SignedInAsync(leader);
        var (ended, over) = (await LinkAsync(owner, plan), await LinkAsync(owner, plan, until: world.Today.AddDays(3)));
        var (_, links, _) = await owner.ApiAsync(HttpMethod.Get, "/api/v1/shared-ideas/links");
        var first = links
            .GetProperty("items")
            .EnumerateArray()
            .Single(l => l.GetProperty("link").GetString()!.EndsWith(ended, StringComparison.Ordinal));

        (
            await (await owner.GetAsync($"/shared-ideas/links/{first.GetProperty("id").GetGuid()}")).SubmitAsync("form[data-end]")
        ).Status.ShouldBe(HttpStatusCode.Redirect);
        app.Clock.Advance(TimeSpan.FromDays(3));
        (await app.NewBrowser().GetAsync(over)).Main.ShouldContain(Title);
        app.Clock.Advance(TimeSpan.FromDays(1));

        foreach (var link in new[] { ended, over, $"/i/{Web.Security.Secrets.Text(Web.Security.Secrets.New())}", "/i/guess" })
        {
            var closed = await app.NewBrowser().GetAsync(link);
            closed.Status.ShouldBe(HttpStatusCode.NotFound, link);
            closed.Heading.ShouldBe("This link does not open");
            (
                await app.NewBrowser().ApiAsync(HttpMethod.Post, $"/api/v1/outside-copies{link[2..]}/ideas", new { text = Text })
            ).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        await world.RunAsync("ideas.expire_copy");
        (await world.InDatabaseAsync(db => db.OutsideCopies.CountAsync(c => c.LinkWrap != null || c.Secret != null))).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Guessing_is_slowed_down_and_a_copy_takes_so_many_ideas(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        var owner = await world.SignedInAsync(leader);
        var link = await LinkAsync(owner, await PlanAsync(world, leader));
        var partner = app.NewBrowser();
        for (var i = 0; i < 20; i++)
        {
            (
                await partner.ApiAsync(HttpMethod.Post, $"/api/v1/outside-copies{link[2..]}/ideas", new { text = $"Idea {i}" })
            ).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        (
            await partner.ApiAsync(HttpMethod.Post, $"/api/v1/outside-copies{link[2..]}/ideas", new { text = "One too many" })
        ).Status.ShouldBe(HttpStatusCode.Conflict);
        var guesser = app.NewBrowser();
        guesser.From = IPAddress.Parse("203.0.113.9");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            answers.Add((await guesser.GetAsync($"/i/{Web.Security.Secrets.Text(Web.Security.Secrets.New())}")).Status);
        }

        answers.Take(60).ShouldAllBe(s => s == HttpStatusCode.NotFound);
        answers[60].ShouldBe(HttpStatusCode.TooManyRequests);
        (await guesser.GetAsync(link)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reader_with_an_account_adds_an_idea_and_nobody_else_can_or_sees_it(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, friend, stranger) = (
            await world.LeaderAsync("Amira"),
            await world.ActivatedAsync(await world.PersonAsync("Dalia")),
            await world.ActivatedAsync(await world.PersonAsync("Jonas"))
        );
        var plan = await PlanAsync(world, leader);
        var owner = await world.SignedInAsync(leader);
        var (_, share, _) = await owner.ApiAsync(
            HttpMethod.Post,
            "/api/v1/shares",
            new
            {
                kind = "plan",
                item = plan,
                readers = new[] { friend.Id.Value },
            }
        );
        var id = share.GetProperty("id").GetGuid();
        var reader = await world.SignedInAsync(friend);
        (await reader.GetAsync($"/shared-with-me/{id}")).Main.ShouldContain("Add an idea");

        (await (await reader.GetAsync($"/shared-ideas/add/{id}")).SubmitAsync("main form", ("Text", Text))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        var mine = await owner.GetAsync("/shared-ideas");
        mine.Main.ShouldContain(Text);
        mine.Main.ShouldContain("Test");
        (await reader.GetAsync("/shared-ideas")).Text.ShouldNotContain(Text);
        (await reader.GetAsync(Address(mine))).Status.ShouldBe(HttpStatusCode.NotFound);
        var other = await world.SignedInAsync(stranger);
        (await other.GetAsync($"/shared-ideas/add/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.ApiAsync(HttpMethod.Post, $"/api/v1/shared-ideas/to/{id}", new { text = Text })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await other.ApiAsync(HttpMethod.Post, $"/api/v1{Address(mine)}/taking-in", new { @as = "step", plan })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Database_and_keys_together_do_not_open_a_copy_without_its_link_and_journals_take_none(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var owner = await world.SignedInAsync(leader);
        var plan = await PlanAsync(world, leader);
        var link = await LinkAsync(owner, plan);
        var copies = await world.InDatabaseAsync(db => db.OutsideCopies.AsNoTracking().Where(c => c.OwnerId == leader.Id).ToListAsync());
        var entry = await world.WroteAsync(leader, "Only mine");

        System
            .Text.Encoding.Latin1.GetString([
                .. copies.SelectMany(c => c.Copy.ToBytes().Concat(c.Title.ToBytes()).Concat(c.SecretHash).Concat(c.LinkWrap!)),
            ])
            .ShouldNotContain("Canary");
        var secret = link[3..];
        copies.ShouldAllBe(c => !Convert.ToHexString(c.SecretHash).Contains(secret));
        (await owner.GetAsync($"/shared-ideas/links/new?kind=JournalEntry&item={entry}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await (await world.SignedInAsync(await world.LeaderAsync("Noor"))).GetAsync($"/shared-ideas/links/new?kind=Plan&item={plan}")
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Address(Page list) => list.Document.QuerySelector(".items a")!.GetAttribute("href")!;

    private static async Task<Page> SubmitToAsync(
        Browser owner,
        string address,
        string handler,
        params (string Name, string Value)[] fields
    )
    {
        var page = await owner.GetAsync(address);
        page.Document.QuerySelector("main form")!.SetAttribute("action", $"{address}?handler={handler}");
        return await page.SubmitAsync("main form", fields);
    }

    private static async Task<Guid> PlanAsync(World world, Person leader)
    {
        var (status, body, response) = await (await world.SignedInAsync(leader)).ApiAsync(
            HttpMethod.Post,
            "/api/v1/plans",
            new { title = Title }
        );
        status.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return body.GetProperty("id").GetGuid();
    }

    /// <returns>The address behind the link.</returns>
    private static async Task<string> LinkAsync(Browser owner, Guid item, string kind = "plan", DateOnly? until = null)
    {
        var (status, made, response) = await owner.ApiAsync(
            HttpMethod.Post,
            "/api/v1/shared-ideas/links",
            new
            {
                kind,
                item,
                partner = "Ruth",
                until,
            }
        );
        status.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        var (_, links, _) = await owner.ApiAsync(HttpMethod.Get, "/api/v1/shared-ideas/links");
        var link = links
            .GetProperty("items")
            .EnumerateArray()
            .Single(l => l.GetProperty("id").GetGuid() == made.GetProperty("id").GetGuid());
        return new Uri(link.GetProperty("link").GetString()!).AbsolutePath;
    }

    private static async Task SendAsync(World world, string link, string text) =>
        (await world.App.NewBrowser().ApiAsync(HttpMethod.Post, $"/api/v1/outside-copies{link[2..]}/ideas", new { text })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
}
