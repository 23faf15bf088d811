using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Plans;

public sealed class LeadershipExperimentTests
{
    [Fact]
    public void What_when_and_who_sees_it_are_enough_and_each_is_needed()
    {
        Given.Planned().Value!.State.ShouldBe(ExperimentState.Planned);
        new ExperimentWording()
            .Problems()
            .Select(p => (p.Path, p.Code))
            .ShouldBe([("what", "missing"), ("on", "missing"), ("seenBy", "missing")]);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(2, "experiments-at-most")]
    [InlineData(5, "experiments-at-most")]
    public void At_most_two_are_planned_at_once(int active, string? refusal) =>
        (Given.Planned(active: active).Refusal?.Code).ShouldBe(refusal);

    [Fact]
    public void A_quality_is_refused_unless_it_is_kept_as_written()
    {
        Given.Planned(Given.Try("be more present")).Refusal!.Code.ShouldBe("adjective-only");
        Given.Planned(Given.Try("be more present") with { KeepAsWritten = true }).IsDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Novelty_runs_from_one_to_five(int novelty, bool fits) =>
        (Given.Try() with { Novelty = novelty }).Problems().Count.ShouldBe(fits ? 0 : 1);

    [Fact]
    public void The_way_goes_from_planned_over_done_and_reviewed_to_a_decision()
    {
        var experiment = Given.Planned().Value!;
        Look(experiment).ShouldBe("experiment-not-done");
        Decide(experiment, NextMove.Repeat).ShouldBe("experiment-not-reviewed");

        experiment.Capture(new() { WhatHappened = "I waited" }, PlainSealer.One, Given.Now).IsDone.ShouldBeTrue();
        experiment.State.ShouldBe(ExperimentState.Planned);
        experiment.MarkDone(Given.Now);
        experiment.State.ShouldBe(ExperimentState.Done);
        Decide(experiment, NextMove.Repeat).ShouldBe("experiment-not-reviewed");
        Look(experiment).ShouldBeNull();
        experiment.State.ShouldBe(ExperimentState.Reviewed);
        Decide(experiment, NextMove.Repeat).ShouldBeNull();
        experiment.State.ShouldBe(ExperimentState.Repeat);
        Look(experiment).ShouldBe("experiment-decided");
    }

    [Theory]
    [InlineData(NextMove.Repeat, ExperimentState.Repeat)]
    [InlineData(NextMove.Vary, ExperimentState.Vary)]
    [InlineData(NextMove.Stop, ExperimentState.Stop)]
    [InlineData(NextMove.Raise, ExperimentState.Raised)]
    public void Each_decision_is_a_state_and_may_be_changed(NextMove move, ExperimentState state)
    {
        var experiment = Given.Planned().Value!;
        experiment.MarkDone(Given.Now);
        Look(experiment);

        Decide(experiment, move).ShouldBeNull();
        experiment.State.ShouldBe(state);
        Decide(experiment, NextMove.Stop).ShouldBeNull();
        experiment.State.ShouldBe(ExperimentState.Stop);
    }

    [Fact]
    public void A_next_step_is_needed_to_close() =>
        new NextWording { Move = NextMove.Stop }
            .Problems()
            .ShouldHaveSingleItem()
            .Path.ShouldBe("nextStep");

    [Fact]
    public void Saying_twice_that_it_took_place_changes_nothing()
    {
        var experiment = Given.Planned().Value!;
        experiment.MarkDone(Given.Now);
        var version = experiment.Version;

        experiment.MarkDone(Given.Now.AddHours(1)).IsDone.ShouldBeTrue();

        experiment.Version.ShouldBe(version);
        experiment.DoneAt.ShouldBe(Given.Now);
    }

    [Fact]
    public void A_planned_one_is_let_go_with_a_reason_and_nothing_else_follows()
    {
        var experiment = Given.Planned().Value!;

        experiment.Drop(new() { Reason = "The meeting was moved" }, PlainSealer.One, Given.Now).IsDone.ShouldBeTrue();

        experiment.State.ShouldBe(ExperimentState.Dropped);
        experiment.IsActive.ShouldBeFalse();
        experiment.TookPlace.ShouldBeFalse();
        new DropWording().Problems().ShouldHaveSingleItem().Path.ShouldBe("reason");
        experiment.MarkDone(Given.Now).Refusal!.Code.ShouldBe("experiment-dropped");
        experiment.Capture(new(), PlainSealer.One, Given.Now).Refusal!.Code.ShouldBe("experiment-dropped");
        experiment.Drop(new() { Reason = "again" }, PlainSealer.One, Given.Now).Refusal!.Code.ShouldBe("experiment-not-planned");
    }

    [Fact]
    public void What_was_planned_stays_as_it_was_once_it_took_place()
    {
        var experiment = Given.Planned().Value!;
        experiment.Rewrite(Given.Try("Ask two leads first"), PlainSealer.One, Given.Now).IsDone.ShouldBeTrue();
        experiment.MarkDone(Given.Now);

        experiment.Rewrite(Given.Try(), PlainSealer.One, Given.Now).Refusal!.Code.ShouldBe("experiment-not-planned");
        experiment.Drop(new() { Reason = "late" }, PlainSealer.One, Given.Now).Refusal!.Code.ShouldBe("experiment-not-planned");
        PlainSealer.Read(experiment.What).ShouldBe("Ask two leads first");
    }

    [Fact]
    public void Three_repetitions_in_different_situations_make_a_behaviour_practised()
    {
        Repetition[] thrice = [On(1, "Morning handover"), On(2, "Talk with Carla"), On(3, "Site meeting")];

        Practice.Of(thrice, Given.Rules.Experiments).IsPractised.ShouldBeTrue();
        Practice.Of(thrice[..2], Given.Rules.Experiments).IsPractised.ShouldBeFalse();
    }

    [Fact]
    public void The_same_situation_counts_once_and_without_words_a_day_is_one()
    {
        Practice
            .Of([On(1, "Morning handover"), On(2, " morning  HANDOVER "), On(3, "Site meeting")], Given.Rules.Experiments)
            .Situations.ShouldBe(2);
        Practice.Of([On(1, null), On(1, ""), On(2, null)], Given.Rules.Experiments).Situations.ShouldBe(2);
    }

    [Fact]
    public void Hints_ask_only_what_the_plan_leaves_open()
    {
        var bare = new PlanFacts
        {
            Behaviours = [],
            Tries = [],
            Supporters = 0,
            OpenSteps = [],
        };
        QualityHints.OpenIn(bare, Given.Today).ShouldBe([QualityHint.Date, QualityHint.Person]);
        QualityHints.OpenIn(bare with { Behaviours = ["be more open"] }, Given.Today).ShouldBe(Enum.GetValues<QualityHint>());
        var whole = bare with
        {
            Behaviours = ["Ask each lead first"],
            Tries = [new PlannedTry(Given.Today.AddDays(3), HasSituation: true, HasEvidence: true, IsAhead: true)],
            Supporters = 1,
        };
        QualityHints.OpenIn(whole, Given.Today).ShouldBeEmpty();
        QualityHints
            .OpenIn(whole with { Tries = [whole.Tries[0] with { On = Given.Today.AddDays(40) }] }, Given.Today)
            .ShouldBe([QualityHint.Small]);
    }

    private static Repetition On(int day, string? situation) => new(Given.Today.AddDays(day), situation);

    private static string? Look(LeadershipExperiment experiment) =>
        experiment.LookBack(new() { Lesson = "Wait longer" }, PlainSealer.One, Given.Now).Refusal?.Code;

    private static string? Decide(LeadershipExperiment experiment, NextMove move) =>
        experiment.Decide(new() { Move = move, NextStep = "Ask Carla on Monday" }, PlainSealer.One, Given.Now).Refusal?.Code;
}
