using System.Net;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Planners;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Planners;

public sealed class PlannerPrivacyTests
{
    private const string Canary = "canary-wet-dock-7731";

    [Theory, OnEveryDatabase]
    public async Task What_a_leader_writes_is_seen_by_nobody_else_by_any_route(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var manager = await taught.World.LeaderAsync("Noor");
        var leader = await taught.World.PersonAsync("Amira", manager);
        await taught.World.PersonAsync("Kofi", leader);
        var (browser, address, _) = await taught.BegunAsync(leader);
        await WriteAsync(browser, address);

        List<Person> others =
        [
            manager,
            await taught.World.HolderOfAsync(Role.Administrator),
            await taught.World.HolderOfAsync(Role.ProgrammeLead),
            await taught.World.HolderOfAsync(Role.PreviewFacilitator),
            await taught.World.HolderOfAsync(Role.LearningDesigner),
        ];
        foreach (var other in others)
        {
            var theirs = await taught.World.SignedInAsync(other);
            foreach (var page in (string[])["", "/parts/block-welcome", "/print", ".pdf", "/tear-up"])
            {
                (await theirs.GetAsync(address + page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
            }

            (await theirs.PostAsync($"{address}?handler=Finish", [])).Status.ShouldBeOneOf(
                HttpStatusCode.NotFound,
                HttpStatusCode.BadRequest
            );
            (await theirs.ApiAsync(HttpMethod.Get, $"/api/v1{address}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await theirs.ApiAsync(HttpMethod.Get, $"/api/v1{address}/pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await PlannerApiTests.ChangeAsync(theirs, HttpMethod.Delete, $"/api/v1{address}", 2)).ShouldBe("not-found");
            (await theirs.ApiAsync(HttpMethod.Post, $"/api/v1{address}/experiment")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await theirs.GetAsync($"/search?q={Canary}")).Main.ShouldNotContain("Planner:");
            (await theirs.GetAsync($"/modules/{taught.Id.Value}")).Text.ShouldNotContain(Canary);
        }

        var id = leader.Id.Value;
        var events = await taught.World.InDatabaseAsync(db => db.Events.AsNoTracking().Where(e => e.OwnerId == id).ToListAsync());
        events.ShouldContain(e => e.Name.StartsWith("Planner", StringComparison.Ordinal));
        string.Join(' ', events.Select(e => e.Facts)).ShouldNotContain(Canary);
        var rows = await taught.World.InDatabaseAsync(db =>
            db.PlannerTexts.AsNoTracking().Where(t => t.OwnerId == leader.Id).ToListAsync()
        );
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(r => !Encoding.UTF8.GetString(r.Text.ToBytes()).Contains(Canary, StringComparison.Ordinal));
    }

    [Theory, OnEveryDatabase]
    public async Task The_coach_reads_a_copy_only_while_the_leader_lets_them_and_the_leader_sees_who_looked(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var coach = await taught.World.ActivatedAsync(await taught.World.HolderOfAsync(Role.PreviewFacilitator, "Robin"));
        var (browser, address, _) = await taught.BegunAsync();
        await WriteAsync(browser, address);
        var theirs = await taught.World.SignedInAsync(coach);
        var item = address.Split('/')[^1];

        var shared = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/shares",
            new
            {
                kind = "planner",
                item,
                readers = new[] { coach.Id.Value },
                until = taught.World.Today.AddDays(14),
            }
        );
        shared.Status.ShouldBe(HttpStatusCode.Created, shared.Body.ToString());
        var share = shared.Body.GetProperty("id").GetGuid();
        var copy = await theirs.GetAsync($"/shared-with-me/{share}");
        copy.Main.ShouldContain(Canary);
        copy.Main.ShouldContain("Planner: The first minute");
        (await theirs.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(address)).Document.QuerySelector("details.seal")!.TextContent.ShouldContain("Robin");
        (await browser.GetAsync($"/shares/{share}")).Main.ShouldContain("Robin");

        (await browser.ApiAsync(HttpMethod.Get, $"/api/v1/shares/{share}/looks")).Body.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await browser.ApiAsync(HttpMethod.Post, $"/api/v1/shares/{share}/revocation", new { })).Status.ShouldBe(HttpStatusCode.NoContent);

        (await theirs.GetAsync($"/shared-with-me/{share}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Rooms_that_ask_learn_how_far_a_planner_is_and_nothing_else(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var leader = await taught.World.LeaderAsync("Amira");
        (await StateAsync(taught, leader)).ShouldBe(new PlannerState(PlannerStep.NotBegun, $"/modules/{taught.Id.Value}/planner", null));

        var (browser, address, _) = await taught.BegunAsync(leader);
        await WriteAsync(browser, address);
        (await StateAsync(taught, leader)).ShouldBe(new PlannerState(PlannerStep.Begun, address, null));
        await (await browser.GetAsync(address)).SubmitAsync("form[action$='Finish']");

        (await StateAsync(taught, leader)).Step.ShouldBe(PlannerStep.Finished);
        await using var scope = taught.World.App.Application.Services.CreateAsyncScope();
        var finished = await scope
            .ServiceProvider.GetRequiredService<PlannerReading>()
            .FinishedAmongAsync(
                taught.Id,
                [leader.Id, Domain.Shared.Id.New<PersonId>(taught.World.Now)],
                TestContext.Current.CancellationToken
            );
        finished.Keys.ShouldBe([leader.Id]);
    }

    [Theory, OnEveryDatabase]
    public async Task An_own_export_carries_it_open_and_erasing_takes_it_along(Database database)
    {
        var taught = await TaughtModule.InAsync(await World.OnAsync(database));
        var (browser, address, leader) = await taught.BegunAsync();
        await WriteAsync(browser, address);

        (await ExportAsync(taught.World, leader, opened: true)).ShouldContain(Canary);
        (await ExportAsync(taught.World, leader, opened: false)).ShouldNotContain(Canary);
        await taught.World.App.InDatabaseAsync(db =>
            Erasing.ErasePersonAsync(db, taught.World.App.Get<KeyStore>(), leader.Id, TestContext.Current.CancellationToken)
        );

        (await taught.World.InDatabaseAsync(db => db.Planners.CountAsync(p => p.OwnerId == leader.Id))).ShouldBe(0);
        (await taught.World.InDatabaseAsync(db => db.PlannerTexts.CountAsync(p => p.OwnerId == leader.Id))).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_asks_at_most_six_times_with_one_text_and_with_many(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var taught = await TaughtModule.InAsync(await World.InAsync(app));
        var (browser, address, _) = await taught.BegunAsync();
        await WriteAsync(browser, address);
        var page = await browser.GetAsync(address);
        await page.SubmitAsync(
            "#try",
            ("Text[TryWhat]", "Ask and wait"),
            ("Text[TryOn]", "2026-12-01"),
            ("Text[TrySeenBy]", "Farid"),
            ("then", "try")
        );
        var experiment = (await browser.GetAsync(address)).Document.QuerySelector("section#try a")!.GetAttribute("href")!;
        foreach (var part in page.Document.QuerySelectorAll("form[data-autosave^='block-']").Select(f => f.Id!).Skip(1))
        {
            await PlannerPagesTests.SaveAsync(await browser.GetAsync(address), browser, part, (PlannerPagesTests.Words, "many"));
        }

        string[] addresses =
        [
            address,
            $"{address}/parts/block-talk",
            $"{address}/print",
            $"{address}/tear-up",
            "/planners",
            $"/modules/{taught.Id.Value}/planner/blank",
            experiment,
        ];
        foreach (var one in addresses)
        {
            (await Queries.OfAsync(app, browser, one)).Count.ShouldBeInRange(1, 6, one);
        }

        var second = await TaughtModule.InAsync(taught.World, "The second minute", taught);
        (await Queries.OfAsync(app, browser, $"/modules/{second.Id.Value}/planner")).Count.ShouldBeInRange(1, 6);
    }

    private static async Task WriteAsync(Browser browser, string address)
    {
        var saved = await PlannerPagesTests.SaveAsync(
            await browser.GetAsync(address),
            browser,
            "block-welcome",
            (PlannerPagesTests.Words, $"I begin with {Canary}")
        );
        saved.Status.ShouldBe(HttpStatusCode.OK, saved.Text);
    }

    /// <summary>As the owner takes it along, or as anybody else makes it.</summary>
    private static async Task<string> ExportAsync(World world, Person leader, bool opened)
    {
        await using var scope = world.App.Application.Services.CreateAsyncScope();
        var vault = scope.ServiceProvider.GetRequiredService<Vault>();
        var export = await new PersonExport(scope.ServiceProvider.GetRequiredService<FieldcraftDb>()).OfAsync(
            leader.Id,
            opened ? texts => vault.UnlockAsync(Viewers.Of(leader.Id), texts, TestContext.Current.CancellationToken) : null,
            TestContext.Current.CancellationToken
        );
        export.Keys.ShouldContain("PlannerTexts");
        return System.Text.Json.JsonSerializer.Serialize(export);
    }

    private static async Task<PlannerState> StateAsync(TaughtModule taught, Person leader)
    {
        await using var scope = taught.World.App.Application.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<PlannerReading>()
            .StateOfMineAsync(Viewers.Of(leader.Id), taught.Id, TestContext.Current.CancellationToken);
    }
}
