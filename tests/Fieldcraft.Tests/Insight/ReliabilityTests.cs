using System.Globalization;
using Fieldcraft.Domain.Insight;

namespace Fieldcraft.Tests.Insight;

/// <summary>The worked numbers of DOMAIN 2.3, 2.4 and 12.7.</summary>
public sealed class ReliabilityTests
{
    [Fact]
    public void Half_a_point_after_six_months_is_no_clear_change_yet()
    {
        var result = ReliableChange.Judge(new ChangeInput(0.5, 0.7, 0.64));

        result.Index.ShouldPrintAs(0.842, 3);
        result.IsReliable.ShouldBeFalse();
        result.SmallestReliableChange.ShouldPrintAs(1.164, 3);
    }

    [Fact]
    public void Eight_direct_reports_see_smaller_changes() =>
        ReliableChange.Judge(new ChangeInput(0.5, 0.7, 0.774)).SmallestReliableChange.ShouldPrintAs(0.922, 3);

    [Theory]
    [InlineData(1.16, false)]
    [InlineData(1.17, true)]
    [InlineData(-1.17, true)]
    [InlineData(-1.16, false)]
    public void A_change_counts_beyond_the_line_in_either_direction(double change, bool reliable) =>
        ReliableChange.Judge(new ChangeInput(change, 0.7, 0.64)).IsReliable.ShouldBe(reliable);

    [Theory]
    [InlineData(0.5, 0, 0.64, "sd")]
    [InlineData(0.5, -1, 0.64, "sd")]
    [InlineData(0.5, 0.7, 1, "reliability")]
    [InlineData(0.5, 0.7, -0.1, "reliability")]
    [InlineData(double.NaN, 0.7, 0.5, "change")]
    public void What_cannot_be_judged_is_refused(double change, double deviation, double reliability, string path)
    {
        var input = new ChangeInput(change, deviation, reliability);

        input.Problems().Select(p => (p.Path, p.Code)).ShouldBe([(path, "out-of-range")]);
        Should.Throw<ArgumentOutOfRangeException>(() => ReliableChange.Judge(input));
    }

    [Theory]
    [InlineData("0.30", ".462 .562 .632 .682 .720 .774 .811")]
    [InlineData("0.37", ".540 .638 .701 .746 .779 .825 .855")]
    [InlineData("0.50", ".667 .750 .800 .833 .857 .889 .909")]
    public void More_raters_are_worth_more(string single, string printed)
    {
        int[] raters = [2, 3, 4, 5, 6, 8, 10];

        raters.Select(k => Math.Round(SpearmanBrown.Reliability(Number(single), k), 3)).ShouldBe(printed.Split(' ').Select(Number));
    }

    [Theory]
    [InlineData("0.50", 3, 4)]
    [InlineData("0.37", 4, 7)]
    [InlineData("0.30", 6, 10)]
    public void So_many_raters_are_needed(string single, int forSeventy, int forEighty)
    {
        SpearmanBrown.RatersNeeded(Number(single), 0.70m).ShouldBe(forSeventy);
        SpearmanBrown.RatersNeeded(Number(single), 0.80m).ShouldBe(forEighty);
    }

    /// <summary>The rater model of DOMAIN 12.9, check 3: two random halves of four raters each.</summary>
    [Fact]
    public void Simulated_halves_correlate_as_the_formula_says()
    {
        var random = new Random(20260311);
        const int people = 40_000,
            half = 4;
        double[] first = new double[people],
            second = new double[people];
        for (var person = 0; person < people; person++)
        {
            var level = 0.65 * Gaussian(random);
            first[person] = level + Enumerable.Range(0, half).Average(_ => Gaussian(random));
            second[person] = level + Enumerable.Range(0, half).Average(_ => Gaussian(random));
        }

        var single = 0.65m * 0.65m / ((0.65m * 0.65m) + 1);
        single.ShouldBe(0.30m, 0.005m);
        Correlation(first, second).ShouldBe((double)SpearmanBrown.Reliability(single, half), 0.015);
    }

    [Theory]
    [InlineData("0", 2)]
    [InlineData("1", 2)]
    [InlineData("0.3", 0)]
    public void A_reliability_outside_its_range_is_refused(string single, int raters) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SpearmanBrown.Reliability(Number(single), raters));

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Correlation(double[] first, double[] second)
    {
        double meanFirst = first.Average(),
            meanSecond = second.Average();
        var together = first.Zip(second, (a, b) => (a - meanFirst) * (b - meanSecond)).Sum() / (first.Length - 1);
        return together / Math.Sqrt(Sample.Variance(first) * Sample.Variance(second));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
