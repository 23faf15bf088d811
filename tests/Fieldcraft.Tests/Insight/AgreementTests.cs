using Fieldcraft.Domain.Insight;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Insight;

/// <summary>The worked numbers of DOMAIN 12.4.</summary>
public sealed class AgreementTests
{
    private static readonly AgreementRules Rules = DocumentedRules.All.Agreement;

    [Theory]
    [InlineData(5, 2.0)]
    [InlineData(7, 4.0)]
    public void Raters_at_random_would_differ_so_much(int points, double variance) => Agreement.VarianceAtRandom(points).ShouldBe(variance);

    [Theory]
    [InlineData("4 4 5 4 5", 5, 0.3, 0.85, 0.85)]
    [InlineData("5 6 6 7 5 6", 7, 0.5667, 0.8583, 0.8583)]
    [InlineData("1 2 3 4 5", 5, 2.5, -0.25, 0)]
    [InlineData("4 4 4 4", 5, 0, 1.0, 1.0)]
    public void Agreement_on_one_item(string ratings, int points, double variance, double raw, double reported)
    {
        var result = OneItem(ratings, points);

        result.Variance.ShouldPrintAs(variance, 4);
        result.RawRwg.ShouldPrintAs(raw, 4);
        result.Rwg.ShouldPrintAs(reported, 4);
    }

    [Fact]
    public void The_average_deviation_is_taken_from_the_mean()
    {
        var result = OneItem("4 4 5 4 5", 5);

        result.AverageDeviation.ShouldPrintAs(0.48, 9);
        result.Mean.ShouldPrintAs(4.4, 9);
        result.Raters.ShouldBe(5);
    }

    [Fact]
    public void Agreement_on_several_items_at_once()
    {
        var result = Agreement.Measure(
            new AgreementInput(
                [
                    [4, 5, 4],
                    [4, 4, 5],
                    [5, 5, 4],
                    [4, 4, 4],
                    [3, 4, 4],
                ],
                5
            ),
            Rules
        );

        result.Variance.ShouldPrintAs(0.3333, 4);
        result.Rwg.ShouldPrintAs(0.9375, 4);
        result.RawRwg.ShouldPrintAs(0.9375, 4);
    }

    [Fact]
    public void Several_items_without_any_agreement_are_reported_as_none()
    {
        // Variance 8 against 2 at random: the fraction turns positive again and would claim agreement.
        var opposed = Agreement.Measure(
            new AgreementInput(
                [
                    [1, 1],
                    [5, 5],
                ],
                5
            ),
            Rules
        );
        opposed.RawRwg!.Value.ShouldBeGreaterThan(1);
        opposed.Rwg.ShouldBe(0);

        // Two items with exactly twice the variance at random: the fraction divides by zero.
        var undefined = Agreement.Measure(
            new AgreementInput(
                [
                    [1, 1],
                    [2, 2],
                ],
                2
            ),
            Rules
        );
        undefined.RawRwg.ShouldBeNull();
        undefined.Rwg.ShouldBe(0);
    }

    [Theory]
    [InlineData("3 4 5 3 4", 5, false)] // s² 0.7, rwg 0.65
    [InlineData("3 3 5 5", 5, true)] // s² 1.33, rwg 0.33
    [InlineData("1 2 3 4 5", 5, true)]
    public void Below_a_half_the_spread_is_shown(string ratings, int points, bool showSpread) =>
        OneItem(ratings, points).ShowSpread.ShouldBe(showSpread);

    [Fact]
    public void Ratings_that_make_no_table_are_refused_with_their_place()
    {
        new AgreementInput(
            [
                [4],
            ],
            5
        ).Problems().Select(p => (p.Path, p.Code)).ShouldBe([("ratings", "wrong-count")]);
        new AgreementInput(
            [
                [4],
                [4, 5],
                [],
            ],
            5
        ).Problems().Select(p => (p.Path, p.Code)).ShouldBe([("ratings[1]", "wrong-count"), ("ratings[2]", "wrong-count")]);
        new AgreementInput(
            [
                [4],
                [6],
                [0],
            ],
            5
        ).Problems().Select(p => (p.Path, p.Code)).ShouldBe([("ratings[1][0]", "out-of-range"), ("ratings[2][0]", "out-of-range")]);
        new AgreementInput(
            [
                [1],
                [1],
            ],
            1
        ).Problems().Select(p => (p.Path, p.Code)).ShouldBe([("scalePoints", "out-of-range")]);
        Should.Throw<ArgumentOutOfRangeException>(() => Agreement.Measure(new AgreementInput([], 5), Rules));
    }

    private static AgreementResult OneItem(string ratings, int points) =>
        Agreement.Measure(new AgreementInput([.. ratings.Split(' ').Select(r => new double[] { r[0] - '0' })], points), Rules);
}
