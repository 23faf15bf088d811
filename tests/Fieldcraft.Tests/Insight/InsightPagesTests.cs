using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Insight;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Insight;

public sealed class InsightPagesTests
{
    [Theory, OnServersOfItsOwn]
    public async Task A_quarter_is_counted_once_and_every_way_out_says_the_same(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var sponsor = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));
        var (north, south) = (
            await world.UnitAsync("North depot", UnitKind.Facility),
            await world.UnitAsync("South depot", UnitKind.Facility)
        );
        for (var i = 0; i < 24; i++)
        {
            var leader = await world.PersonAsync($"P{i}", unit: i < 18 ? north : south);
            await world.PersonAsync("Reporting", leader);
            var browser = await world.SignedInAsync(leader);
            if (i % 3 == 0)
            {
                (
                    await browser.ApiAsync(
                        HttpMethod.Post,
                        "/api/v1/assignments",
                        new { title = "Canary assignment", archetype = "start_up" }
                    )
                ).Status.ShouldBe(HttpStatusCode.Created);
            }
        }

        (await sponsor.GetAsync("/insight")).Main.ShouldContain("counted when it is over");
        await using (var scope = app.Application.Services.CreateAsyncScope())
        {
            var freeze = scope.ServiceProvider.GetRequiredService<FreezeQuarter>();
            await freeze.CountAsync(world.Organisation, Quarter.Of(world.Today), CancellationToken.None);
            await freeze.CountAsync(world.Organisation, Quarter.Of(world.Today), CancellationToken.None);
        }

        var (_, lines, _) = await sponsor.ApiAsync(HttpMethod.Get, "/api/v1/insight/challenge");
        var by = lines
            .GetProperty("lines")
            .EnumerateArray()
            .ToDictionary(l => l.GetProperty("name").GetString()!, l => l.GetProperty("figure"));
        // Of leaders; the others are in no figure of this measure.
        by[""].GetProperty("people").GetInt32().ShouldBe(24);
        // Six are too few for ten, and their neighbours go along, so that nothing is left to subtract.
        by["South depot"].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        by["South depot"].GetProperty("withheld").GetProperty("rule").GetString().ShouldBe("minimum");
        by["North depot"].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        var share = by[""].GetProperty("value").GetDouble().ToString(System.Globalization.CultureInfo.InvariantCulture);

        var page = await sponsor.GetAsync("/insight/challenge");
        page.Main.ShouldContain($"{share} %");
        page.Main.ShouldNotContain("Canary");
        var csv = await sponsor.GetAsync("/insight/challenge/csv");
        csv.Text.ShouldContain($",{share},");
        csv.Text.ShouldContain("Withheld");
        (await sponsor.GetAsync("/insight/challenge/xlsx")).Status.ShouldBe(HttpStatusCode.OK);
        (await sponsor.GetAsync("/insight/salary")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sponsor.GetAsync("/insight/challenge?by=Employment")).Status.ShouldBe(HttpStatusCode.OK);

        foreach (
            var other in new[]
            {
                await world.SignedInAsync(await world.LeaderAsync("Amira")),
                await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator)),
            }
        )
        {
            (await other.GetAsync("/insight")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.GetAsync("/insight/challenge/csv")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.ApiAsync(HttpMethod.Get, "/api/v1/insight")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
