using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Insight;

namespace Fieldcraft.Tests.Outcomes;

/// <summary>The staggered start as a comparison (DOMAIN 7.10).</summary>
public sealed class ComparisonTests
{
    private static readonly Yardstick Points = new(MeasureKind.Promoters, 1);
    private static readonly DateOnly Monday = new(2027, 2, 1);
    private static readonly UnitId[] Sites = [.. Enumerable.Range(0, 8).Select(_ => Id.New<UnitId>(DateTimeOffset.UnixEpoch)).Order()];

    // By hand. Early: 400/400/200 → 500/350/150, that is 20 → 35 points; v 0.4 + 0.2 − 0.04 = 0.56 and 0.5 + 0.15 − 0.1225 = 0.5275.
    // Later: 400/350/250 → 420/340/240, that is 15 → 18 points; v 0.6275 and 0.6276. Difference (35 − 20) − (18 − 15) = 12;
    // SE = 100·√((0.56 + 0.5275 + 0.6275 + 0.6276)/1000) = √23.426 = 4.8400; 12 ± 1.959964 · 4.8400 = 2.51 to 21.49.
    [Fact]
    public void The_difference_of_two_changes_comes_out_as_by_hand()
    {
        var result = DifferenceInDifferences.ByAnswers(
            Points,
            new BeforeAndAfter(Moments.Of(new PromoterCounts(400, 400, 200)), Moments.Of(new PromoterCounts(500, 350, 150))),
            new BeforeAndAfter(Moments.Of(new PromoterCounts(400, 350, 250)), Moments.Of(new PromoterCounts(420, 340, 240)))
        )!;

        (Math.Round(result.Early.Value, 9), Math.Round(result.Late.Value, 9), Math.Round(result.Value, 9)).ShouldBe((15, 3, 12));
        result.StandardError.ShouldPrintAs(4.840, 3);
        result.Interval!.Lower.ShouldPrintAs(2.51, 2);
        result.Interval.Upper.ShouldPrintAs(21.49, 2);
        result.IsClear.ShouldBeTrue();
    }

    // By hand. {4, 6, 8} has mean 6 and variance 4, {1, 2, 3} mean 2 and variance 1; SE = √(4/3 + 1/3) = 1.29099. Degrees of freedom
    // (5/3)²/((4/3)²/2 + (1/3)²/2) = 2.94, so 2; t 4.303; 4 ± 5.555.
    [Fact]
    public void Counted_by_sites_the_differences_between_sites_are_in_the_interval()
    {
        var interval = DifferenceInDifferences.BySites([4, 6, 8], [1, 2, 3])!;

        interval.Lower.ShouldPrintAs(-1.555, 3);
        interval.Upper.ShouldPrintAs(9.555, 3);
        DifferenceInDifferences.BySites([4], [1, 2, 3]).ShouldBeNull();
        DifferenceInDifferences.BySites([4, 4], [1, 1]).ShouldBeNull();
    }

    [Fact]
    public void The_widest_gap_between_starts_divides_the_sites()
    {
        // Starts in weeks 0, 0, 1, 2 and 10, 11, 12, none: 7 whole weeks lie between the fourth and the fifth.
        var start = StaggeredStart.Find(Starting(0, 0, 1, 2, 10, 11, 12, null), Monday.AddDays(7 * 20))!;

        start.Early.Count.ShouldBe(4);
        (start.After.First, start.After.Last, start.After.Count).ShouldBe((Week(3), Week(9), 7));
        (start.Before.First, start.Before.Last).ShouldBe((Week(-7), Week(-1)));
    }

    [Fact]
    public void A_site_that_has_not_begun_counts_as_later_as_far_as_there_are_figures()
    {
        var start = StaggeredStart.Find(Starting(0, 0, 0, 0, null, null, null, null), Week(6))!;

        (start.Late.Count, start.After).ShouldBe((4, new Weeks(Week(1), Week(6))));
        StaggeredStart.Find(Starting(0, 0, 0, 0, null, null, null, null), Week(3)).ShouldBeNull();
    }

    [Fact]
    public void One_straggler_makes_no_comparison() => StaggeredStart.Find(Starting(0, 0, 0, 1, 1, 1, 2, 30), Week(40)).ShouldBeNull();

