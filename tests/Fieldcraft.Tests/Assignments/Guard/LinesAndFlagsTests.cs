using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Tests.Shared;
using static Fieldcraft.Tests.Assignments.Guard.GuardCases;

namespace Fieldcraft.Tests.Assignments.Guard;

/// <summary>What happens exactly at the lines of DOMAIN 3.2, where most mistakes are made.</summary>
public sealed class LinesAndFlagsTests
{
    private static readonly GuardRules Rules = DocumentedRules.All.Guard;

    [Theory]
    [InlineData("3 2 2 2 2 2 2 2 2 2 2 2", "0 0 0 0", 5, Zone.Comfort)]
    [InlineData("4 3 2 2 2 2 2 2 2 2 2 2", "4 4 4 3", 15 + 18.75, Zone.Stretch)]
    [InlineData("4 4 2 2 2 2 2 2 2 2 2 2", "0 0 0 0", 20, Zone.Stretch)]
    public void The_lower_limit_itself_is_stretch(string demand, string obstacles, double effective, Zone zone)
    {
        var result = OverstretchGuard.Look(Flat with { Demand = Numbers(demand), Obstacles = Numbers(obstacles) }, Rules);

        result.EffectiveLoad.ShouldBe((decimal)effective);
        result.Zone.ShouldBe(zone);
    }

    [Fact]
    public void The_upper_limit_itself_is_stretch_and_anything_above_is_overstretch()
    {
        // Stretches 4 4 1 make 45; without support the upper limit is 45.
        var atTheLine = Flat with
        {
            Readiness = Numbers("0 0 1 2 2 2 2 2 2 2 2 2"),
            Demand = Numbers("4 4 2 2 2 2 2 2 2 2 2 2"),
        };
        OverstretchGuard.Look(atTheLine, Rules).EffectiveLoad.ShouldBe(45);
        OverstretchGuard.Look(atTheLine, Rules).UpperLimit.ShouldBe(45);
        OverstretchGuard.Look(atTheLine, Rules).Zone.ShouldBe(Zone.Stretch);

        var justAbove = atTheLine with { Obstacles = Numbers("1 0 0 0") };
        OverstretchGuard.Look(justAbove, Rules).EffectiveLoad.ShouldBe(46.25m);
        OverstretchGuard.Look(justAbove, Rules).Zone.ShouldBe(Zone.Overstretch);
    }

    [Theory]
    [InlineData("3 3 3 2 2 2 2 2 2 2 2 2", "0 0 0 0", false)] // 15, five below the lower limit
    [InlineData("3 3 3 2 2 2 2 2 2 2 2 2", "1 0 0 0", true)] // 16.25
    [InlineData("4 4 2 2 2 2 2 2 2 2 2 2", "0 0 0 0", true)] // 20
    [InlineData("4 4 3 2 2 2 2 2 2 2 2 2", "0 0 0 0", false)] // 25, five above
    public void Nearer_than_five_to_the_lower_limit_is_a_close_call(string demand, string obstacles, bool close)
    {
        var result = OverstretchGuard.Look(Flat with { Demand = Numbers(demand), Obstacles = Numbers(obstacles) }, Rules);

        result.CloseCall.ShouldBe(close ? new CloseCall(Zone.Comfort, Zone.Stretch) : null);
    }

    [Theory]
    [InlineData("4 4 4 4 2 2 2 2 2 2 2 2", "0 0 0 0", false)] // 40
    [InlineData("4 4 4 4 2 2 2 2 2 2 2 2", "1 0 0 0", true)] // 41.25
    [InlineData("4 4 4 4 4 2 2 2 2 2 2 2", "0 0 0 0", false)] // 50
    [InlineData("4 4 4 4 3 2 2 2 2 2 2 2", "3 0 0 0", true)] // 48.75
    public void Nearer_than_five_to_the_upper_limit_is_a_close_call(string demand, string obstacles, bool close)
    {
        var result = OverstretchGuard.Look(Flat with { Demand = Numbers(demand), Obstacles = Numbers(obstacles) }, Rules);

        result.UpperLimit.ShouldBe(45);
        result.CloseCall.ShouldBe(close ? new CloseCall(Zone.Stretch, Zone.Overstretch) : null);
    }

    [Theory]
    [InlineData(1, 35)]
    [InlineData(2, 35)]
    [InlineData(3, 45)]
    [InlineData(5, 45)]
    public void Low_self_efficacy_takes_ten_off_the_upper_limit(int efficacy, int upper)
    {
        var result = OverstretchGuard.Look(Flat with { Efficacy = efficacy }, Rules);

        result.UpperLimit.ShouldBe(upper);
        result.LowEfficacyLoweredTheLimit.ShouldBe(upper == 35);
    }

