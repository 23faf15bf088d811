using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Workshops;

namespace Fieldcraft.Tests.Workshops;

/// <summary>Groups are mixed without a label, the same from the same seed.</summary>
public sealed class GroupDrawTests
{
    [Fact]
    public void Threes_and_fours_never_a_pair()
    {
        for (var people = 3; people <= 40; people++)
        {
            var sizes = GroupDraw.TrioSizes(people);

            sizes.Sum().ShouldBe(people);
            sizes.ShouldAllBe(s => s >= 3 && s <= 5);
            (people == 5 || sizes.All(s => s <= 4)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Four_units_of_four_are_spread_over_the_trios_without_two_of_one_together()
    {
        var people = People(16, unitOf: i => i % 4);

        var groups = GroupDraw.Draw(people, GroupDraw.TrioSizes(16), 7)!;

        GroupDraw.AlikePairs(people, groups).ShouldBe(0);
        groups.Values.GroupBy(g => g).Select(g => g.Count()).Order().ShouldBe([3, 3, 3, 3, 4]);
    }

    [Fact]
    public void Where_most_are_of_one_unit_the_rest_still_sits_apart()
    {
        // Ten of one unit in five trios: two in each is the best there is, five pairs.
        var people = People(15, unitOf: i => i < 10 ? 0 : i);

        var groups = GroupDraw.Draw(people, GroupDraw.TrioSizes(15), 1)!;

        GroupDraw.AlikePairs(people, groups).ShouldBe(5);
    }

    [Fact]
    public void The_same_seed_gives_the_same_groups_whatever_the_order_and_another_others()
    {
        var people = People(14, unitOf: i => i % 5);

        var first = GroupDraw.Draw(people, GroupDraw.TrioSizes(14), 3)!;

        GroupDraw.Draw([.. people.AsEnumerable().Reverse()], GroupDraw.TrioSizes(14), 3).ShouldBe(first, ignoreOrder: true);
        Enumerable.Range(4, 5).ShouldContain(s => !Same(GroupDraw.Draw(people, GroupDraw.TrioSizes(14), s)!, first));
    }

    [Fact]
    public void Nobody_sits_with_the_person_they_report_to_for_any_seed()
    {
        // Four leaders, each with three reports among the rest.
        var people = People(16, unitOf: i => i / 4, managerOf: i => i % 4 == 0 ? null : i - (i % 4));
        for (var seed = 0; seed < 60; seed++)
        {
            var groups = GroupDraw.Draw(people, GroupDraw.TrioSizes(16), seed)!;

            people.ShouldAllBe(p => p.Manager == null || groups[p.Key] != groups[p.Manager.Value]);
        }
    }

    [Fact]
    public void Where_that_cannot_be_nothing_is_drawn()
    {
        var people = People(4, unitOf: i => i, managerOf: i => i == 0 ? null : 0);

        GroupDraw.Draw(people, GroupDraw.TrioSizes(4), 1).ShouldBeNull();
    }

    [Fact]
    public void It_knows_of_nobody_more_than_where_they_work_and_whom_they_report_to() =>
        typeof(Mixable).GetProperties().Select(p => p.Name).ShouldBe(["Key", "Unit", "Manager"]);

    private static bool Same(IReadOnlyDictionary<Guid, int> one, IReadOnlyDictionary<Guid, int> other) =>
        one.All(p => other[p.Key] == p.Value);

    private static List<Mixable> People(int count, Func<int, int> unitOf, Func<int, int?>? managerOf = null) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Mixable(Key(i), UnitId.From(Key(1000 + unitOf(i))), managerOf?.Invoke(i) is { } m ? Key(m) : null)),
        ];

    private static Guid Key(int i) => new(i + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
