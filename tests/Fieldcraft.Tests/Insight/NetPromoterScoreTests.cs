using Fieldcraft.Domain.Insight;

namespace Fieldcraft.Tests.Insight;

/// <summary>The worked numbers of DOMAIN 12.6 and 7.10, and check 1 of 12.9.</summary>
public sealed class NetPromoterScoreTests
{
    [Theory]
    [InlineData(50, 30, 20, 30.0, 7.810, 14.69, 45.31, 29.126, 7.692, 14.05, 44.20)]
    [InlineData(5, 3, 2, 30.0, 24.698, -18.41, 78.41, 23.077, 21.494, -19.05, 65.20)]
    [InlineData(500, 300, 200, 30.0, 2.470, 25.16, 34.84, 29.910, 2.466, 25.08, 34.74)]
    [InlineData(40, 35, 25, 15.0, 7.921, -0.53, 30.53, 14.563, 7.786, -0.70, 29.82)]
    public void Scores_with_their_intervals(
        int promoters,
        int passives,
        int detractors,
        double points,
        double error,
        double lower,
        double upper,
        double adjusted,
        double adjustedError,
        double adjustedLower,
        double adjustedUpper
    )
    {
        var result = NetPromoterScore.Measure(new PromoterCounts(promoters, passives, detractors));

        result.Points.ShouldPrintAs(points, 9);
        result.StandardError.ShouldPrintAs(error, 3);
        result.Wald!.Lower.ShouldPrintAs(lower, 2);
        result.Wald.Upper.ShouldPrintAs(upper, 2);
        result.AdjustedPoints.ShouldPrintAs(adjusted, 3);
        result.AdjustedStandardError.ShouldPrintAs(adjustedError, 3);
        result.Adjusted.Lower.ShouldPrintAs(adjustedLower, 2);
        result.Adjusted.Upper.ShouldPrintAs(adjustedUpper, 2);
        result.IsDegenerate.ShouldBeFalse();
        result.IsClipped.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 10, 0, 0, 0, 9.421, -18.47, 18.47, false)]
    [InlineData(10, 0, 0, 100, 76.923, 15.010, 47.50, 100, true)]
    [InlineData(0, 0, 10, -100, -76.923, 15.010, -100, -47.50, true)]
    public void Answers_of_one_kind_claim_no_certainty(
        int promoters,
        int passives,
        int detractors,
        double points,
        double adjusted,
        double error,
        double lower,
        double upper,
        bool clipped
    )
    {
        var result = NetPromoterScore.Measure(new PromoterCounts(promoters, passives, detractors));

        result.Points.ShouldBe(points);
        result.StandardError.ShouldBe(0);
        result.IsDegenerate.ShouldBeTrue();
        result.Wald.ShouldBeNull();
        result.AdjustedPoints.ShouldPrintAs(adjusted, 3);
        result.AdjustedStandardError.ShouldPrintAs(error, 3);
        result.Adjusted.Lower.ShouldPrintAs(lower, 2);
        result.Adjusted.Upper.ShouldPrintAs(upper, 2);
        result.IsClipped.ShouldBe(clipped);
    }

    [Fact]
    public void An_interval_is_clipped_from_where_it_would_have_ended()
    {
        var result = NetPromoterScore.Measure(new PromoterCounts(10, 0, 0));

        (result.AdjustedPoints + (Normal.Z95 * result.AdjustedStandardError)).ShouldPrintAs(106.34, 2);
        result.Adjusted.Upper.ShouldBe(100);
    }

    [Fact]
    public void A_change_of_four_points_in_a_thousand_is_not_clear()
    {
        var result = PromoterChange.Compare(new PromoterCounts(480, 300, 220), new PromoterCounts(500, 300, 200));

        result.Points.ShouldPrintAs(4.0, 9);
        result.StandardError.ShouldPrintAs(3.525, 3);
        result.Interval!.Lower.ShouldPrintAs(-2.91, 2);
        result.Interval.Upper.ShouldPrintAs(10.91, 2);
        result.IsClear.ShouldBeFalse();
    }

    [Fact]
    public void A_change_of_two_points_in_twenty_five_thousand_is_clear()
    {
        var result = PromoterChange.Compare(new PromoterCounts(12_000, 7_500, 5_500), new PromoterCounts(12_250, 7_500, 5_250));

        result.Points.ShouldPrintAs(2.0, 9);
        result.StandardError.ShouldPrintAs(0.708, 3);
        result.Interval!.Lower.ShouldPrintAs(0.61, 2);
        result.Interval.Upper.ShouldPrintAs(3.39, 2);
        result.IsClear.ShouldBeTrue();
    }

    [Fact]
    public void A_period_of_one_kind_of_answers_makes_no_change_clear()
    {
        var result = PromoterChange.Compare(new PromoterCounts(10, 0, 0), new PromoterCounts(0, 0, 10));

        result.Points.ShouldBe(-200);
        result.IsDegenerate.ShouldBeTrue();
        result.Interval.ShouldBeNull();
        result.IsClear.ShouldBeFalse();
        result.AnswersNeeded.ShouldBeNull();
    }

    [Theory]
    [InlineData(.5, .2, 2, 23_940)]
    [InlineData(.5, .2, 5, 3_831)]
    [InlineData(.5, .2, 10, 958)]
    [InlineData(.4, .3, 2, 27_079)]
    [InlineData(.4, .3, 5, 4_333)]
    [InlineData(.4, .3, 10, 1_084)]
    [InlineData(.6, .1, 2, 17_660)]
    [InlineData(.6, .1, 5, 2_826)]
    [InlineData(.6, .1, 10, 707)]
    public void So_many_answers_are_needed_to_see_a_change(double promoters, double detractors, double change, long needed)
    {
        PromoterChange.AnswersNeeded(promoters, detractors, change).ShouldBe(needed);
        PromoterChange.AnswersNeeded(promoters, detractors, -change).ShouldBe(needed);
    }

    [Fact]
    public void The_comparison_says_how_many_it_would_take()
    {
        PromoterChange.Compare(new PromoterCounts(50, 30, 20), new PromoterCounts(55, 30, 15)).AnswersNeeded.ShouldBe(958);
        PromoterChange.Compare(new PromoterCounts(50, 30, 20), new PromoterCounts(50, 30, 20)).AnswersNeeded.ShouldBeNull();
    }

    [Theory]
    [InlineData(30, .5, .2, .9461, .9355)]
    [InlineData(10, .5, .2, .9625, .8962)]
    [InlineData(10, .8, .05, .9442, .8835)]
    [InlineData(100, .5, .2, .9491, .9448)]
    public void Listing_every_outcome_shows_how_often_the_interval_holds(int answers, double p, double d, double adjusted, double wald)
    {
        var truth = 100 * (p - d);
        double adjustedHolds = 0,
            waldHolds = 0;
        for (var promoters = 0; promoters <= answers; promoters++)
        {
            for (var detractors = 0; promoters + detractors <= answers; detractors++)
            {
                var passives = answers - promoters - detractors;
                var probability = Multinomial.Probability([p, 1 - p - d, d], [promoters, passives, detractors]);
                var result = NetPromoterScore.Measure(new PromoterCounts(promoters, passives, detractors));
                adjustedHolds += result.Adjusted.Contains(truth) ? probability : 0;
                waldHolds += result.Wald is { } interval && interval.Contains(truth) ? probability : 0;
            }
        }

        adjustedHolds.ShouldPrintAs(adjusted, 4);
        waldHolds.ShouldPrintAs(wald, 4);
    }

    [Fact]
    public void Answers_are_sorted_at_nine_and_seven()
    {
        PromoterCounts.Of([0, 6, 7, 8, 9, 10, 10]).ShouldBe(new PromoterCounts(3, 2, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => PromoterCounts.Of([11])).Message.ShouldContain("answers[0]");
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused_with_their_place()
    {
        new PromoterCounts(-1, 5, 5).Problems("before.").Select(p => (p.Path, p.Code)).ShouldBe([("before.promoters", "out-of-range")]);
        new PromoterCounts(0, 0, 0).Problems().Select(p => (p.Path, p.Code)).ShouldBe([("promoters", "missing")]);
        Should.Throw<ArgumentOutOfRangeException>(() => NetPromoterScore.Measure(new PromoterCounts(0, 0, 0)));
        Should.Throw<ArgumentOutOfRangeException>(() => PromoterChange.AnswersNeeded(.5, .2, 0));
    }
}
