using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Tests.Shared;
using static Fieldcraft.Tests.Assignments.Guard.GuardCases;

namespace Fieldcraft.Tests.Assignments.Guard;

/// <summary>What is not known is said, and never read as nothing (DOMAIN 3.2 step 11, 15.3).</summary>
public sealed class PartialProfileTests
{
    private static readonly GuardRules Rules = DocumentedRules.All.Guard;

    [Fact]
    public void Ten_known_dimensions_are_enough()
    {
        var result = OverstretchGuard.Look(D with { Demand = Numbers("4 2 4 3 - 2 4 3 1 3 - 1") }, Rules);

        result.Zone.ShouldBe(Zone.Stretch);
        result.ChallengeLoad.ShouldBe(60);
        result.Missing.Dimensions.Select(d => d.Id).ShouldBe(["reduction_decisions", "working_across_cultures"]);
    }

    [Fact]
    public void Nine_are_not_and_only_what_is_known_is_shown()
    {
        var result = OverstretchGuard.Look(D with { Demand = Numbers("4 2 4 3 - 2 4 3 1 3 - -") }, Rules);

        result.Zone.ShouldBe(Zone.Incomplete);
        result.ChallengeLoad.ShouldBeNull();
        result.EffectiveLoad.ShouldBeNull();
        result.CloseCall.ShouldBeNull();
        result.LoadAtLeast.ShouldBe(60);
        result.Parts[0].Stretch.ShouldBe(3);
        result.Parts[4].Stretch.ShouldBeNull();
        result.SupportIndex.ShouldBe(87.5m);
        result.Hindrance.ShouldBe(6.25m);
        result.Missing.Dimensions.Count.ShouldBe(3);
    }

    [Fact]
    public void A_dimension_counts_only_if_demand_and_readiness_are_both_known()
    {
        var result = OverstretchGuard.Look(
            D with
            {
                Demand = Numbers("- 2 4 3 0 2 4 3 1 3 0 1"),
                Readiness = Numbers("1 - - 1 0 2 2 2 1 1 0 1"),
            },
            Rules
        );

        result.Zone.ShouldBe(Zone.Incomplete);
        result.Missing.Dimensions.Select(d => d.Position).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void Positive_strain_overrules_an_incomplete_profile()
    {
        var result = OverstretchGuard.Look(D with { Demand = new int?[12], StrainIsPositive = true }, Rules);

        result.Zone.ShouldBe(Zone.Overstretch);
        result.ZoneByNumbers.ShouldBe(Zone.Incomplete);
        result.ChallengeLoad.ShouldBeNull();
    }

    [Fact]
    public void An_incomplete_profile_keeps_the_flags_that_are_already_certain()
    {
        var input = C with { Readiness = Numbers("1 1 0 1 - - 1 1 1 - - -") };
        var result = OverstretchGuard.Look(input, Rules);

        result.Zone.ShouldBe(Zone.Incomplete);
        result.HotSpotFlag.ShouldBeTrue();
        result.FeedbackFlag.ShouldBeTrue();
        GuardAdvice.Steps(result).Take(2).ShouldBe([GuardStep.AddFeedback, GuardStep.AnswerWhatIsMissing]);
    }

    [Fact]
    public void Without_any_obstacle_answer_the_load_stands_alone_and_it_is_said()
    {
        var result = OverstretchGuard.Look(D with { Obstacles = new int?[4] }, Rules);

        result.Hindrance.ShouldBeNull();
        result.EffectiveLoad.ShouldBe(60);
        result.Missing.Obstacles.ShouldBe(ChallengeDimension.Obstacles);
    }

    [Fact]
    public void With_some_obstacle_answers_the_known_ones_count_and_the_others_are_named()
    {
        var result = OverstretchGuard.Look(C with { Obstacles = Numbers("2 - 2 -") }, Rules);

        result.Hindrance.ShouldBe(25);
        result.EffectiveLoad.ShouldBe(85);
        result.Missing.Obstacles.Select(o => o.Id).ShouldBe(["lack_of_top_support", "difficult_boss"]);
    }

    [Fact]
    public void Four_support_answers_make_an_index_of_their_own()
    {
        // (3·3 + 2·1 + 1·4 + 1·2) ÷ (4·7): the two without an answer leave the sum and the divisor.
        var result = OverstretchGuard.Look(D with { Support = Numbers("3 1 - 4 2 -") }, Rules);

        result.SupportIndex.ShouldBe(100m * 17 / 28);
        result.UpperLimit.ShouldBe(45 + (0.35m * 100 * 17 / 28));
        result.Missing.Support.ShouldBe([SupportItem.Partner, SupportItem.Safety]);
    }

    [Fact]
    public void Three_support_answers_leave_the_support_unknown()
    {
        var result = OverstretchGuard.Look(D with { Support = Numbers("4 4 4 - - -") }, Rules);

        result.SupportIndex.ShouldBeNull();
        result.UpperLimit.ShouldBe(45);
        result.Zone.ShouldBe(Zone.Overstretch);
    }

    [Fact]
    public void An_unknown_feedback_answer_raises_no_flag()
    {
        OverstretchGuard.Look(C with { Support = Numbers("- 1 0 1 2 1") }, Rules).FeedbackFlag.ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_self_efficacy_leaves_the_limit_and_it_is_said()
    {
        var result = OverstretchGuard.Look(D with { Efficacy = null }, Rules);

        result.UpperLimit.ShouldBe(75.625m);
        result.Missing.Efficacy.ShouldBeTrue();
        OverstretchGuard.Look(D, Rules).Missing.Efficacy.ShouldBeFalse();
    }

    [Theory]
    [InlineData("demand", 5, "demand.new_directions")]
    [InlineData("demand", -1, "demand.new_directions")]
    [InlineData("readiness", 5, "readiness.new_directions")]
    [InlineData("obstacles", 5, "obstacles.lack_of_personal_support")]
    [InlineData("support", -1, "support.partner")]
    [InlineData("secondOpinion.demand", 9, "secondOpinion.demand.new_directions")]
    public void A_number_off_its_scale_is_refused_with_its_place(string field, int value, string path)
    {
        var input = WithThird(field, value);

        input.Problems().Select(p => (p.Path, p.Code)).ShouldBe([(path, "out-of-range")]);
        Should.Throw<ArgumentOutOfRangeException>(() => OverstretchGuard.Look(input, Rules)).Message.ShouldContain(path);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_self_efficacy_off_its_scale_is_refused(int efficacy) =>
        (D with { Efficacy = efficacy }).Problems().Select(p => (p.Path, p.Code)).ShouldBe([("efficacy", "out-of-range")]);

    [Fact]
    public void Lists_of_the_wrong_length_are_refused()
    {
        var input = D with { Demand = new int?[11], Obstacles = new int?[5], Support = [] };

        input
            .Problems()
            .Select(p => (p.Path, p.Code))
            .ShouldBe([("demand", "wrong-count"), ("obstacles", "wrong-count"), ("support", "wrong-count")]);
    }

    private static GuardInput WithThird(string field, int value)
    {
        static int?[] Replace(IReadOnlyList<int?> list, int value) => [.. list.Select((v, index) => index == 2 ? value : v)];
        return field switch
        {
            "demand" => D with { Demand = Replace(D.Demand, value) },
            "readiness" => D with { Readiness = Replace(D.Readiness, value) },
            "obstacles" => D with { Obstacles = Replace(D.Obstacles, value) },
            "support" => D with { Support = Replace(D.Support, value) },
            _ => D with { SecondOpinion = new SecondOpinion(Replace(D.Demand, value), D.Readiness) },
        };
    }
}
