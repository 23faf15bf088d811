using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Plans;

public sealed class PlanQueriesTests
{
    [Fact, Trait("Needs", "Server")]
    public async Task No_page_of_a_whole_plan_asks_more_than_six_things_of_the_database()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var world = await World.InAsync(app);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var plan = (await (await browser.GetAsync("/plans/new?example=4")).SubmitAsync("main form")).RedirectsTo!;
        var planned = await (await browser.GetAsync($"/experiments/new?plan={plan.Split('/')[^1]}")).SubmitAsync(
            "main form",
            ExperimentPagesTests.Three()
        );
        var experiment = planned.RedirectsTo!;

        using var queries = Queries.Of(app);
        foreach (
            var page in (string[])
                [
                    "/plans",
                    plan,
                    $"{plan}/print",
                    $"{plan}/frame",
                    $"{plan}/manager-needs/sheet",
                    "/experiments",
                    experiment,
                    $"{experiment}/capture",
                    $"/experiments/new?after={experiment.Split('/')[^1]}",
                ]
        )
        {
            var asked = await queries.InAsync(() => browser.GetAsync(page));
            asked.ShouldBeInRange(2, 6, page);
        }
    }
}
