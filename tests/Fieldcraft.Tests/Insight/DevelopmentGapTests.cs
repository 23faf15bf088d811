using Fieldcraft.Domain.Insight;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Insight;

/// <summary>The worked numbers of DOMAIN 2.4 and 12.8.</summary>
public sealed class DevelopmentGapTests
{
    private static readonly GapRules Rules = DocumentedRules.All.Gaps;

    [Theory]
    [InlineData(1, 1.96)]
    [InlineData(2, 1.39)]
    [InlineData(3, 1.13)]
    [InlineData(4, 0.98)]
    [InlineData(5, 0.88)]
    [InlineData(6, 0.80)]
    [InlineData(8, 0.69)]
    [InlineData(10, 0.62)]
    public void Half_widths_with_a_pooled_deviation_of_one(int raters, double printed) =>
        DevelopmentGap.HalfWidth(raters, 1.0).ShouldPrintAs(printed, 2);

    [Theory]
    [InlineData(2, 8.98)]
    [InlineData(3, 2.48)]
    [InlineData(4, 1.59)]
    [InlineData(5, 1.24)]
    public void The_raters_own_spread_would_give_absurd_half_widths(int raters, double printed) =>
        (StudentT.Quantile975(raters - 1) / Math.Sqrt(raters)).ShouldPrintAs(printed, 2);

    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(3, 3.182)]
    [InlineData(4, 2.776)]
    [InlineData(5, 2.571)]
    [InlineData(7, 2.365)]
    [InlineData(9, 2.262)]
    [InlineData(19, 2.093)]
    public void Quantiles_of_t(int degreesOfFreedom, double printed) => StudentT.Quantile975(degreesOfFreedom).ShouldPrintAs(printed, 3);

    [Fact]
    public void Four_raters_who_differ_by_a_point_or_two()
    {
        double[] others = [4, 5, 5, 6];
        var result = Measure(target: 6.5, self: 5.5, others);

        result.OthersMean.ShouldPrintAs(5.0, 4);
        Math.Sqrt(Sample.Variance(others)).ShouldPrintAs(0.8165, 4);
        (5 - StudentT.HalfWidth(others)).ShouldPrintAs(3.701, 3);
        (5 + StudentT.HalfWidth(others)).ShouldPrintAs(6.299, 3);
        result.Interval!.Lower.ShouldPrintAs(4.02, 2);
        result.Interval.Upper.ShouldPrintAs(5.98, 2);
        result.HalfWidth.ShouldPrintAs(0.98, 2);
        result.Gap.ShouldPrintAs(1.5, 9);
        result.Clarity.ShouldBe(PictureClarity.RoughPicture);
        result.IsSelfViewOnly.ShouldBeFalse();
        result.IsClear.ShouldBeTrue();
    }

    [Fact]
    public void A_gap_is_not_clear_while_the_interval_holds_the_target() =>
        Measure(target: 5.9, self: 5, [4, 5, 5, 6]).IsClear.ShouldBeFalse();

    [Fact]
    public void A_gap_is_clear_too_when_others_see_more_than_the_target() =>
        Measure(target: 3, self: 5, [6, 6, 7, 6]).IsClear.ShouldBeTrue();

    [Fact]
    public void With_fewer_than_three_others_there_is_a_self_view_only()
    {
        var result = Measure(target: 6, self: 4, [1, 2]);

        result.IsSelfViewOnly.ShouldBeTrue();
        result.Gap.ShouldBe(2);
        result.HalfWidth.ShouldPrintAs(1.39, 2);
        result.Clarity.ShouldBe(PictureClarity.FirstHint);
        result.IsClear.ShouldBeFalse();
    }

    [Fact]
    public void Without_others_nothing_is_made_up()
    {
        var result = Measure(target: 6, self: 4, []);

        result.Gap.ShouldBe(2);
        result.OthersMean.ShouldBeNull();
        result.HalfWidth.ShouldBeNull();
        result.Interval.ShouldBeNull();
        result.Clarity.ShouldBeNull();
        result.SelfOtherDifference.ShouldBeNull();
        result.Comparison.ShouldBeNull();
    }

    [Fact]
    public void Three_others_need_no_self_view()
    {
        var result = Measure(target: 6, self: null, [4, 4, 4]);

        result.Gap.ShouldBe(2);
        result.SelfOtherDifference.ShouldBeNull();
    }

    [Theory]
    [InlineData(1.01, PictureClarity.FirstHint)]
    [InlineData(1.0, PictureClarity.RoughPicture)]
    [InlineData(0.7, PictureClarity.RoughPicture)]
    [InlineData(0.69, PictureClarity.FairlyClearPicture)]
    public void Words_instead_of_false_precision(double halfWidth, PictureClarity clarity) =>
        DevelopmentGap.Clarity(halfWidth, Rules).ShouldBe(clarity);

    [Theory]
    [InlineData(4.74, ViewComparison.Similar)]
    [InlineData(4.75, ViewComparison.OwnViewHigher)]
    [InlineData(3.26, ViewComparison.Similar)]
    [InlineData(3.25, ViewComparison.OwnViewLower)]
    public void A_difference_below_three_quarters_is_a_similar_view(double self, ViewComparison comparison)
    {
        var result = Measure(target: 5, self, [4, 4, 4]);

        result.SelfOtherDifference.ShouldPrintAs(self - 4, 9);
        result.Comparison.ShouldBe(comparison);
    }

    [Fact]
    public void With_a_reference_group_half_its_deviation_is_the_line()
    {
        var input = new GapInput
        {
            Target = 5,
            Self = 4.6,
            Others = [4, 4, 4],
            ReferenceDeviation = 1.0,
        };

        DevelopmentGap.Measure(input, Rules).Comparison.ShouldBe(ViewComparison.OwnViewHigher);
        DevelopmentGap.Measure(input with { ReferenceDeviation = 1.3 }, Rules).Comparison.ShouldBe(ViewComparison.Similar);
    }

    [Theory]
    [InlineData(4, 5.0, 0.5902, 4.918, 0.384)]
    [InlineData(2, 3.0, 0.4186, 4.0465, 0.4575)]
    public void Shrinkage_towards_what_is_usual(int raters, double mean, double weight, double estimate, double deviation)
    {
        var shrunken = DevelopmentGap.Shrink(mean, raters, 1.0, new GapPrior(4.8, 0.6));

        shrunken.Weight.ShouldPrintAs(weight, 4);
        shrunken.Estimate.ShouldPrintAs(estimate, 4);
        shrunken.Deviation.ShouldPrintAs(deviation, raters == 4 ? 3 : 4);
        var others = Enumerable.Repeat(mean, raters).ToArray();
        DevelopmentGap
            .Measure(
                new GapInput
                {
                    Target = 6,
                    Self = 5,
                    Others = others,
                    Prior = new GapPrior(4.8, 0.6),
                },
                Rules
            )
            .Shrunken.ShouldBe(shrunken);
    }

    [Fact]
    public void The_organisations_own_deviation_takes_the_place_of_the_start_value() =>
        DevelopmentGap
            .Measure(
                new GapInput
                {
                    Target = 6,
                    Others = [4, 4, 4, 4],
                    PooledDeviation = 0.5,
                },
                Rules
            )
            .HalfWidth.ShouldPrintAs(0.49, 2);

    [Fact]
    public void Numbers_off_the_seven_points_are_refused_with_their_place()
    {
        var input = new GapInput
        {
            Target = 8,
            Self = 0,
            Others = [4, 7.5, double.NaN],
            PooledDeviation = 0,
        };

        input
            .Problems(Rules)
            .Select(p => (p.Path, p.Code))
            .ShouldBe([
                ("target", "out-of-range"),
                ("self", "out-of-range"),
                ("others[1]", "out-of-range"),
                ("others[2]", "out-of-range"),
                ("sigma", "out-of-range"),
            ]);
        new GapInput { Target = 5, Others = [4, 4] }
            .Problems(Rules)
            .Select(p => (p.Path, p.Code))
            .ShouldBe([("self", "missing")]);
        Should.Throw<ArgumentOutOfRangeException>(() => DevelopmentGap.Measure(input, Rules));
    }

    private static GapResult Measure(double target, double? self, double[] others) =>
        DevelopmentGap.Measure(
            new GapInput
            {
                Target = target,
                Self = self,
                Others = others,
            },
            Rules
        );
}
