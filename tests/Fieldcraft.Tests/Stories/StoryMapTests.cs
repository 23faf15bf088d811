using Fieldcraft.Domain.Stories;

namespace Fieldcraft.Tests.Stories;

public sealed class StoryMapTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    [InlineData(9, 5)]
    [InlineData(10, 10)]
    public void Stories_only_for_the_map_are_counted_in_whole_groups(int onlyForMap, int? shown)
    {
        var kind = Mapped(read: 3, onlyForMap).Archetypes.Single(k => k.Id == "turnaround");

        kind.Read.ShouldBe(3);
        kind.OnlyForMapAtLeast.ShouldBe(shown);
    }

    [Fact]
    public void One_more_or_one_less_shows_only_where_a_group_becomes_full()
    {
        var changes = Enumerable.Range(0, 50).Where(n => Cell(n) != Cell(n + 1)).ToList();

        changes.ShouldBe([4, 9, 14, 19, 24, 29, 34, 39, 44, 49]);

        static int? Cell(int n) => Mapped(0, n).Archetypes.Single(k => k.Id == "turnaround").OnlyForMapAtLeast;
    }

    [Fact]
    public void The_largest_kind_stands_first_and_every_dimension_counts()
    {
        var map = StoryMap.Of(
            [
                new(true, StoryKinds.Of("start_up", ["high_stakes", "new_directions"])),
                new(true, StoryKinds.Of("turnaround", ["high_stakes"])),
                new(true, StoryKinds.Of("turnaround", [])),
            ],
            ["start_up", "turnaround"],
            ["new_directions", "high_stakes"],
            5
        );

        map.Archetypes.Select(k => (k.Id, k.Read)).ShouldBe([("turnaround", 2), ("start_up", 1)]);
        map.Dimensions.Select(k => (k.Id, k.Read)).ShouldBe([("high_stakes", 2), ("new_directions", 1)]);
    }

    private static StoryMap Mapped(int read, int onlyForMap) =>
        StoryMap.Of(
            [
                .. Enumerable.Repeat(new MappedStory(true, StoryKinds.Of("turnaround", [])), read),
                .. Enumerable.Repeat(new MappedStory(false, StoryKinds.Of("turnaround", [])), onlyForMap),
            ],
            ["start_up", "turnaround"],
            [],
            5
        );
}
