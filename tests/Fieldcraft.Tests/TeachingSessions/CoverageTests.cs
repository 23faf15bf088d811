using Fieldcraft.Domain.Rollouts;

namespace Fieldcraft.Tests.TeachingSessions;

/// <summary>The worked numbers of DOMAIN 7.9.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void On_day_14_with_3100_done_321_a_day_are_needed_where_221_came()
    {
        var coverage = new Coverage(8_000, 3_100, 14, 28, 0.95m);

        Math.Round(coverage.DailyNeeded!.Value, 1).ShouldBe(321.4m);
        Math.Round(coverage.DailySoFar!.Value, 1).ShouldBe(221.4m);
        (coverage.Target, coverage.IsReached, coverage.DaysLeft, coverage.AtThisPace).ShouldBe((7_600, false, 14, 6_200m));
    }

    [Theory]
    [InlineData(7, 2_000)]
    [InlineData(14, 4_000)]
    [InlineData(21, 6_000)]
    [InlineData(28, 8_000)]
    [InlineData(40, 8_000)]
    public void The_straight_line_reaches_everybody_at_the_end(int day, int people) =>
        new Coverage(8_000, 0, 0, 28, 0.95m).StraightLine(day).ShouldBe(people);

    [Fact]
    public void A_target_that_is_reached_needs_nobody_a_day_and_a_window_that_is_over_has_no_pace()
    {
        new Coverage(100, 95, 10, 28, 0.95m).DailyNeeded.ShouldBe(0);
        new Coverage(100, 94, 28, 28, 0.95m).DailyNeeded.ShouldBeNull();
        new Coverage(100, 0, 0, 28, 0.95m).DailySoFar.ShouldBeNull();
        new Coverage(0, 0, 3, 28, 0.95m).Share.ShouldBeNull();
    }

    [Fact]
    public void How_complete_the_count_is_stands_apart() => new DataCompleteness(8, 6).Share.ShouldBe(0.75m);

    [Fact]
    public void One_half_alone_is_not_enough()
    {
        Completion.IsComplete([SessionPart.First]).ShouldBeFalse();
        Completion.IsComplete([SessionPart.Second, SessionPart.First]).ShouldBeTrue();
        Completion.IsComplete([SessionPart.Whole]).ShouldBeTrue();
        Completion.IsComplete([]).ShouldBeFalse();
    }

    [Fact]
    public void A_small_group_is_withheld_and_with_it_the_one_that_would_give_it_away()
    {
        var shown = CoverageGroups.Shown([new("a", 40, 30), new("b", 4, 1), new("c", 12, 6)]);

        shown.Where(g => g.IsWithheld).Select(g => g.Name).ShouldBe(["b", "c"]);
        shown.Single(g => g.Name == "a").ShouldBe(new ShownGroup("a", 40, 30, 0.75m));
    }

    [Fact]
    public void Two_small_groups_that_make_five_together_hide_each_other() =>
        CoverageGroups
            .Shown([new("a", 40, 30), new("b", 4, 1), new("c", 3, 3)])
            .Where(g => g.IsWithheld)
            .Select(g => g.Name)
            .ShouldBe(["b", "c"]);

    [Fact]
    public void The_lowest_tenth_is_named_by_the_alphabet_and_never_below_five_people()
    {
        var sites = Enumerable
            .Range(1, 41)
            .Select(i => new CoverageGroup($"Site {i:00}", 100, 20 + i))
            .Append(new CoverageGroup("Tiny", 4, 0));

        CoverageGroups.NeedHelp([.. sites.Reverse()], 0.95m).Select(s => s.Name).ShouldBe(["Site 01", "Site 02", "Site 03", "Site 04"]);
    }

    [Fact]
    public void A_site_that_reached_the_target_needs_no_help() =>
        CoverageGroups.NeedHelp([new("a", 100, 96), new("b", 100, 99)], 0.95m).ShouldBeEmpty();
}
