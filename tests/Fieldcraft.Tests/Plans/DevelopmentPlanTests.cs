using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Plans;

public sealed class DevelopmentPlanTests
{
    [Fact]
    public void A_plan_with_only_a_title_runs_ninety_days_from_today()
    {
        var plan = Given.Plan();

        plan.StartsOn.ShouldBe(Given.Today);
        plan.EndsOn.ShouldBe(Given.Today.AddDays(90));
        PlainSealer.Read(plan.Title).ShouldBe("Open the evening hub");
        plan.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData(90, null)]
    [InlineData(91, "plan-too-long")]
    [InlineData(0, null)]
    [InlineData(-1, "plan-ends-before-it-starts")]
    public void A_plan_ends_at_most_ninety_days_after_it_starts(int days, string? refusal) =>
        Given
            .Start(
                new()
                {
                    Title = "T",
                    StartsOn = Given.Today,
                    EndsOn = Given.Today.AddDays(days),
                }
            )
            .Refusal?.Code.ShouldBe(refusal);

    [Fact]
    public void A_plan_that_is_too_long_is_refused_and_stays_as_it_was()
    {
        var plan = Given.Plan();

        var outcome = plan.Frame(
            new() { Title = "Other", EndsOn = Given.Today.AddDays(91) },
            Given.Rules.Plans,
            PlainSealer.One,
            Given.Now
        );

        outcome.Refusal!.Code.ShouldBe("plan-too-long");
        outcome.Refusal.Arguments.ShouldBe([90]);
        PlainSealer.Read(plan.Title).ShouldBe("Open the evening hub");
        plan.Version.ShouldBe(1);
    }

    [Fact]
    public void Three_behaviours_are_the_most()
    {
        var plan = Given.Plan(minutes: 30);
        plan.Behave("Ask first").IsDone.ShouldBeTrue();
        plan.Behave("Hand over a task").IsDone.ShouldBeTrue();
        plan.Behave("Name what we leave").IsDone.ShouldBeTrue();

        plan.Behave("Say thanks").Refusal!.Code.ShouldBe("plan-behaviours-at-most");
    }

