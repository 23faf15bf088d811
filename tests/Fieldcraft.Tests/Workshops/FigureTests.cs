using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;

namespace Fieldcraft.Tests.Workshops;

/// <summary>The arithmetic of checks, counts and leaving, and what is withheld.</summary>
public sealed class FigureTests
{
    private static readonly WorkshopId Some = Id.New<WorkshopId>(DateTimeOffset.UnixEpoch);
    private static readonly WorkshopRules Rules = Delivered.Rules.Workshops;

    [Fact]
    public void Items_1_4_and_6_count_the_other_way_round()
    {
        InitiativeItems.Mean([5, 1, 1, 5, 1, 5, 1, 1]).ShouldBe(1);
        InitiativeItems.Mean([1, 5, 5, 1, 5, 1, 5, 5]).ShouldBe(5);
        InitiativeItems.Mean([2, 3, 4, 2, 3, 3, 5, 1]).ShouldBe((4 + 3 + 4 + 4 + 3 + 3 + 5 + 1) / 8.0);
        InitiativeItems.Problems([1, 2, 3, 4, 5, null, 6, 1]).Select(p => p.Path).ShouldBe(["answers[5]", "answers[6]"]);
        InitiativeItems.Problems([1, 2]).Single().Code.ShouldBe("wrong-count");
    }

    [Fact]
    public void A_figure_is_shown_from_five_answers_on_with_one_decimal()
    {
        var figure = GroupFigure.Publish(Some, CheckMoment.Before, CheckArm.Attended, [24, 20, 28, 32, 21], 5);

        figure.Count.ShouldBe(5);
        figure.Mean.ShouldBe(3.1);
        figure.Deviation.ShouldBe(0.6);
        figure.Interval!.Contains(3.1).ShouldBeTrue();
    }

    [Theory, InlineData(0), InlineData(1), InlineData(4)]
    public void Below_five_nothing_is_kept_of_it_not_even_how_many(int answers)
    {
        var figure = GroupFigure.Publish(Some, CheckMoment.Second, CheckArm.Waited, [.. Enumerable.Range(20, answers)], 5);

        (figure.Count, figure.Mean, figure.Deviation, figure.IsWithheld).ShouldBe((null, null, null, true));
    }

    [Fact]
    public void Where_all_answered_alike_the_figure_would_be_everybody_s_answer()
    {
        GroupFigure.Publish(Some, CheckMoment.Second, CheckArm.Attended, [24, 24, 24, 24, 24, 24], 5).IsWithheld.ShouldBeTrue();
    }

    [Fact]
    public void The_comparison_takes_the_change_of_those_who_waited_from_that_of_those_who_attended()
    {
        GroupFigure[] figures =
        [
            Figure(CheckMoment.Before, CheckArm.Attended, 20),
            Figure(CheckMoment.Second, CheckArm.Attended, 28),
            Figure(CheckMoment.Before, CheckArm.Waited, 21),
            Figure(CheckMoment.Second, CheckArm.Waited, 23),
        ];

        var result = WaitingListComparison.Of(figures, CheckMoment.Second)!;

        result.Early.Value.ShouldBe(1.0, 0.001);
        result.Late.Value.ShouldBe(0.3, 0.001);
        result.Value.ShouldBe(0.7, 0.001);
        result.Interval!.Contains(0.7).ShouldBeTrue();
        WaitingListComparison.Of(figures, CheckMoment.Third).ShouldBeNull();
        WaitingListComparison.Of(figures[..3], CheckMoment.Second).ShouldBeNull();
    }

    [Fact]
    public void Counts_are_summed_over_a_group_and_withheld_below_five()
    {
        var one = new BehaviourCounts(6, 2, 1, 1, 0, 0, 1);

        BehaviourCounts.Sum([one, one, one, one, BehaviourCounts.None], 5).ShouldBe(new BehaviourCounts(24, 8, 4, 4, 0, 0, 4));
        BehaviourCounts.Sum([one, one, one, one], 5).ShouldBeNull();
    }

    [Fact]
    public void Leaving_is_compared_from_ten_in_both_groups_with_newcombe_s_interval()
    {
        new Leaving(new LeavingGroup(9, 1), new LeavingGroup(40, 4), 12).Compare(10).ShouldBeNull();
        new Leaving(new LeavingGroup(40, 4), new LeavingGroup(9, 1), 12).Compare(10).ShouldBeNull();

        // Newcombe 1998, method 10: 56 of 70 against 48 of 80 gives 0.0524 to 0.3339.
        var result = new Leaving(new LeavingGroup(70, 56), new LeavingGroup(80, 48), 12).Compare(10)!;

        result.Difference.ShouldBe(0.2, 0.0001);
        result.Interval.Lower.ShouldBe(0.0524, 0.0001);
        result.Interval.Upper.ShouldBe(0.3339, 0.0001);
        result.IsClear.ShouldBeTrue();
        new Leaving(new LeavingGroup(10, 11), new LeavingGroup(10, 0), 0)
            .Problems()
            .Select(p => p.Path)
            .ShouldBe(["attended.left", "months"]);
    }

    [Fact]
    public void Windows_lie_before_the_day_and_at_weeks_8_and_24_and_do_not_overlap()
    {
        var day = new DateOnly(2026, 12, 1);

        var windows = CheckWindows.Of(day, Rules);

        windows
            .Select(w => (w.From, w.Through))
            .ShouldBe([
                (new DateOnly(2026, 11, 17), day),
                (new DateOnly(2027, 1, 26), new DateOnly(2027, 2, 8)),
                (new DateOnly(2027, 5, 18), new DateOnly(2027, 5, 31)),
            ]);
        CheckWindows.TrioDays(day, Rules).Select(d => d.DayNumber - day.DayNumber).ShouldBe([14, 28, 42, 56]);
    }

    [Fact]
    public void Whoever_attends_a_later_workshop_of_the_series_waits_until_their_own_day()
    {
        var day = new DateOnly(2026, 12, 1);
        var relation = new CheckRelation(Some, day, CheckArm.Waited, OwnDay: day.AddDays(60));

        CheckWindows.OpenTo([relation], day, Rules).Single().Moment.ShouldBe(CheckMoment.Before);
        CheckWindows.OpenTo([relation], day.AddDays(1), Rules).ShouldBeEmpty();
        CheckWindows.OpenTo([relation], day.AddDays(59), Rules).Single().Moment.ShouldBe(CheckMoment.Second);
        CheckWindows.OpenTo([relation], day.AddDays(60), Rules).ShouldBeEmpty("From their own day on they have attended.");
    }

    // Spread over five answers around a sum.
    private static GroupFigure Figure(CheckMoment moment, CheckArm arm, int sum) =>
        GroupFigure.Publish(Some, moment, arm, [sum - 4, sum - 2, sum, sum + 2, sum + 4], 5);
}
