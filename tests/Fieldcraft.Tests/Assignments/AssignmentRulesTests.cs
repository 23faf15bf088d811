using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Assignments;

/// <summary>What an assignment, its answers and its second opinions allow, without any database.</summary>
public sealed class AssignmentRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly PlainSealer Sealer = new();

    [Fact]
    public void A_round_begins_only_after_something_was_answered_and_only_once()
    {
        var assignment = Bring();

        assignment.BeginRound(1, hasAnswers: false, Now).Refusal!.Code.ShouldBe("round-without-answers");
        assignment.BeginRound(1, hasAnswers: true, Now).IsDone.ShouldBeTrue();
        assignment.BeginRound(1, hasAnswers: true, Now).IsDone.ShouldBeTrue();
        assignment.Round.ShouldBe(2);
    }

    [Fact]
    public void An_ended_assignment_begins_no_round_until_it_goes_on()
    {
        var assignment = Bring();
        assignment.End(new DateOnly(2026, 12, 1), "Ask first", Sealer, Now);

        assignment.BeginRound(1, hasAnswers: true, Now).Refusal!.Code.ShouldBe("assignment-ended");
        assignment.TakeUpAgain(Now).IsDone.ShouldBeTrue();
        assignment.TakeUpAgain(Now).Refusal!.Code.ShouldBe("assignment-not-ended");
        assignment.Lesson.ShouldNotBeNull();
    }

    [Fact]
    public void It_does_not_end_before_it_starts()
    {
        var assignment = Bring(new AssignmentFacts { Title = "A", StartsOn = new DateOnly(2026, 12, 1) });

        assignment.End(new DateOnly(2026, 11, 30), null, Sealer, Now).Refusal!.Code.ShouldBe("assignment-ends-before-it-starts");
        assignment.IsEnded.ShouldBeFalse();
    }

    [Fact]
    public void An_answer_of_an_earlier_round_is_not_rewritten()
    {
        var answer = Answer.Give(Id.New<AnswerId>(Now), Bring(), "p4", new AnswerWording("first"), Sealer, Now);
        var before = answer.Text;

        answer.Rewrite(new AnswerWording("second"), 2, Sealer, Now).Refusal!.Code.ShouldBe("round-over");
        answer.Text.ShouldBe(before);
        answer.Version.ShouldBe(1);
    }

    [Fact]
    public void An_opinion_is_given_once_and_not_after_fourteen_days()
    {
        var (used, late) = (Ask(), Ask());

        used.Give(new GivenOpinion { Note = "x" }, Sealer, Now).IsDone.ShouldBeTrue();
        used.Give(new GivenOpinion { Note = "y" }, Sealer, Now).Refusal!.Code.ShouldBe("opinion-link-used");
        late.Give(new GivenOpinion { Note = "x" }, Sealer, Now.AddDays(14)).Refusal!.Code.ShouldBe("opinion-link-used");
        late.StateAt(Now.AddDays(14)).ShouldBe(OpinionState.RanOut);
    }

    [Fact]
    public void Declining_cannot_be_told_from_waiting()
    {
        var (declined, waiting) = (Ask(), Ask());
        declined.Decline(Now);

        declined.StateAt(Now.AddDays(1)).ShouldBe(waiting.StateAt(Now.AddDays(1)));
        declined.StateAt(Now.AddDays(15)).ShouldBe(waiting.StateAt(Now.AddDays(15)));
        declined.IsOpenAt(Now).ShouldBeFalse();
    }

    [Fact]
    public void Dont_know_and_not_answered_stay_apart_and_are_both_unknown_to_the_guard()
    {
        var ratings = new ProfileRatings
        {
            Demand = new Dictionary<string, int?> { ["high_stakes"] = null, ["new_directions"] = 3 },
        };
        var again = ProfileRatings.FromJson(ratings.ToJson());

        again.Demand.ContainsKey("high_stakes").ShouldBeTrue();
        again.Demand.ContainsKey("scope_and_scale").ShouldBeFalse();
        again.ToGuardInput(false, null).Demand.Count(d => d is not null).ShouldBe(1);
    }

    [Fact]
    public void A_rating_off_the_scale_or_of_an_unknown_part_is_named()
    {
        var ratings = new ProfileRatings
        {
            Demand = new Dictionary<string, int?> { ["high_stakes"] = 5, ["weather"] = 1 },
            HotParts = [new HotPart("Former peers", 0)],
        };

        ratings
            .Problems(DocumentedRules.All.Guard)
            .Select(p => p.Path)
            .ShouldBe(["demand.weather", "demand.high_stakes", "hotParts[0].size"], ignoreOrder: true);
    }

    [Fact]
    public void The_check_in_is_due_two_weeks_after_the_last_and_only_while_something_goes_on()
    {
        var rules = DocumentedRules.All.Strain;
        var today = new DateOnly(2026, 12, 15);
        StrainCheckIn[] recent = [new(today.AddDays(-13), 2, 4)];

        StrainState.Read(recent, today.AddDays(-60), today, rules).IsDue.ShouldBeFalse();
        StrainState.Read(recent, today.AddDays(-60), today.AddDays(1), rules).IsDue.ShouldBeTrue();
        StrainState.Read(recent, null, today.AddDays(30), rules).IsDue.ShouldBeFalse();
    }

    private static Assignment Bring(AssignmentFacts? facts = null) =>
        Assignment.Bring(
            Id.New<AssignmentId>(Now),
            Id.New<PersonId>(Now),
            facts ?? new AssignmentFacts { Title = "Opening the hub" },
            Sealer,
            Now
        );

    private static OpinionRequest Ask() =>
        OpinionRequest.Ask(
            Id.New<OpinionRequestId>(Now),
            Bring(),
            OpinionGiver.Mentor,
            null,
            Sealer.Seal("Shown", "The hub"),
            [1],
            14,
            Sealer,
            Now
        );

    /// <summary>Seals nothing: the rules do not look inside.</summary>
    private sealed class PlainSealer : ISealer
    {
        public SealedText Seal(string field, string text) =>
            SealedText.Of(
                SealedText.HeaderOf(Guid.Empty, Guid.Empty, field),
                new byte[SealedText.NonceLength],
                new byte[SealedText.TagLength],
                System.Text.Encoding.UTF8.GetBytes(text)
            );
    }
}
