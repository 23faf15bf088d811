using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Outcomes;

/// <summary>Counted on servers of their own: the shared one answers other tests at the same time.</summary>
public sealed class OutcomeQueryTests
{
    [Theory, OnServersOfItsOwn]
    public async Task A_page_of_results_asks_at_most_six_questions(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var results = await Results.OpenAsync(await World.InAsync(app));
        await results.MeasureAsync();
        string[] addresses =
        [
            $"/programmes/{results.Programme.Value}/outcome",
            $"/modules/{results.Module.Id.Value}/outcome",
            $"/programmes/{results.Programme.Value}/outcome/measures",
            $"/outcomes/measures/{results.Measure}",
            $"/programmes/{results.Programme.Value}/outcome/levels",
            $"/programmes/{results.Programme.Value}/outcome/sheet",
            $"/modules/{results.Module.Id.Value}/signs",
            $"/modules/{results.Module.Id.Value}/cases",
            "/outcomes",
        ];

        foreach (var address in addresses)
        {
            (await Queries.OfAsync(app, results.Desk, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }
}
