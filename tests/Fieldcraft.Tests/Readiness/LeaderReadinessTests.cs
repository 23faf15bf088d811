using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Readiness;

public sealed class LeaderReadinessTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly PersonId Leader = PersonId.From(Guid.NewGuid());
    private static readonly PersonId Coach = PersonId.From(Guid.NewGuid());

    [Fact]
    public void Clearing_needs_the_preview_the_practice_and_the_planner()
    {
        var readiness = Begun();
        readiness.Clear(true, Coach, Now).Refusal.ShouldBe(new Refusal("readiness-not-previewed"));
        readiness.TakePart(PreparationKind.Preview, Day, Now);
        readiness.Clear(true, Coach, Now).Refusal.ShouldBe(new Refusal("readiness-not-practised"));
        readiness.TakePart(PreparationKind.Coaching, Day, Now);
        readiness.Clear(false, Coach, Now).Refusal.ShouldBe(new Refusal("readiness-planner-open"));

        readiness.Clear(true, Coach, Now).IsDone.ShouldBeTrue();

        (readiness.IsCleared, readiness.PlannerWord, readiness.ClearedById).ShouldBe((true, PlannerWord.Coach, Coach));
        readiness.TakePlannerUpAgain(Now).Refusal.ShouldBe(new Refusal("readiness-cleared"));
    }

    [Fact]
    public void The_leaders_word_about_the_planner_is_enough_and_stays_theirs()
    {
        var readiness = Ready();
        readiness.MarkPlannerDone(PlannerWord.Leader, Now);

        readiness.Clear(false, Coach, Now).IsDone.ShouldBeTrue();

        readiness.PlannerWord.ShouldBe(PlannerWord.Leader);
    }

    [Fact]
    public void Nobody_stays_cleared_for_a_group_in_which_they_were_not()
    {
        var readiness = Ready();
        readiness.Clear(true, Coach, Now);

        readiness.TakePart(PreparationKind.Coaching, null, Now);

        readiness.IsCleared.ShouldBeFalse();
    }

    [Fact]
    public void Not_yet_has_a_later_day_and_somebody_else_as_deputy()
    {
        var module = Module(Day.AddDays(20));

        new NotYet(Day.AddDays(30), Coach).Problems(Leader, module, Day).ShouldBeEmpty();
        new NotYet(Day.AddDays(20), Coach).Problems(Leader, module, Day).ShouldBe([new InputProblem("expected", InputProblems.OutOfRange)]);
        new NotYet(Day.AddDays(60), Coach).Problems(Leader, module, Day).ShouldBe([new InputProblem("expected", InputProblems.OutOfRange)]);
        new NotYet(Day.AddDays(30), Leader).Problems(Leader, module, Day).ShouldBe([new InputProblem("deputy", "own")]);
    }

    [Fact]
    public void The_timetable_gets_the_window_when_cleared_the_expected_day_when_not_yet_and_the_day_after_the_group_otherwise()
    {
        var module = Module(Day.AddDays(20));
        var notYet = Ready();
        notYet.SayNotYet(new NotYet(Day.AddDays(30), Coach), Now);
        var cleared = Ready();
        cleared.Clear(true, Coach, Now);

        ReadyFrom.Of(cleared, null, module.WindowStart).ShouldBe(new ReadyFrom(Day.AddDays(20), true, null));
        ReadyFrom.Of(notYet, null, module.WindowStart).ShouldBe(new ReadyFrom(Day.AddDays(30), false, Coach));
        ReadyFrom.Of(null, Day.AddDays(25), module.WindowStart).ShouldBe(new ReadyFrom(Day.AddDays(26), false, null));
        ReadyFrom.Of(null, null, module.WindowStart).ShouldBe(new ReadyFrom(Day.AddDays(20), false, null));
        cleared.SayNotYet(new NotYet(Day.AddDays(30), null), Now).Refusal.ShouldBe(new Refusal("readiness-cleared"));
    }

    [Fact]
    public void The_next_step_leads_from_the_preview_to_the_coachs_word()
    {
        var facts = new ReadinessFacts(null, null, false, false, false, false, false, false);

        facts.Next.ShouldBe(ReadinessStep.FindPreview);
        (facts with { PreviewSeat = PreparationSeatState.Invited }).Next.ShouldBe(ReadinessStep.AnswerPreview);
        (facts with { PreviewSeat = PreparationSeatState.Coming }).Next.ShouldBe(ReadinessStep.AttendPreview);
        facts = facts with { IsPreviewed = true };
        facts.Next.ShouldBe(ReadinessStep.WriteNoticed);
        (facts with { CoachingSeat = PreparationSeatState.Invited }).Next.ShouldBe(ReadinessStep.AnswerCoaching);
        facts = facts with { HasNoticed = true };
        facts.Next.ShouldBe(ReadinessStep.FindCoaching);
        facts = facts with { CoachingSeat = PreparationSeatState.Coming };
        facts.Next.ShouldBe(ReadinessStep.MarkComfort);
        (facts with { HasComfort = true }).Next.ShouldBe(ReadinessStep.AttendCoaching);
        facts = facts with { IsPractised = true };
        facts.Next.ShouldBe(ReadinessStep.FinishPlanner);
        facts = facts with { IsPlannerDone = true };
        facts.Next.ShouldBe(ReadinessStep.WaitForCoach);
        (facts with { IsCleared = true }).Next.ShouldBe(ReadinessStep.Deliver);
    }

    private static LeaderReadiness Begun() => LeaderReadiness.Begin(Id.New<LeaderReadinessId>(Now), Leader, Id.New<ModuleId>(Now), Now);

    private static LeaderReadiness Ready()
    {
        var readiness = Begun();
        readiness.TakePart(PreparationKind.Preview, Day, Now);
        readiness.TakePart(PreparationKind.Coaching, Day, Now);
        return readiness;
    }

    private static Module Module(DateOnly windowStart) =>
        Domain
            .Programmes.Module.Add(
                Id.New<ModuleId>(Now),
                Id.New<ProgrammeId>(Now),
                null,
                new ModuleFacts("Listen first", null, null, null, null, windowStart),
                Leader,
                Now
            )
            .Value!;
}