    [Fact]
    public void Below_thirty_minutes_a_week_there_is_one_behaviour()
    {
        var plan = Given.Plan(minutes: 29);
        var first = plan.Behave("Ask first");

        plan.Behave("Hand over a task").Refusal!.Code.ShouldBe("plan-one-behaviour-in-little-time");
        plan.Behave("Ask each lead first", id: first.Value).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Time_is_not_cut_below_what_the_behaviours_need()
    {
        var plan = Given.Plan(minutes: 60);
        plan.Behave("Ask first");
        plan.Behave("Hand over a task");

        var outcome = plan.Frame(new() { Title = "T", MinutesAWeek = 25 }, Given.Rules.Plans, PlainSealer.One, Given.Now);

        outcome.Refusal!.Code.ShouldBe("plan-too-little-time");
        plan.Frame(new() { Title = "T", MinutesAWeek = 30 }, Given.Rules.Plans, PlainSealer.One, Given.Now).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_quality_is_refused_as_a_behaviour_unless_it_is_kept_as_written()
    {
        var plan = Given.Plan();

        plan.Behave("be more strategic").Refusal!.Code.ShouldBe("adjective-only");
        plan.Behave("be more strategic", anyway: true).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_row_sent_twice_under_one_id_is_one_row()
    {
        var plan = Given.Plan();
        var id = Id.New<PlanItemId>(Given.Now);

        plan.WriteGoal(id, new() { Text = "The leads run" }, PlainSealer.One, Given.Now);
        plan.WriteGoal(id, new() { Text = "The leads run an evening" }, PlainSealer.One, Given.Now);

        PlainSealer.Read(plan.Goals.ShouldHaveSingleItem().Text).ShouldBe("The leads run an evening");
    }

    [Fact]
    public void A_plan_of_one_page_holds_no_more_than_thirty_rows_of_a_kind()
    {
        var plan = Given.Plan();
        for (var i = 0; i < Lengths.RowsAtMost; i++)
        {
            plan.WriteStep(null, new() { Text = "Step" }, PlainSealer.One, Given.Now).IsDone.ShouldBeTrue();
        }

        plan.WriteStep(null, new() { Text = "One more" }, PlainSealer.One, Given.Now).Refusal!.Code.ShouldBe("plan-full");
    }

    [Fact]
    public void A_step_needs_no_experiment_and_is_ticked_and_opened_again()
    {
        var plan = Given.Plan();
        var step = plan.WriteStep(null, new() { Text = "Agree on the date" }, PlainSealer.One, Given.Now).Value;

        plan.TickStep(step, true, Given.Now).IsDone.ShouldBeTrue();
        plan.Steps[0].IsDone.ShouldBeTrue();
        plan.TickStep(step, false, Given.Now);
        plan.Steps[0].IsDone.ShouldBeFalse();
        plan.RemoveStep(step, Given.Now).IsDone.ShouldBeTrue();
        plan.TickStep(step, true, Given.Now).Refusal!.Code.ShouldBe("plan-row-gone");
        plan.RemoveStep(step, Given.Now).Refusal!.Code.ShouldBe("plan-row-gone");
    }

    [Fact]
    public void Reviews_fall_on_every_thirtieth_day_and_the_last()
    {
        var plan = Given
            .Start(
                new()
                {
                    Title = "T",
                    StartsOn = Given.Today,
                    EndsOn = Given.Today.AddDays(80),
                }
            )
            .Value!;

        plan.ReviewDates(Given.Rules.Plans).ShouldBe([Given.Today.AddDays(30), Given.Today.AddDays(60), Given.Today.AddDays(80)]);
        Given.Plan().ReviewDates(Given.Rules.Plans).ShouldBe([Given.Today.AddDays(30), Given.Today.AddDays(60), Given.Today.AddDays(90)]);
    }

    [Fact]
    public void A_review_held_a_little_early_counts_for_its_date()
    {
        var plan = Given.Plan();
        plan.NextReviewOn(Given.Rules.Plans).ShouldBe(Given.Today.AddDays(30));

        plan.HoldReview(Given.Today.AddDays(26), Given.Rules.Plans, Given.Now);
        plan.NextReviewOn(Given.Rules.Plans).ShouldBe(Given.Today.AddDays(60));
        plan.HoldReview(Given.Today.AddDays(95), Given.Rules.Plans, Given.Now);
        plan.NextReviewOn(Given.Rules.Plans).ShouldBeNull();
    }

    [Fact]
    public void An_ended_plan_is_taken_up_again_but_not_ended_twice()
    {
        var plan = Given.Plan();

        plan.TakeUpAgain(Given.Now).Refusal!.Code.ShouldBe("plan-not-ended");
        plan.End(Given.Now).IsDone.ShouldBeTrue();
        plan.NextReviewOn(Given.Rules.Plans).ShouldBeNull();
        plan.End(Given.Now).Refusal!.Code.ShouldBe("plan-already-ended");
        plan.TakeUpAgain(Given.Now).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void An_opportunity_that_is_taken_back_was_not_offered()
    {
        var plan = Given.Plan();
        plan.OfferOpportunity(
            new()
            {
                Text = "Present the review",
                Who = "Femi",
                OfferedOn = Given.Today,
            },
            PlainSealer.One,
            Given.Now
        );
        plan.OpportunityOfferedOn.ShouldBe(Given.Today);

        plan.OfferOpportunity(new() { Who = "Femi", OfferedOn = Given.Today }, PlainSealer.One, Given.Now);
        plan.OpportunityOfferedOn.ShouldBeNull();
    }

    [Theory]
    [InlineData("it is late", null, "then")]
    [InlineData(null, "ask first", "if")]
    public void An_if_without_a_then_is_a_wish(string? condition, string? act, string path)
    {
        var problem = new BehaviourWording
        {
            Text = "Ask",
            If = condition,
            Then = act,
        }
            .Problems()
            .ShouldHaveSingleItem();

        problem.Path.ShouldBe(path);
        problem.Code.ShouldBe("both-parts-needed");
    }

    [Fact]
    public void Texts_are_needed_or_limited_by_one_constant()
    {
        new BehaviourWording { Text = new string('a', 140) }
            .Problems()
            .ShouldBeEmpty();
        new BehaviourWording { Text = new string('a', 141) }
            .Problems()
            .ShouldHaveSingleItem()
            .Code.ShouldBe("too-long");
        new GoalWording { Text = " " }
            .Problems()
            .ShouldHaveSingleItem()
            .Code.ShouldBe("missing");
        new FrameWording { Title = "T", MinutesAWeek = -1 }
            .Problems()
            .ShouldHaveSingleItem()
            .Code.ShouldBe("out-of-range");
        new SourceWording { Text = "A", Address = "javascript:alert(1)" }
            .Problems()
            .ShouldHaveSingleItem()
            .Code.ShouldBe("not-a-web-address");
        new SourceWording { Text = "A", Address = "https://example.org" }
            .Problems()
            .ShouldBeEmpty();
    }
}
