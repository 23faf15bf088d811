using Fieldcraft.Tests.Assignments.Guard;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Assignments;

/// <summary>Overstretch is answered where it shows: support is arranged from the page that found it.</summary>
public sealed class ArrangeSupportTests
{
    [Theory, OnEveryDatabase]
    public async Task Too_much_at_once_leads_on_to_support_and_a_good_stretch_does_not(Database database)
    {
        var world = await World.OnAsync(database);
        var much = await Desk.WithAssignmentAsync(world);
        await much.RateAsync(GuardCases.C);
        var good = await Desk.WithAssignmentAsync(world);
        await good.RateAsync(GuardCases.B);

        var page = await much.OpenAsync("/zone");
        page.Main.ShouldContain("Arrange it from here");
        (await good.OpenAsync("/zone")).Main.ShouldNotContain("Arrange it from here");
        foreach (var link in page.Document.QuerySelectorAll("#result ul.items a").Select(a => a.GetAttribute("href")!))
        {
            if (link.StartsWith('#'))
            {
                page.Document.QuerySelector(link).ShouldNotBeNull();
            }
            else
            {
                (await much.Browser.GetAsync(link)).Status.ShouldBe(System.Net.HttpStatusCode.OK, link);
            }
        }
    }

    [Theory, OnEveryDatabase]
    public async Task With_a_plan_the_talk_with_the_manager_is_prepared_from_it(Database database)
    {
        var desk = await Desk.WithAssignmentAsync(await World.OnAsync(database));
        await desk.RateAsync(GuardCases.C);
        (await desk.OpenAsync("/zone")).Main.ShouldContain("Start a plan, to take to your manager");

        var (status, _, _) = await desk.Browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/plans",
            new { title = "Two lines", assignmentId = desk.Id.Value }
        );

        status.ShouldBe(System.Net.HttpStatusCode.Created);
        (await desk.OpenAsync("/zone")).Main.ShouldContain("Prepare the talk with your manager");
    }
}
