using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Outcomes;

public sealed class FigurePlanningTests
{
    private static readonly DateOnly Today = new(2027, 3, 3);
    private static readonly UnitId Harbour = Id.New<UnitId>(DateTimeOffset.UnixEpoch);
    private static readonly UnitId Ridge = Id.New<UnitId>(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("2027-W05", "2027-02-01")]
    [InlineData("2026-W53", "2026-12-28")]
    [InlineData("2027-02-01", "2027-02-01")]
    [InlineData("01.02.2027", "2027-02-01")]
    [InlineData("2027-W53", null)]
    [InlineData("2027-W00", null)]
    [InlineData("W05", null)]
    [InlineData("soon", null)]
    public void A_week_is_an_ISO_week_or_the_day_of_its_Monday(string said, string? monday) =>
        FigureWeek.Read(said)?.ToString("O").ShouldBe(monday);

    [Fact]
    public void A_week_belongs_to_the_month_of_its_Thursday_and_is_written_as_it_is_read()
    {
        FigureWeek.MonthOf(new DateOnly(2027, 3, 29)).ShouldBe(new DateOnly(2027, 4, 1));
        FigureWeek.MonthOf(new DateOnly(2027, 4, 26)).ShouldBe(new DateOnly(2027, 4, 1));
        FigureWeek.Of(new DateOnly(2027, 2, 7)).ShouldBe(new DateOnly(2027, 2, 1));
        FigureWeek.Write(new DateOnly(2026, 12, 28)).ShouldBe("2026-W53");
    }

    [Fact]
    public void A_line_is_new_replaces_what_stands_there_or_says_the_same()
    {
        var standing = new Dictionary<(UnitId, DateOnly), Moments>
        {
            [(Harbour, Week(5))] = Moments.OfShare(3, 100),
            [(Harbour, Week(6))] = Moments.OfShare(4, 100),
        };

        var plan = Plan(
            MeasureKind.Share,
            standing,
            Line(2, "harbour", "2027-W05", ("numerator", "3"), ("denominator", "100")),
            Line(3, "HARBOUR", "2027-W06", ("numerator", "5"), ("denominator", "100")),
            Line(4, Ridge.Value.ToString(), "2027-W06", ("numerator", "1"), ("denominator", "50"))
        );

        (plan.Create, plan.Change, plan.Unchanged, plan.Refused.Count).ShouldBe((1, 1, 1, 0));
        plan.Taken[0].Replaces.ShouldBe(Moments.OfShare(4, 100));
        plan.Fingerprint.ShouldNotBe(
            Plan(MeasureKind.Share, [], Line(3, "harbour", "2027-W06", ("numerator", "5"), ("denominator", "100"))).Fingerprint
        );
    }

    [Theory]
    [InlineData("", "2027-W05", "1", "2", "site", "missing")]
    [InlineData("Nowhere", "2027-W05", "1", "2", "site", "site-unknown")]
    [InlineData("Coast", "2027-W05", "1", "2", "site", "site-ambiguous")]
    [InlineData("Ridge", "", "1", "2", "week", "missing")]
    [InlineData("Ridge", "2027-02-02", "1", "2", "week", "not-a-monday")]
    [InlineData("Ridge", "2027-W10", "1", "2", "week", "week-to-come")]
    [InlineData("Ridge", "5", "1", "2", "week", "not-a-week")]
    [InlineData("Ridge", "2027-W05", "", "2", "numerator", "missing")]
    [InlineData("Ridge", "2027-W05", "=1+1", "2", "numerator", "not-a-whole-number")]
    [InlineData("Ridge", "2027-W05", "-1", "2", "numerator", "not-a-whole-number")]
    [InlineData("Ridge", "2027-W05", "1.5", "2", "numerator", "not-a-whole-number")]
    [InlineData("Ridge", "2027-W05", "3", "2", "numerator", "more-than-all")]
    [InlineData("Ridge", "2027-W05", "0", "0", "denominator", "nobody")]
    public void A_line_that_cannot_be_read_is_refused_with_its_place(
        string site,
        string week,
        string numerator,
        string denominator,
        string column,
        string code
    )
    {
        var plan = Plan(MeasureKind.Share, [], Line(7, site, week, ("numerator", numerator), ("denominator", denominator)));

        plan.Taken.ShouldBeEmpty();
        var refused = plan.Refused.ShouldHaveSingleItem();
        (refused.Line, refused.Column, refused.Code).ShouldBe((7, column, code));
    }

    [Fact]
    public void The_same_site_and_week_twice_is_refused_the_second_time()
    {
        var plan = Plan(
            MeasureKind.Count,
            [],
            Line(2, "Ridge", "2027-W05", ("count", "3,5")),
            Line(3, "Ridge", "2027-02-01", ("count", "4"))
        );

        plan.Taken.ShouldHaveSingleItem().Figures.ShouldBe(Moments.OfCount(3.5));
        plan.Refused.ShouldHaveSingleItem().Code.ShouldBe("twice");
    }

    [Fact]
    public void Figures_are_taken_in_as_looked_at_or_not_at_all()
    {
        var measure = OutcomeMeasure
            .Define(
                Id.New<OutcomeMeasureId>(DateTimeOffset.UnixEpoch),
                new(Guid.NewGuid()),
                0,
                new MeasureFacts("NPS", null, MeasureKind.Promoters),
                default,
                DateTimeOffset.UnixEpoch
            )
            .Value!;
        var good = Plan(MeasureKind.Promoters, [], Answers(2, "Ridge"));
        var mixed = Plan(MeasureKind.Promoters, [], Answers(2, "Ridge"), Answers(3, "Nowhere"));

        Take(mixed, null, false).ShouldBe("figures-refused-rows");
        Take(mixed, null, true).ShouldBeNull();
        Take(good, "another", false).ShouldBe("figures-changed-meanwhile");
        Take(good, good.Fingerprint, false).ShouldBeNull();
        Take(Plan(MeasureKind.Promoters, []), null, false).ShouldBe("figures-nothing-new");
        good.Taken[0].Figures.Promoters.ShouldBe(new PromoterCounts(5, 3, 2));

        string? Take(FigurePlan plan, string? lookedAt, bool without) =>
            measure.TakeFigures(plan, lookedAt, without, default, DateTimeOffset.UnixEpoch).Refusal?.Code;
    }

    private static WrittenFigure Answers(int line, string site) =>
        Line(line, site, "2027-W05", ("promoters", "5"), ("passives", "3"), ("detractors", "2"));

    private static FigurePlan Plan(MeasureKind kind, Dictionary<(UnitId, DateOnly), Moments> standing, params WrittenFigure[] lines)
    {
        var coast = Id.New<UnitId>(DateTimeOffset.UnixEpoch);
        var other = Id.New<UnitId>(DateTimeOffset.UnixEpoch);
        return new FigurePlanning(kind, [(Harbour, "Harbour"), (Ridge, "Ridge"), (coast, "Coast"), (other, "Coast")], Today).Plan(
            lines,
            standing
        );
    }

    private static WrittenFigure Line(int line, string site, string week, params (string Column, string Text)[] cells) =>
        new(line, site, week, cells.ToDictionary(c => c.Column, c => c.Text, StringComparer.Ordinal));

    private static DateOnly Week(int week) => FigureWeek.Read($"2027-W{week:00}")!.Value;
}