    [Theory]
    [InlineData("4 4 4 4 2 2 2 2 2 2 2 2", 1, true)] // load 40
    [InlineData("4 4 4 4 2 2 2 2 2 2 2 2", 2, false)]
    [InlineData("4 4 4 3 2 2 2 2 2 2 2 2", 0, false)] // load 35
    public void Much_challenge_with_little_feedback_is_flagged_in_every_zone(string demand, int feedback, bool flagged)
    {
        var input = Flat with { Demand = Numbers(demand), Support = [feedback, 4, 4, 4, 4, 4] };

        OverstretchGuard.Look(input, Rules).Zone.ShouldBe(Zone.Stretch);
        OverstretchGuard.Look(input, Rules).FeedbackFlag.ShouldBe(flagged);
        OverstretchGuard.Look(input with { StrainIsPositive = true }, Rules).FeedbackFlag.ShouldBe(flagged);
    }

    [Theory]
    [InlineData("4 0 0 0 0 0 0 0 0 0 0 0", true)]
    [InlineData("3 3 3 0 0 0 0 0 0 0 0 0", true)]
    [InlineData("3 3 2 2 2 2 2 2 2 2 2 2", false)]
    public void One_stretch_of_four_or_three_of_three_are_a_hot_spot(string demand, bool hot)
    {
        var result = OverstretchGuard.Look(
            Flat with
            {
                Demand = Numbers(demand),
                Readiness = new int?[12]
                    .Select(_ => (int?)0)
                    .ToArray(),
            },
            Rules
        );

        result.HotSpotFlag.ShouldBe(hot);
    }

    [Fact]
    public void A_readiness_above_the_demand_is_no_stretch_and_saves_nothing_elsewhere()
    {
        var result = OverstretchGuard.Look(Flat with { Demand = Numbers("4 0 0 0 0 0 0 0 0 0 0 0") }, Rules);

        result.Parts[1].Stretch.ShouldBe(0);
        result.ChallengeLoad.ShouldBe(10);
    }

    [Fact]
    public void The_effective_load_ends_at_a_hundred()
    {
        var worst = new GuardInput
        {
            Demand = Numbers("4 4 4 4 4 4 4 4 4 4 4 4"),
            Readiness = Numbers("0 0 0 0 0 0 0 0 0 0 0 0"),
            Obstacles = Numbers("4 4 4 4"),
        };

        OverstretchGuard.Look(worst, Rules).EffectiveLoad.ShouldBe(100);
    }

    [Fact]
    public void Positive_strain_is_overstretch_whatever_the_numbers_and_no_close_call()
    {
        var calm = OverstretchGuard.Look(A with { StrainIsPositive = true }, Rules);
        calm.Zone.ShouldBe(Zone.Overstretch);
        calm.ZoneByNumbers.ShouldBe(Zone.Comfort);
        calm.StrainOverruled.ShouldBeTrue();
        calm.ChallengeLoad.ShouldBe(0);

        var nearTheLine = Flat with { Demand = Numbers("4 4 2 2 2 2 2 2 2 2 2 2") };
        OverstretchGuard.Look(nearTheLine, Rules).IsCloseCall.ShouldBeTrue();
        OverstretchGuard.Look(nearTheLine with { StrainIsPositive = true }, Rules).IsCloseCall.ShouldBeFalse();
    }

    [Fact]
    public void Each_zone_offers_its_steps_in_order()
    {
        Steps(A).ShouldBe([GuardStep.AddOneStretchingElement, GuardStep.HandOverFamiliarParts, GuardStep.MentorOrFacilitate]);
        Steps(B).ShouldBe([GuardStep.PickBehavioursAndIfThen, GuardStep.ArrangeFeedback, GuardStep.FixTheReviewDate]);
        Steps(C)
            .ShouldBe([GuardStep.RemoveAnObstacle, GuardStep.AddFeedbackOrPartner, GuardStep.ReduceLoad, GuardStep.SpeakWithTheManager]);
        Steps(C with { Obstacles = Numbers("0 0 0 0"), StrainIsPositive = true })
            .ShouldBe([GuardStep.AddFeedbackOrPartner, GuardStep.ReduceLoad, GuardStep.SpeakWithTheManager, GuardStep.RestFirst]);
        Steps(C with { Demand = new int?[12], Support = D.Support })
            .ShouldBe([GuardStep.AnswerWhatIsMissing, GuardStep.AskForASecondOpinion, GuardStep.TakeTheQuickLook]);
    }

    private static IReadOnlyList<GuardStep> Steps(GuardInput input) => GuardAdvice.Steps(OverstretchGuard.Look(input, Rules));
}