    [Theory]
    [InlineData(12, BetterWhen.Up, ComparisonVerdict.Supported)]
    [InlineData(12, BetterWhen.Down, ComparisonVerdict.Against)]
    [InlineData(0, BetterWhen.Up, ComparisonVerdict.NotClear)]
    [InlineData(-12, BetterWhen.Up, ComparisonVerdict.Against)]
    public void What_early_sites_moved_beyond_later_ones_decides(int points, BetterWhen better, ComparisonVerdict verdict)
    {
        var comparison = Compare(points, better);

        (comparison.Verdict, comparison.Doubts.Count, comparison.EarlySites, comparison.LateSites).ShouldBe((verdict, 0, 4, 4));
    }

    [Fact]
    public void It_cannot_be_said_where_nobody_began_or_all_began_at_once()
    {
        DoubtsOf(Starting(null, null, null, null, null, null, null, null)).ShouldBe([ComparisonDoubt.NobodyBegan]);
        DoubtsOf(Starting(0, 0, 0, 0, 1, 1, 1, 1)).ShouldBe([ComparisonDoubt.NoLaterSites]);
        DoubtsOf(Starting(0, 0, null)).ShouldBe([ComparisonDoubt.TooFewSites]);

        static IReadOnlyList<ComparisonDoubt> DoubtsOf(IReadOnlyList<SiteBeginning> sites) =>
            SiteComparison.Of(Points, BetterWhen.Up, sites, null, [], null).Doubts;
    }

    [Fact]
    public void It_cannot_be_said_when_a_week_is_missing_in_one_group()
    {
        var comparison = Compare(12, BetterWhen.Up, keep: f => !(f.Week == Week(4) && Array.IndexOf(Sites, f.Site) >= 4));

        comparison.Verdict.ShouldBe(ComparisonVerdict.CannotBeSaid);
        comparison.Doubts.ShouldBe([ComparisonDoubt.WeeksNotCovered]);
    }

    [Fact]
    public void It_cannot_be_said_from_too_few_sites_or_answers_or_across_a_change_of_channel()
    {
        Compare(12, BetterWhen.Up, keep: f => Array.IndexOf(Sites, f.Site) < 6).Doubts.ShouldBe([ComparisonDoubt.TooFewSites]);
        Compare(12, BetterWhen.Up, answers: 1).Doubts.ShouldBe([ComparisonDoubt.TooFewAnswers]);
        Compare(12, BetterWhen.Up, channel: Week(2)).Doubts.ShouldBe([ComparisonDoubt.ChannelChanged]);
        Compare(12, BetterWhen.Up, channel: Week(-20)).Verdict.ShouldBe(ComparisonVerdict.Supported);
    }

    /// <summary>Four early sites, four that begin ten weeks later; every site has its own small movement.</summary>
    private static SiteComparison Compare(
        int points,
        BetterWhen better,
        Func<SiteWeek, bool>? keep = null,
        int answers = 200,
        DateOnly? channel = null
    )
    {
        var sites = Starting(0, 0, 0, 0, 7, 7, 7, 7);
        var start = StaggeredStart.Find(sites, Week(20))!;
        var figures = Enumerable
            .Range(-6, 13)
            .Where(w => w != 0)
            .SelectMany(w =>
                Sites.Select(
                    (site, i) =>
                    {
                        var moved = w > 0 ? (i % 4) + (i < 4 ? points : 0) : 0;
                        var promoters = (answers * 2 / 5) + (answers * moved / 100);
                        return new SiteWeek(
                            site,
                            Week(w),
                            Moments.Of(new PromoterCounts(promoters, answers - promoters - (answers / 5), answers / 5))
                        );
                    }
                )
            )
            .Where(f => keep?.Invoke(f) ?? true)
            .ToList();
        return SiteComparison.Of(Points, better, sites, start, figures, channel);
    }

    private static IReadOnlyList<SiteBeginning> Starting(params int?[] weeks) =>
        [.. weeks.Select((w, i) => new SiteBeginning(Sites[i], w is { } week ? Week(week).AddDays(2) : null))];

    private static DateOnly Week(int number) => Monday.AddDays(7 * number);
}
