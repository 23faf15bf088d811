using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Rhythm;

public sealed class NudgeRuleTests
{
    private static readonly Rules Rules = RulesFile.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "rules.json"))
    );

    // A Tuesday, ten in the morning.
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly Guid One = new("0190f1e1-dc4a-7000-8000-000000000001");

    private static readonly NudgeFacts Due = new()
    {
        Home = new HomeFacts
        {
            Today = new DateOnly(2026, 11, 24),
            Assignment = One,
            HasAnswers = true,
            Plan = One,
            Try = One,
            TryOn = new DateOnly(2026, 11, 23),
        },
        Now = Now,
        LocalNow = Now.DateTime,
        Hours = new WorkingHours(new DayHours(new TimeOnly(8, 0), new TimeOnly(17, 0)), WorkDays.MondayToFriday),
        MinutesAWeek = 60,
        Given = [],
    };

    [Fact]
    public void A_try_whose_day_has_come_is_reminded_of_with_its_two_minutes()
    {
        var decision = Decide(Due);

        decision.Step!.Kind.ShouldBe(StepKind.CaptureTry);
        decision.Minutes.ShouldBe(2);
    }

    [Fact]
    public void Three_in_seven_days_are_enough_and_the_fourth_comes_when_the_first_is_a_week_old()
    {
        GivenNudge Given(double daysAgo) => new(StepKind.Reflect, null, 1, Now.AddDays(-daysAgo));

        Decide(Due with { Given = [Given(6.9), Given(4), Given(2)] }).Hold.ShouldBe(NudgeHold.WeekFull);
        Decide(Due with { Given = [Given(7.1), Given(4), Given(2)] }).Step.ShouldNotBeNull();
    }

    [Fact]
    public void One_a_day_is_enough() =>
        Decide(Due with { Given = [new(StepKind.Reflect, null, 1, Now.AddHours(-3))] }).Hold.ShouldBe(NudgeHold.TodayHadOne);

    [Theory]
    [InlineData("2026-11-24T07:59:00", false)]
    [InlineData("2026-11-24T08:00:00", true)]
    [InlineData("2026-11-24T16:59:00", true)]
    [InlineData("2026-11-24T17:00:00", false)]
    [InlineData("2026-11-28T10:00:00", false)]
    public void Outside_the_working_hours_none_is_given(string local, bool given) =>
        (
            Decide(Due with { LocalNow = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture) }).Step is not null
        ).ShouldBe(given);

    [Fact]
    public void Whoever_works_at_hours_nobody_knows_gets_none() =>
        Decide(Due with { Hours = WorkingHours.Of(null, null, "rotating", Rules.Rhythm.Shifts) }).Hold.ShouldBe(NudgeHold.OutsideHours);

    [Fact]
    public void Quiet_hours_hold_within_the_working_hours_too() =>
        Decide(Due with { Quiet = new DayHours(new TimeOnly(9, 30), new TimeOnly(11, 0)) }).Hold.ShouldBe(NudgeHold.QuietHours);

    [Fact]
    public void On_leave_under_strain_with_a_full_month_after_dismissals_or_unwanted_none_is_given()
    {
        Decide(Due with { IsAway = true }).Hold.ShouldBe(NudgeHold.Away);
        Decide(Due with { Home = Due.Home with { IsStrainPositive = true } }).Hold.ShouldBe(NudgeHold.Strain);
        Decide(Due with { IsLoadFull = true }).Hold.ShouldBe(NudgeHold.LoadFull);
        Decide(Due with { ArePaused = true }).Hold.ShouldBe(NudgeHold.Dismissed);
        Decide(Due with { WantsNudges = false }).Hold.ShouldBe(NudgeHold.Unwanted);
    }

    [Fact]
    public void What_does_not_fit_into_the_week_is_not_proposed_and_what_does_comes_instead()
    {
        var review = Due with { Home = Due.Home with { Try = One, TryOn = new DateOnly(2026, 12, 1), PlanReviewOn = Due.Home.Today } };

        Decide(review).Step!.Kind.ShouldBe(StepKind.ReviewPlan);
        Decide(review with { MinutesAWeek = 29 }).Hold.ShouldBe(NudgeHold.NoTimeLeft);
        Decide(review with { MinutesAWeek = 29, ReflectsOn = DayOfWeek.Tuesday }).Step!.Kind.ShouldBe(StepKind.Reflect);
    }

    [Fact]
    public void Minutes_given_this_week_are_counted() =>
        Decide(Due with { MinutesAWeek = 31, Given = [new(StepKind.ReviewPlan, null, 30, Now.AddDays(-2))] })
            .Hold.ShouldBe(NudgeHold.NoTimeLeft);

    [Fact]
    public void The_same_thing_is_reminded_of_once_in_a_week() =>
        Decide(Due with { Given = [new(StepKind.CaptureTry, One, 2, Now.AddDays(-2))] }).Hold.ShouldBe(NudgeHold.NothingWaits);

    [Fact]
    public void Whoever_has_not_begun_is_left_alone() =>
        Decide(Due with { Home = new HomeFacts { Today = Due.Home.Today } }).Hold.ShouldBe(NudgeHold.NothingWaits);

    [Fact]
    public void What_others_sent_is_a_notice_and_no_nudge() =>
        Decide(Due with { Home = Due.Home with { TryOn = new DateOnly(2026, 12, 1), Share = One, Feedback = One } })
            .Hold.ShouldBe(NudgeHold.NothingWaits);

    [Theory]
    [InlineData("2026-11-27T23:00:00", true)]
    [InlineData("2026-11-28T05:00:00", true)]
    [InlineData("2026-11-28T22:30:00", false)]
    [InlineData("2026-11-23T05:00:00", false)]
    public void A_night_shift_belongs_to_the_day_on_which_it_begins(string local, bool works) =>
        WorkingHours
            .Of(null, null, "Night", Rules.Rhythm.Shifts)!
            .Holds(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(works);

    private static NudgeDecision Decide(NudgeFacts facts) => NudgeRule.Decide(facts, Rules.Nudges, Rules.Rhythm);
}
