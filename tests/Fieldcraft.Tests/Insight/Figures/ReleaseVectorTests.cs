using Fieldcraft.Domain.Insight.Figures;
using Place = Fieldcraft.Domain.Insight.Figures.Cell;

namespace Fieldcraft.Tests.Insight.Figures;

/// <summary>The vendors' published examples and the worked ones of DOMAIN 9.4.</summary>
public sealed class ReleaseVectorTests
{
    [Fact]
    public void Sales_of_four_and_technology_of_nine_are_both_hidden_and_the_thirteen_are_shown()
    {
        var answer = Answer(("sales", 4), ("technology", 9));

        answer["sales"].ShouldBe(WithheldRule.Minimum);
        answer["technology"].ShouldBe(WithheldRule.Remainder);
        answer[""].ShouldBeNull();
    }

    [Fact]
    public void A_remainder_of_six_may_be_left()
    {
        var answer = Answer(("chosen", 14), ("rest", 6));

        answer["chosen"].ShouldBeNull();
        answer["rest"].ShouldBeNull();
    }

    [Fact]
    public void Of_twelve_eight_four_and_three_the_two_small_ones_are_hidden_together()
    {
        var answer = Answer(("a", 12), ("b", 8), ("c", 4), ("d", 3));

        answer["a"].ShouldBeNull();
        answer["b"].ShouldBeNull();
        answer["c"].ShouldBe(WithheldRule.Minimum);
        answer["d"].ShouldBe(WithheldRule.Minimum);
        answer[""].ShouldBeNull();
    }

    [Fact]
    public void Of_twelve_eight_and_four_the_eight_goes_along()
    {
        var answer = Answer(("a", 12), ("b", 8), ("c", 4));

        answer["a"].ShouldBeNull();
        answer["b"].ShouldBe(WithheldRule.Remainder);
        answer["c"].ShouldBe(WithheldRule.Minimum);
        answer[""].ShouldBeNull();
    }

    [Fact]
    public void The_pairwise_rule_alone_would_give_a_hidden_four_away()
    {
        // 24 − 12 − 8 = 4 (DOMAIN 15.6): each pair passes, the three together do not.
        static bool PairPasses(int one, int other) => one - other is 0 or >= 5;
        PairPasses(24, 12).ShouldBeTrue();
        PairPasses(24, 8).ShouldBeTrue();

        var shown = Answer(("a", 12), ("b", 8), ("c", 4)).Where(a => a.Value is null).Select(a => a.Key);

        shown.ShouldBe(["", "a"], ignoreOrder: true);
    }

    [Fact]
    public void A_filter_of_nineteen_of_twenty_is_not_answered() =>
        // 20 × 3.80 − 19 × 3.84 = 3.04: the answer of the one left out.
        Answer(("nineteen", 19), ("one", 1))["nineteen"].ShouldBe(WithheldRule.Remainder);

    [Fact]
    public void Everybody_alike_is_never_a_figure()
    {
        var release = new ReleaseId(Guid.NewGuid());
        List<ReleaseCell> cells = [Cell(release, 0, "a", 6), Cell(release, 1, "b", 8)];
        var values = Enumerable.Repeat(new PartValue(0, 0), 6).Concat(Enumerable.Range(0, 8).Select(i => new PartValue(1, i % 2))).ToList();

        var figures = GroupFigures.Publish(release, "m", cells, values, 5);

        // The six went along with their neighbours, and nothing says on which side the alike ones are.
        Of(cells, figures, c => c.UnitPath == "a.").Withheld.ShouldBe(WithheldRule.Sibling);
        Of(cells, figures, _ => true).Count.ShouldBe(14);
        Of(cells, GroupFigures.Publish(release, "m", cells, [.. values.Select(v => v with { Value = 1 })], 5), _ => true)
            .Withheld.ShouldBe(WithheldRule.Homogeneous);
    }

    [Fact]
    public void Leaders_few_in_each_site_can_be_compared_by_mark_and_by_the_largest_units()
    {
        // Two regions of ten sites, with a leader of each span of years in every site.
        var cells = (
            from region in new[] { "o.r1.", "o.r2." }
            from site in Enumerable.Range(0, 10)
            from span in new[] { "under_1", "1_to_3" }
            select new Place(Place.Way($"{region}s{site}.", Place.Leads, "full-time", span, 3), 1)
        ).ToList();

        var parts = Pooling.Pool(cells, 10);

        parts.Sum(p => p.Size).ShouldBe(40);
        foreach (var step in new[] { "r1", "r2", "under_1", "1_to_3" })
        {
            ReleaseRule.Why(c => c.Steps.Contains(step), cells, parts, 10).ShouldBeNull(step);
        }

        ReleaseRule.Why(c => c.Steps.Contains("s3"), cells, parts, 10).ShouldBe(WithheldRule.Minimum);
    }

    [Fact]
    public void A_group_of_which_a_part_is_missing_has_no_figure()
    {
        var release = new ReleaseId(Guid.NewGuid());
        List<ReleaseCell> cells =
        [
            Cell(release, 0, "a.x", 8),
            Cell(release, 1, "a.y", 9),
            Cell(release, 2, "b.x", 8),
            Cell(release, 3, "b.y", 8),
        ];
        // All of a.y and all of b alike: they go along with each other, and what is left of a would look like nearly everybody.
        var values = cells
            .SelectMany(c => Enumerable.Range(0, c.Size).Select(i => new PartValue(c.Part, c.Part == 0 && i > 0 ? 1 : 0)))
            .ToList();

        var figures = GroupFigures.Publish(release, "m", cells, values, 5);

        foreach (var group in new[] { "a.", "b.", "a.x." })
        {
            var value = Of(cells, figures, c => c.UnitPath.StartsWith(group, StringComparison.Ordinal));
            (
                value.Count is null
                || value.Count == cells.Where(c => c.UnitPath.StartsWith(group, StringComparison.Ordinal)).Sum(c => c.Size)
            ).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(29, 14, 50)]
    [InlineData(29, 16, 55)]
    [InlineData(30, 14, 47)]
    public void Shares_of_fewer_than_thirty_are_rounded_to_five_points(int people, int sum, double percent) =>
        new GroupValue(people, sum, sum, null).Percent.ShouldBe(percent);

    private static Dictionary<string, WithheldRule?> Answer(params (string Name, int Size)[] groups) =>
        ReleaseRule
            .Answer([.. groups.Select(g => new Cell([g.Name], g.Size))], 5)
            .ToDictionary(a => a.Path, a => a.Withheld, StringComparer.Ordinal);

    private static ReleaseCell Cell(ReleaseId release, int part, string unit, int size) =>
        new(release, part, part, $"{unit}.", "", "", "", size);

    private static GroupValue Of(
        IReadOnlyCollection<ReleaseCell> cells,
        IReadOnlyCollection<ReleaseFigure> figures,
        Func<ReleaseCell, bool> isAsked
    ) => GroupFigures.Of(new MeasureFigures(figures), PartsAsked.Of(cells, isAsked), 5);
}
