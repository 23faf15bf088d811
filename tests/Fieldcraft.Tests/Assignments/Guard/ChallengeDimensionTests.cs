using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Tests.Content;

namespace Fieldcraft.Tests.Assignments.Guard;

public sealed class ChallengeDimensionTests
{
    /// <summary>The catalogue in code and the one in content are read side by side; their order is what every list of numbers means.</summary>
    [Fact]
    public void The_catalogue_is_that_of_the_content_in_the_same_order()
    {
        var content = ContentFolder.Read<List<Dimension>>("dimensions.json");

        ChallengeDimension.All.Select(d => d.Id).ShouldBe(content.Select(d => d.Id));
        ChallengeDimension.Task.Select(d => d.Id).ShouldBe(content.Where(d => d.IsTask).Select(d => d.Id));
        ChallengeDimension.Obstacles.Select(d => d.Id).ShouldBe(content.Where(d => d.IsObstacle).Select(d => d.Id));
        ChallengeDimension
            .All.Select(d => d.Cluster.ToString())
            .ShouldBe(content.Select(d => d.Cluster.Replace("_", "", StringComparison.Ordinal)), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_position_is_the_index_in_its_group()
    {
        ChallengeDimension.Task.Select(d => d.Position).ShouldBe(Enumerable.Range(0, 12));
        ChallengeDimension.Obstacles.Select(d => d.Position).ShouldBe(Enumerable.Range(0, 4));
        SupportItem.All.Select(item => item.Position).ShouldBe(Enumerable.Range(0, 6));
    }

    [Fact]
    public void A_dimension_is_found_by_its_id_and_by_nothing_else()
    {
        ChallengeDimension.Find("high_stakes")!.Position.ShouldBe(6);
        ChallengeDimension.Find("High stakes").ShouldBeNull();
        SupportItem.Find("partner").ShouldBe(SupportItem.Partner);
        SupportItem.Find("money").ShouldBeNull();
    }
}
