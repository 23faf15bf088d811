using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Tests.Shared;
using static Fieldcraft.Tests.Assignments.Guard.GuardCases;

namespace Fieldcraft.Tests.Assignments.Guard;

/// <summary>The quick form of DOMAIN 15.3.</summary>
public sealed class QuickLookTests
{
    private static readonly GuardRules Rules = DocumentedRules.All.Guard;

    [Fact]
    public void Three_parts_make_a_load_of_twelfths_and_it_is_labelled()
    {
        var result = OverstretchGuard.QuickLook(new QuickInput { Parts = [3, 2, 1], Support = D.Support }, Rules);

        result.IsQuickLook.ShouldBeTrue();
        result.ChallengeLoad.ShouldBe(50);
        result.EffectiveLoad.ShouldBe(50);
        result.Hindrance.ShouldBeNull();
        result.SupportIndex.ShouldBe(87.5m);
        result.UpperLimit.ShouldBe(75.625m);
        result.Zone.ShouldBe(Zone.Stretch);
        result.Parts.Count(p => p.IsCounted).ShouldBe(3);
        result.Missing.Obstacles.ShouldBe(ChallengeDimension.Obstacles);
        result.Missing.Dimensions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4, 1, 1, true)]
    [InlineData(3, 3, 3, true)]
    [InlineData(3, 3, 2, false)]
    public void The_flags_hold_in_a_quick_look_too(int first, int second, int third, bool hot)
    {
        var result = OverstretchGuard.QuickLook(new QuickInput { Parts = [first, second, third], Support = Numbers("1 4 4 4 4 4") }, Rules);

        result.HotSpotFlag.ShouldBe(hot);
        result.FeedbackFlag.ShouldBeTrue();
    }

    [Fact]
    public void A_part_that_is_not_named_leaves_it_incomplete()
    {
        var result = OverstretchGuard.QuickLook(new QuickInput { Parts = [4, 4, null], Support = D.Support }, Rules);

        result.Zone.ShouldBe(Zone.Incomplete);
        result.ChallengeLoad.ShouldBeNull();
        result.LoadAtLeast.ShouldBe(100m * 8 / 12);
        result.Missing.QuickParts.ShouldBe(1);
    }

    [Fact]
    public void Self_efficacy_and_strain_count_as_in_the_full_form()
    {
        var input = new QuickInput
        {
            Parts = [2, 2, 2],
            Support = D.Support,
            Efficacy = 2,
        };

        OverstretchGuard.QuickLook(input, Rules).UpperLimit.ShouldBe(65.625m);
        OverstretchGuard.QuickLook(input with { StrainIsPositive = true }, Rules).Zone.ShouldBe(Zone.Overstretch);
    }

    [Fact]
    public void Parts_and_answers_off_their_scales_are_refused()
    {
        new QuickInput
        {
            Parts = [0, 5, 2],
            Support = Numbers("5 0 0 0 0 0"),
            Efficacy = 0,
        }
            .Problems(Rules)
            .Select(p => (p.Path, p.Code))
            .ShouldBe([
                ("quick.parts[0]", "out-of-range"),
                ("quick.parts[1]", "out-of-range"),
                ("quick.support.feedback", "out-of-range"),
                ("efficacy", "out-of-range"),
            ]);
        new QuickInput { Parts = [1, 2] }
            .Problems(Rules)
            .Select(p => (p.Path, p.Code))
            .ShouldBe([("quick.parts", "wrong-count")]);
        Should.Throw<ArgumentOutOfRangeException>(() => OverstretchGuard.QuickLook(new QuickInput { Parts = [1, 2] }, Rules));
    }
}
