using Fieldcraft.Tests.Assignments.Guard;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Assignments;

/// <summary>A page of the room asks the database at most six times, the session included, however much was written.</summary>
public sealed class AssignmentQueriesTests
{
    [Theory, OnServersOfItsOwn]
    public async Task Every_page_of_an_assignment_asks_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var desk = await Desk.WithAssignmentAsync(await World.InAsync(app));
        await desk.RateAsync(GuardCases.B);
        await desk.AnswerAsync("p4", "Settle swaps without me");
        await desk.Browser.ApiAsync(HttpMethod.Post, "/api/v1/strain-check-ins", new { usedUp = 3, recovered = 3 });
        using var queries = Queries.Of(app);

        foreach (var address in desk.EveryPage().Append("/assignments").Append("/assignments/new").Append("/assignments/check-in"))
        {
            var asked = await queries.InAsync(async () =>
                (await desk.Browser.GetAsync(address)).Status.ShouldBe(System.Net.HttpStatusCode.OK, address)
            );
            asked.ShouldBeInRange(1, 6, address);
        }
    }
}
