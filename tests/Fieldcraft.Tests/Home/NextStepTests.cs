using Fieldcraft.Domain.Home;

namespace Fieldcraft.Tests.Home;

public sealed class NextStepTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Guid One = new("0190f1e1-dc4a-7000-8000-000000000001");
    private static readonly HomeFacts Nothing = new() { Today = Today };

    private static readonly HomeFacts AllSet = Nothing with
    {
        Assignment = One,
        HasAnswers = true,
        Plan = One,
        PlanReviewOn = Today.AddDays(20),
        Try = One,
        TryOn = Today.AddDays(2),
    };

    [Fact]
    public void Somebody_new_brings_an_assignment() => First(Nothing).ShouldBe(StepKind.BringAssignment);

    [Fact]
    public void An_assignment_without_answers_leads_to_three_questions() =>
        First(Nothing with { Assignment = One }).ShouldBe(StepKind.PickQuestions);

    [Fact]
    public void Answers_without_a_plan_lead_to_a_sketch() =>
        First(Nothing with { Assignment = One, HasAnswers = true }).ShouldBe(StepKind.SketchPlan);

    [Fact]
    public void A_plan_without_a_try_leads_to_a_first_try() => First(AllSet with { Try = null, TryOn = null }).ShouldBe(StepKind.PlanTry);

    [Fact]
    public void A_try_that_took_place_is_decided_before_the_next_one_is_planned() =>
        First(AllSet with { Try = null, TryOn = null, TryToDecide = One }).ShouldBe(StepKind.DecideNext);

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_try_whose_day_has_come_is_captured(int days) =>
        First(AllSet with { TryOn = Today.AddDays(days) }).ShouldBe(StepKind.CaptureTry);

    [Fact]
    public void A_try_to_come_waits_for_its_day() => NextSteps.Of(AllSet).ShouldBe([new NextStep(StepKind.Reflect, One, Today.AddDays(2))]);

    [Fact]
    public void An_event_just_past_is_looked_back_at() => First(AllSet with { ReviewToWrite = One }).ShouldBe(StepKind.LookBack);

    [Fact]
    public void An_answer_is_read_before_anything_new_is_begun() => First(Nothing with { Feedback = One }).ShouldBe(StepKind.ReadFeedback);

    [Fact]
    public void A_shared_copy_waits_to_be_read() => First(Nothing with { Share = One }).ShouldBe(StepKind.ReadShare);

    [Fact]
    public void Ideas_that_wait_for_an_answer_stay_in_sight_whatever_else_there_is()
    {
        var full = AllSet with
        {
            TryOn = Today,
            ReviewToWrite = One,
            Feedback = One,
            Share = One,
            IsStrainCheckDue = true,
            IdeaDueOn = Today.AddDays(3),
        };

        NextSteps.Of(full).ShouldContain(new NextStep(StepKind.AnswerIdeas, null, Today.AddDays(3)));
        NextSteps.Of(full with { IsStrainPositive = true }).ShouldContain(new NextStep(StepKind.AnswerIdeas, null, Today.AddDays(3)));
    }

    [Fact]
    public void A_strain_check_that_is_due_comes_before_more_work() =>
        First(Nothing with { Assignment = One, IsStrainCheckDue = true }).ShouldBe(StepKind.CheckStrain);

    [Fact]
    public void A_plan_is_looked_at_on_its_day() => First(AllSet with { PlanReviewOn = Today }).ShouldBe(StepKind.ReviewPlan);

    [Fact]
    public void Under_strain_everything_that_asks_for_learning_pauses()
    {
        var full = AllSet with
        {
            TryOn = Today,
            ReviewToWrite = One,
            PlanReviewOn = Today,
            Feedback = One,
            Share = One,
            IsStrainPositive = true,
        };

        NextSteps.Of(full).Select(s => s.Kind).ShouldBe([StepKind.EaseStrain, StepKind.ReadFeedback, StepKind.ReadShare]);
    }

    [Fact]
    public void At_most_three_other_things_wait() =>
        NextSteps
            .Of(
                AllSet with
                {
                    TryOn = Today,
                    ReviewToWrite = One,
                    PlanReviewOn = Today,
                    Feedback = One,
                    Share = One,
                    IsStrainCheckDue = true,
                }
            )
            .Count.ShouldBe(1 + NextSteps.OthersAtMost);

    [Fact]
    public void There_is_always_one_step_and_none_twice()
    {
        // Every combination of the facts that can be there or not.
        for (var bits = 0; bits < 1 << 11; bits++)
        {
            bool Has(int bit) => (bits & (1 << bit)) != 0;
            Guid? Id(int bit) => Has(bit) ? One : null;
            var steps = NextSteps.Of(
                Nothing with
                {
                    Assignment = Id(0),
                    HasAnswers = Has(1),
                    Plan = Id(2),
                    PlanReviewOn = Has(3) ? Today : null,
                    Try = Id(4),
                    TryOn = Has(4) ? Today.AddDays(Has(5) ? 0 : 1) : null,
                    TryToDecide = Id(6),
                    ReviewToWrite = Id(7),
                    Feedback = Id(8),
                    IsStrainPositive = Has(9),
                    IsStrainCheckDue = Has(10),
                }
            );

            steps.Count.ShouldBeInRange(1, 1 + NextSteps.OthersAtMost);
            steps.Select(s => s.Kind).ShouldBeUnique();
        }
    }

    private static StepKind First(HomeFacts facts) => NextSteps.Of(facts)[0].Kind;
}
