using System.Net;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Embedding;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Embedding;

public sealed class BoardPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_screen_shows_the_board_without_signing_in_and_names_nobody(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var keeper = await floor.KeepAsync("tips");
        await floor.PostAsync(keeper, "Load the heavy bins first");
        (await floor.AgreeActionAsync(floor.Leader, "Greet every driver")).Status.ShouldBe(HttpStatusCode.Created);
        await floor.Desk.ApiAsync(HttpMethod.Put, $"{floor.Kit}/line", new { line = "Night shift is next" });
        var address = await AddressAsync(floor);

        var screen = await floor.World.App.NewBrowser().GetAsync(address);

        screen.Heading.ShouldBe("Tilbury depot");
        screen.Main.ShouldContain("heavy bins");
        screen.Main.ShouldContain("Greet every driver");
        screen.Main.ShouldContain("Night shift is next");
        screen.Main.ShouldNotContain("Amira");
        screen.Main.ShouldNotContain("Person02");
        screen.Document.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content").ShouldBe("60");
        screen.Document.QuerySelector("nav").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_team_is_named_once_it_wishes_so(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var (_, made, _) = await floor.AgreeActionAsync(floor.Leader, "Greet every driver");
        var action = made.GetProperty("id").GetGuid();

        (await floor.Employee.ApiAsync(HttpMethod.Put, $"/api/v1/team-actions/{action}/name", new { named = true })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await floor.Leader.ApiAsync(HttpMethod.Put, $"/api/v1/team-actions/{action}/name", new { named = true })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );

        (await floor.Employee.GetAsync($"{floor.Address}/board")).Main.ShouldContain("the team of Amira Test");
    }

    [Theory, OnEveryDatabase]
    public async Task A_new_address_makes_the_old_one_lead_nowhere(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var old = await AddressAsync(floor);
        var address = await AddressAsync(floor);
        var screen = floor.World.App.NewBrowser();

        (await screen.GetAsync(old)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await screen.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await screen.GetAsync("/boards/not-an-address")).Status.ShouldBe(HttpStatusCode.NotFound);
        await floor.Desk.ApiAsync(HttpMethod.Put, $"{floor.Kit}/pieces/board", new { on = false });
        (await screen.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await floor.Employee.GetAsync($"{floor.Address}/board")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_whoever_looks_after_the_site_switches_what_it_uses(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        foreach (var browser in new[] { floor.Employee, floor.Leader, await floor.World.SignedInAsync(floor.Stranger) })
        {
            (await browser.GetAsync($"{floor.Address}/kit")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Put, $"{floor.Kit}/pieces/board", new { on = false })).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await browser.ApiAsync(HttpMethod.Post, $"{floor.Kit}/board-address")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Put, $"{floor.Kit}/huddle", new { day = "monday", at = "06:15:00" })).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        (await floor.Desk.GetAsync($"{floor.Address}/kit")).Heading.ShouldBe("What the site uses");
        (await floor.Desk.ApiAsync(HttpMethod.Put, $"{floor.Kit}/pieces/nothing", new { on = true })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await floor.Desk.ApiAsync(HttpMethod.Put, $"{floor.Kit}/pieces/board", new { })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task The_huddle_has_its_time_its_agenda_and_ten_minutes(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        await floor.AgreeActionAsync(floor.Leader, "Greet every driver");
        await floor.Desk.ApiAsync(HttpMethod.Put, $"{floor.Kit}/huddle", new { day = "tuesday", at = "06:15:00" });

        var page = await floor.Employee.GetAsync($"{floor.Address}/huddle");

        page.Main.ShouldContain("Tuesday, 06:15");
        page.Main.ShouldContain("Greet every driver");
        var (_, agenda, _) = await floor.Employee.ApiAsync(HttpMethod.Get, $"/api/v1/rollouts/sites/{floor.Depot.Site.Id.Value}/huddle");
        agenda.EnumerateArray().Sum(i => i.GetProperty("minutes").GetInt32()).ShouldBe(10);
    }

    [Theory, OnEveryDatabase]
    public async Task The_card_for_a_talk_has_three_questions_and_nothing_to_send(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));

        var card = await floor.Leader.GetAsync($"{floor.Address}/talk-card");

        card.Document.QuerySelectorAll("main ol").ShouldAllBe(list => list.Children.Length == 3);
        card.Document.QuerySelector("main form").ShouldBeNull();
        card.Main.ShouldContain("Nothing is recorded about anybody");
        (await floor.Employee.GetAsync($"{floor.Address}/talk-card")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await floor.Leader.PostAsync($"{floor.Address}/talk-card", [new("text", "Noor is slow")])).Status.ShouldNotBe(
            HttpStatusCode.Redirect
        );
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_customer_said_becomes_a_tip_if_the_team_likes(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        (await floor.Leader.GetAsync($"{floor.Address}/customer-huddle")).Document.QuerySelector("main form").ShouldBeNull();
        await floor.KeepAsync("tips", floor.Depot.Leader);

        var sheet = await floor.Leader.GetAsync($"{floor.Address}/customer-huddle");
        (await sheet.SubmitAsync("main form", ("Text", "They wait for the gate code"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await floor.Employee.GetAsync($"{floor.Address}/tips")).Main.ShouldContain("They wait for the gate code");
    }

    [Theory, OnEveryDatabase]
    public async Task Results_are_those_that_the_roll_out_shows_and_small_sites_have_none(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var session = await floor.Depot.AddAsync(-38, floor.Depot.People.Take(4));
        await floor.Leader.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/sessions/{session}/held",
            new { present = floor.Depot.People.Take(3).Select(p => p.Id.Value), minutes = 60 }
        );
        await floor.Depot.PublishAsync();

        await CountAsync(floor);

        (await floor.Employee.GetAsync($"{floor.Address}/board")).Main.ShouldNotContain(" of 8 have done");
        for (var i = 0; i < 5; i++)
        {
            await floor.World.PersonAsync($"More{i}", unit: floor.Other, facts: f => f with { StartedOn = new DateOnly(2020, 1, 1) });
        }

        await CountAsync(floor);
        (await floor.Employee.GetAsync($"{floor.Address}/board")).Main.ShouldContain("3 of 8 have done “The first minute”");
        (await floor.Employee.GetAsync("/at-your-site")).Main.ShouldContain("3 of 8");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_asks_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var floor = await Floor.OpenAsync(await World.InAsync(app));
        var keeper = await floor.KeepAsync("tips");
        await floor.KeepAsync("award");
        for (var i = 0; i < 25; i++)
        {
            await floor.PostAsync(keeper, $"Tip {i}");
            await floor.AgreeActionAsync(floor.Leader, $"Action {i}");
        }

        foreach (
            var address in (string[])
                [
                    "/at-your-site",
                    floor.Address,
                    $"{floor.Address}/tips",
                    $"{floor.Address}/board",
                    $"{floor.Address}/huddle",
                    $"{floor.Address}/talk-card",
                    $"{floor.Address}/customer-huddle",
                    $"{floor.Address}/award?name=Pe",
                    "/team-actions",
                ]
        )
        {
            (await Queries.OfAsync(app, floor.Leader, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }

        foreach (
            var address in (string[])[$"{floor.Address}/kit?name=Pe", $"{floor.Address}/tips/waiting", $"{floor.Address}/award/choice"]
        )
        {
            (await Queries.OfAsync(app, floor.Desk, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }

        (await Queries.OfAsync(app, app.NewBrowser(), await AddressAsync(floor))).Count.ShouldBeLessThanOrEqualTo(6, "board");
    }

    private static async Task<string> AddressAsync(Floor floor)
    {
        var (status, body, _) = await floor.Desk.ApiAsync(HttpMethod.Post, $"{floor.Kit}/board-address");
        status.ShouldBe(HttpStatusCode.OK);
        return new Uri(body.GetProperty("address").GetString()!, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } whole
            ? whole.AbsolutePath
            : body.GetProperty("address").GetString()!;
    }

    private static async Task CountAsync(Floor floor)
    {
        await using var scope = floor.World.App.Get<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ResultsReading>().CountAsync(TestContext.Current.CancellationToken);
    }
}
