using Fieldcraft.Domain.Loop;

namespace Fieldcraft.Tests.Loop;

/// <summary>The way of one idea with the numbers of DOMAIN 7.7.</summary>
public sealed class TeamIdeaTests
{
    private static DateOnly On(int day) => DateOnly.FromDateTime(Ideas.Day0.AddDays(day).UtcDateTime);

    [Fact]
    public void An_idea_waits_with_the_leader_from_the_moment_it_is_submitted_and_has_a_date()
    {
        var idea = Ideas.Submit();

        (idea.Tier, idea.DueOn, idea.IsOpen).ShouldBe((LoopTier.Team, On(14), true));
    }

    [Fact]
    public void Facility_and_network_have_two_weeks_each_and_the_top_four()
    {
        var idea = Ideas.Submit();

        idea.Forward();
        (idea.Tier, idea.OwnerUnitId, idea.DueOn).ShouldBe((LoopTier.Facility, Ideas.Facility, On(14)));
        idea.Forward(Ideas.Day0.AddDays(14));
        (idea.Tier, idea.OwnerUnitId, idea.DueOn).ShouldBe((LoopTier.Network, Ideas.Network, On(28)));
        idea.Forward(Ideas.Day0.AddDays(28));
        (idea.Tier, idea.OwnerUnitId, idea.DueOn).ShouldBe((LoopTier.State, Ideas.State, On(56)));
        idea.Forward(Ideas.Whole, Ideas.Slot(), Ideas.Rules, Ideas.Leader, Ideas.Day0.AddDays(30))
            .Refusal!.Code.ShouldBe("idea-at-the-top");
        idea.LateSince.ShouldBeNull();
    }

    [Fact]
    public void A_date_that_passes_sends_the_idea_up_and_leaves_the_late_tier_visible()
    {
        var idea = Ideas.Submit();

        idea.PassOn(Ideas.Whole, Ideas.Rules, Ideas.Day0.AddDays(14)).ShouldBe(PassedOn.Nothing);
        idea.PassOn(Ideas.Whole, Ideas.Rules, Ideas.Day0.AddDays(15)).ShouldBe(PassedOn.LateBelow);

        (idea.Tier, idea.DueOn, idea.LateSince).ShouldBe((LoopTier.Facility, On(29), On(15)));
        idea.Stays[0].LateSince(On(15)).ShouldBe(On(15));
        idea.Stays[1].LateSince(On(15)).ShouldBeNull();
    }

    [Fact]
    public void At_the_top_it_is_late_once_and_stays_until_it_is_answered()
    {
        var idea = Ideas.Submit(new LoopChain(false, null, null, Ideas.State));

        idea.PassOn(new LoopChain(false, null, null, Ideas.State), Ideas.Rules, Ideas.Day0.AddDays(29)).ShouldBe(PassedOn.LateAtTheTop);
        idea.PassOn(new LoopChain(false, null, null, Ideas.State), Ideas.Rules, Ideas.Day0.AddDays(99)).ShouldBe(PassedOn.Nothing);

        (idea.Tier, idea.IsOpen, idea.DueOn, idea.LateAtTheTopSince).ShouldBe((LoopTier.State, true, On(28), On(29)));
    }

    [Fact]
    public void A_tier_without_anybody_is_passed_over_at_once()
    {
        Ideas.Submit(Ideas.Whole with { HasLeader = false }).Tier.ShouldBe(LoopTier.Facility);
        var idea = Ideas.Submit();

        idea.PassOn(Ideas.Whole with { HasLeader = false, Facility = null }, Ideas.Rules, Ideas.Day0.AddDays(1))
            .ShouldBe(PassedOn.NobodyThere);

        (idea.Tier, idea.DueOn, idea.LateSince).ShouldBe((LoopTier.Network, On(15), null));
    }

