using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Tests.Insight;

namespace Fieldcraft.Tests.Outcomes;

/// <summary>Measures are told by the formulas of DOMAIN 7.10, 12.5 and 12.6, whatever the weeks they were put together from.</summary>
public sealed class YardstickTests
{
    private static readonly Yardstick Points = new(MeasureKind.Promoters, 1);
    private static readonly Yardstick PerThousand = new(MeasureKind.Share, 1_000);
    private static readonly Yardstick Means = new(MeasureKind.Mean, 1);
    private static readonly Yardstick Counts = new(MeasureKind.Count, 1);

    [Fact]
    public void Weeks_that_are_added_up_are_the_same_as_all_answers_at_once()
    {
        var weeks = Moments.Of(new PromoterCounts(20, 15, 5)) + Moments.Of(new PromoterCounts(30, 15, 15));

        weeks.Promoters.ShouldBe(new PromoterCounts(50, 30, 20));
        var level = Points.Level(weeks)!;
        (level.N, level.Value).ShouldBe((100, 30));
        level.Interval!.Lower.ShouldPrintAs(14.05, 2);
        level.Interval.Upper.ShouldPrintAs(44.20, 2);
    }

    [Theory]
    [InlineData(480, 300, 220, 500, 300, 200, 4.0, 3.525, -2.91, 10.91, false)]
    [InlineData(12_000, 7_500, 5_500, 12_250, 7_500, 5_250, 2.0, 0.708, 0.61, 3.39, true)]
    public void A_change_in_points_is_that_of_the_calculator(
        int p1,
        int n1,
        int d1,
        int p2,
        int n2,
        int d2,
        double points,
        double error,
        double lower,
        double upper,
        bool clear
    )
    {
        var change = Points.Change(Moments.Of(new PromoterCounts(p1, n1, d1)), Moments.Of(new PromoterCounts(p2, n2, d2)))!;

        change.Value.ShouldPrintAs(points, 6);
        change.StandardError.ShouldPrintAs(error, 3);
        change.Interval!.Lower.ShouldPrintAs(lower, 2);
        change.Interval.Upper.ShouldPrintAs(upper, 2);
        change.IsClear.ShouldBe(clear);
    }

    [Theory]
    [InlineData(2, 23_940)]
    [InlineData(5, 3_831)]
    [InlineData(10, 958)]
    public void The_sample_needed_for_points_is_that_of_the_table(double change, long needed) =>
        Points.Needed(Moments.Of(new PromoterCounts(50, 30, 20)), change).ShouldBe(needed);

    [Fact]
    public void A_share_has_the_interval_of_Wilson_in_its_own_unit()
    {
        var level = PerThousand.Level(Moments.OfShare(81, 263))!;

        level.Value.ShouldPrintAs(307.98, 2);
        level.Interval!.Lower.ShouldPrintAs(255.3, 1);
        level.Interval.Upper.ShouldPrintAs(366.2, 1);
    }

    [Fact]
    public void Means_of_parts_make_the_mean_and_spread_of_the_whole()
    {
        // {4, 5, 5, 6} of DOMAIN 12.8, in two halves: {4, 5} has mean 4.5 and s 0.70711, {5, 6} mean 5.5 and the same s.
        var s = Math.Sqrt(0.5);
        var level = Means.Level(Moments.OfMean(4.5, 2, s) + Moments.OfMean(5.5, 2, s))!;

        level.Value.ShouldPrintAs(5.0, 9);
        level.Interval!.Lower.ShouldPrintAs(3.701, 3);
        level.Interval.Upper.ShouldPrintAs(6.299, 3);
    }

    [Fact]
    public void Answers_of_one_kind_claim_nothing_clear()
    {
        var change = Points.Change(Moments.Of(new PromoterCounts(0, 10, 0)), Moments.Of(new PromoterCounts(10, 0, 0)))!;

        (change.Value, change.Interval, change.IsClear).ShouldBe((100, null, false));
        Points.Needed(Moments.Of(new PromoterCounts(10, 0, 0)), 5).ShouldBeNull();
        Counts.Level(Moments.OfCount(7))!.Interval.ShouldBeNull();
        PerThousand.Change(Moments.OfShare(0, 20), Moments.OfShare(3, 20))!.IsClear.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_no_zero()
    {
        Points.Level(Moments.None).ShouldBeNull();
        Points.Change(Moments.None, Moments.OfCount(1)).ShouldBeNull();
        Points.Needed(Moments.None, 2).ShouldBeNull();
    }

    [Fact]
    public void A_month_stands_beside_the_same_month_a_year_before_and_never_across_a_change_of_channel()
    {
        var months = Enumerable.Range(0, 15).ToDictionary(i => new DateOnly(2026, 1, 1).AddMonths(i), i => Moments.OfShare(i + 1, 100));

        var paired = YearOnYear.Pair(months, 15, new DateOnly(2026, 2, 10));

        paired.Select(m => m.IsComparable).ShouldBe([.. Enumerable.Repeat(false, 13), false, true]);
        paired[12].ChannelChanged.ShouldBeTrue();
        paired[13].ChannelChanged.ShouldBeTrue();
        var since = YearOnYear.Since(paired, new DateOnly(2026, 12, 9))!;
        since.First.ShouldBe(new DateOnly(2027, 3, 1), "the first month that can be compared, not the first after the beginning");
        (since.Figures.Before, since.Figures.After).ShouldBe((Moments.OfShare(3, 100), Moments.OfShare(15, 100)));
        YearOnYear.Since(paired, new DateOnly(2027, 3, 20)).ShouldBeNull("the month of the first session belongs to neither time");
        YearOnYear.Since(paired, null).ShouldBeNull();
    }
}
