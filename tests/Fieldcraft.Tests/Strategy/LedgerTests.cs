using System.Net;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Strategy;

public sealed class LedgerTests
{
    [Theory, OnServersOfItsOwn]
    public async Task Tries_count_as_released_and_in_hours_as_they_are_reckoned(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        await ReleaseAsync(world, monthsAgo: 3, "experiment", people: 29, tried: 14);
        await ReleaseAsync(world, monthsAgo: 6, "experiment", people: 20, tried: 7);
        // Of too few there is no figure, and a year ago is over.
        await ReleaseAsync(world, monthsAgo: 3, "trial", people: 9, tried: 4);
        await ReleaseAsync(world, monthsAgo: 18, "experiment", people: 20, tried: 5);

        var before = await TriedAsync(lead);
        // 14 of 29 are told as 50 %, and no file says more: 15; 7 of 20 are 35 %.
        before.ShouldBe((22, 0m));
        await (await lead.GetAsync("/strategy/new/balance")).SubmitAsync(
            "form[data-write]",
            ("Boxes[generative]", "30"),
            ("Boxes[experimentHours]", "6")
        );
        (await TriedAsync(lead)).ShouldBe((22, 132m));
        var page = await lead.GetAsync("/strategy/ledger");
        page.Main.ShouldContain("about 22 leaders");
        page.Main.ShouldContain("132 hours");
        page.Main.ShouldNotContain("Trials that leaders");
        (await lead.GetAsync("/strategy/ledger/csv")).Text.ShouldContain("Tries that leaders finished,Generative,132,0,22");
        (await lead.GetAsync("/strategy/ledger/xlsx")).Status.ShouldBe(HttpStatusCode.OK);
        var employee = await world.SignedInAsync(await world.PersonAsync("Eve"));
        (await employee.GetAsync("/strategy/ledger/csv")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_share_that_rounds_to_nothing_is_told_as_very_few(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        await ReleaseAsync(world, monthsAgo: 3, "experiment", people: 226, tried: 1);

        (await lead.GetAsync("/strategy/ledger")).Main.ShouldContain("very few leaders");
    }

    private static async Task<(int People, decimal Hours)> TriedAsync(Browser browser)
    {
        var (status, body, _) = await browser.ApiAsync(HttpMethod.Get, "/api/v1/ledger/balance");
        status.ShouldBe(HttpStatusCode.OK);
        var tried = body.GetProperty("efforts")
            .EnumerateArray()
            .Single(e => e.GetProperty("people").ValueKind != System.Text.Json.JsonValueKind.Null);
        tried.GetProperty("from").GetString().ShouldBe("experiment");
        return (tried.GetProperty("people").GetInt32(), tried.GetProperty("hours").GetDecimal());
    }

    private static async Task ReleaseAsync(World world, int monthsAgo, string measure, int people, int tried) =>
        await world.InDatabaseAsync(async db =>
        {
            var from = world.Today.AddMonths(-monthsAgo);
            var release = Release.Freeze(
                Domain.Shared.Id.New<ReleaseId>(world.Now),
                ReleaseKind.Quarter,
                world.Organisation.Id,
                from,
                from.AddMonths(3).AddDays(-1),
                10,
                hasMarks: true,
                world.Now
            );
            release.Publish(world.Now);
            List<ReleaseCell> cells = [new(release.Id, 0, 0, world.Organisation.Path, "leads", "full-time", "under_1", people)];
            db.Add(release);
            db.AddRange(cells);
            db.AddRange(
                GroupFigures.Publish(
                    release.Id,
                    measure,
                    cells,
                    [.. Enumerable.Range(0, people).Select(i => new PartValue(0, i < tried ? 1 : 0))],
                    10
                )
            );
            return await db.SaveChangesAsync();
        });
}