    [Fact]
    public void An_idea_has_one_answer_and_a_correction_keeps_the_earlier_one()
    {
        var idea = Ideas.Submit();

        idea.Correct(Ideas.NotNow(), Ideas.Leader, Ideas.Day0).Refusal!.Code.ShouldBe("idea-not-answered");
        idea.Answer(Ideas.Adopted(), Ideas.Leader, Ideas.Day0).IsDone.ShouldBeTrue();
        idea.Answer(Ideas.NotNow(), Ideas.Leader, Ideas.Day0).Refusal!.Code.ShouldBe("idea-answered");
        idea.Forward(Ideas.Whole, Ideas.Slot(), Ideas.Rules, Ideas.Leader, Ideas.Day0).Refusal!.Code.ShouldBe("idea-answered");
        idea.Correct(Ideas.NotNow(), Ideas.Leader, Ideas.Day0.AddDays(3)).IsDone.ShouldBeTrue();

        idea.Answers.Select(a => a.Kind).ShouldBe([IdeaAnswerKind.Adopted, IdeaAnswerKind.NotNow]);
        (idea.AnswerKind, idea.AnsweredAt).ShouldBe((IdeaAnswerKind.NotNow, Ideas.Day0));
    }

    [Fact]
    public void Each_kind_of_answer_says_what_belongs_to_it()
    {
        Problems(new AnswerFacts(IdeaAnswerKind.Adopted, null, null, null)).ShouldBe(["who", "on"]);
        Problems(new AnswerFacts(IdeaAnswerKind.Trial, null, null, null)).ShouldBe(["on", "words"]);
        Problems(new AnswerFacts(IdeaAnswerKind.NotNow, "x", On(1), " ")).ShouldBe(["words"]);
        Problems(new AnswerFacts(IdeaAnswerKind.Merged, null, null, null)).ShouldBe(["kind"]);
        Problems(Ideas.Adopted()).ShouldBeEmpty();

        static IEnumerable<string> Problems(AnswerFacts facts) => facts.Problems().Select(p => p.Path);
    }

    [Fact]
    public void The_answer_of_an_idea_counts_for_those_that_are_part_of_it_through_any_chain()
    {
        var (first, second, third) = (Ideas.Submit(), Ideas.Submit(), Ideas.Submit());

        second.MergeInto(first, null, Ideas.Leader, Ideas.Day0).IsDone.ShouldBeTrue();
        first.MergeInto(third, null, Ideas.Leader, Ideas.Day0).IsDone.ShouldBeTrue();
        IdeaMerging.Settle([first, second, third], Ideas.Day0);
        third.MergeInto(first, null, Ideas.Leader, Ideas.Day0).Refusal!.Code.ShouldBe("idea-merges-into-itself");
        third.MergeInto(third, null, Ideas.Leader, Ideas.Day0).Refusal!.Code.ShouldBe("idea-merges-into-itself");

        (first.RootId, second.RootId, third.RootId).ShouldBe((third.Id, third.Id, third.Id));
        first.Correct(Ideas.NotNow(), Ideas.Leader, Ideas.Day0);
        IdeaMerging.Settle([first, second, third], Ideas.Day0);
        (first.RootId, second.RootId, third.RootId).ShouldBe((first.Id, first.Id, third.Id));
        Ideas.BrokenIn([first, second, third]).ShouldBeNull();
    }

    [Fact]
    public void An_idea_is_not_merged_into_one_that_waits_further_down()
    {
        var (above, below) = (Ideas.Submit(), Ideas.Submit());
        above.Forward();

        above.MergeInto(below, null, Ideas.Leader, Ideas.Day0).Refusal!.Code.ShouldBe("idea-merges-downwards");
        below.Answer(Ideas.Adopted(), Ideas.Leader, Ideas.Day0);
        above.MergeInto(below, null, Ideas.Leader, Ideas.Day0).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_round_is_two_weeks_from_the_first_day_of_the_window()
    {
        var start = new DateOnly(2027, 3, 1);

        new[] { -5, 0, 13, 14, 27, 28 }.Select(d => Ideas.Rules.RoundOf(start, start.AddDays(d))).ShouldBe([0, 0, 0, 1, 1, 2]);
    }
}
