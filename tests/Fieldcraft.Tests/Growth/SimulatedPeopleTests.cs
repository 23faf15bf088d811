using Fieldcraft.Domain.Insight;
using Fieldcraft.Tests.Shared;
using static Fieldcraft.Tests.Growth.Situations;

namespace Fieldcraft.Tests.Growth;

/// <summary>People whose true level is known, rated as DOMAIN 12.9 (3) has it: between persons .65, raters 1.0. What the pages claim must hold for them.</summary>
public sealed class SimulatedPeopleTests
{
    private const int People = 4_000;
    private const double Between = 0.65;
    private const double OfRaters = 1.0;

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(12)]
    public void The_interval_holds_the_true_level_in_about_95_of_100(int raters)
    {
        var chance = new Random(4711 + raters);
        var held = Enumerable
            .Range(0, People)
            .Count(_ =>
            {
                var level = Truth(chance);
                var gap = Picture(Aims(), Round(4, Ratings(chance, level, raters)));
                return gap.Result!.Interval!.Contains(level);
            });

        (held / (double)People).ShouldBeInRange(0.935, 0.965);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(8, 8)]
    [InlineData(4, 12)]
    public void Somebody_who_did_not_change_is_called_changed_in_about_5_of_100(int before, int after)
    {
        var chance = new Random(815 + before + after);
        var wrongly = Enumerable
            .Range(0, People)
            .Count(_ =>
            {
                var level = Truth(chance);
                return Changed(chance, level, level, before, after);
            });

        (wrongly / (double)People).ShouldBeInRange(0.035, 0.065);
    }

    [Fact]
    public void A_level_and_a_half_of_growth_is_seen_by_eight_raters_nearly_always()
    {
        var chance = new Random(1);
        var seen = Enumerable.Range(0, 500).Count(_ => Changed(chance, 3, 6, 8, 8));

        seen.ShouldBeGreaterThan(490);
    }

    private static bool Changed(Random chance, double then, double now, int before, int after) =>
        Picture(
            Aims(),
            Round(4, Ratings(chance, now, after)),
            Round(4, Ratings(chance, then, before), daysAgo: 365)
        ).Change!.Result.IsReliable;

    private static double Truth(Random chance) => DocumentedRules.All.Gaps.PriorMean + (Between * Standard(chance));

    /// <summary>Not rounded to the scale: rounding and its ends are the scale's affair, not the interval's.</summary>
    private static List<double> Ratings(Random chance, double level, int raters) =>
        [.. Enumerable.Range(0, raters).Select(_ => level + (OfRaters * Standard(chance)))];

    private static double Standard(Random chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
