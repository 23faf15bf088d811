using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Checks;

/// <summary>
/// Simulated people with a true level and raters who differ (DOMAIN 12.9, check 3): between persons SD .65, between raters SD 1.0, so one rater is worth .30.
/// The seed is fixed; the bounds are several standard errors wide.
/// </summary>
public sealed class RaterSimulationTests
{
    private const double Between = 0.65,
        Within = 1.0;
    private static readonly Rules Rules = DocumentedRules.All;

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    public void The_interval_holds_the_true_level_in_about_ninety_five_of_a_hundred_cases(int raters)
    {
        var random = new Random(raters);
        const int People = 20_000;
        var held = 0;
        for (var i = 0; i < People; i++)
        {
            var level = Level(random);
            var mean = Mean(random, level, raters);
            held += Interval.Around(mean, DevelopmentGap.HalfWidth(raters, Rules.Gaps.PooledDeviation)).Contains(level) ? 1 : 0;
        }

        (held / (double)People).ShouldBe(0.95, 0.006);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    public void Two_random_halves_correlate_as_spearman_and_brown_say(int raters)
    {
        var random = new Random(100 + raters);
        const int People = 20_000;
        var halves = Enumerable
            .Range(0, People)
            .Select(_ => Level(random))
            .Select(level => (One: Mean(random, level, raters / 2), Other: Mean(random, level, raters / 2)))
            .ToList();
        // .65² ÷ (.65² + 1.0²)
        const decimal Single = 0.297m;

        Correlation(halves).ShouldBe((double)SpearmanBrown.Reliability(Single, raters / 2), 0.02);
        (Between * Between / ((Between * Between) + (Within * Within))).ShouldBe((double)Single, 0.0001);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    public void Where_nothing_changed_about_one_in_twenty_is_called_a_change(int raters)
    {
        var random = new Random(200 + raters);
        const int People = 20_000;
        var deviation = Math.Sqrt((Between * Between) + (Within * Within / raters));
        var reliability = Between * Between / (deviation * deviation);
        var called = 0;
        for (var i = 0; i < People; i++)
        {
            var level = Level(random);
            var change = Mean(random, level, raters) - Mean(random, level, raters);
            called += ReliableChange.Judge(new ChangeInput(change, deviation, reliability)).IsReliable ? 1 : 0;
        }

        (called / (double)People).ShouldBe(0.05, 0.006);
    }

    [Fact]
    public void Whole_numbers_of_a_scale_with_ends_cost_little_of_that()
    {
        // What a form takes: 1 to 7, no halves. Through the report itself, so that its mean is the one that is judged.
        var random = new Random(300);
        const int People = 4_000;
        var held = 0;
        for (var i = 0; i < People; i++)
        {
            var level = Level(random);
            var answers = Enumerable
                .Range(0, 8)
                .Select(_ => (int)Math.Clamp(Math.Round(level + (Within * Normal(random))), 1, 7))
                .Select(r => new AnswerContent(
                    RaterGroup.Reports,
                    new CapabilityRatings { Ratings = new Dictionary<string, int?>(StringComparer.Ordinal) { ["x"] = r } },
                    null
                ))
                .ToList();
            var all = RoundReport.Of(answers, ["x"], new RoundSizes(3, 5, 5), Rules.Agreement).Capabilities["x"].All!;
            held += Interval.Around(all.Mean, DevelopmentGap.HalfWidth(all.Raters, Rules.Gaps.PooledDeviation)).Contains(level) ? 1 : 0;
        }

        (held / (double)People).ShouldBe(0.94, 0.02);
    }

    private static double Level(Random random) => 4.8 + (Between * Normal(random));

    private static double Mean(Random random, double level, int raters) =>
        Enumerable.Range(0, raters).Average(_ => level + (Within * Normal(random)));

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Correlation(List<(double One, double Other)> pairs)
    {
        var (one, other) = (pairs.Average(p => p.One), pairs.Average(p => p.Other));
        return pairs.Sum(p => (p.One - one) * (p.Other - other))
            / Math.Sqrt(pairs.Sum(p => Math.Pow(p.One - one, 2)) * pairs.Sum(p => Math.Pow(p.Other - other, 2)));
    }
}
