using System.Globalization;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Assignments.Guard;

/// <summary>Every column of the table in DOMAIN 3.2, and the arithmetic behind it.</summary>
public sealed class WorkedCasesTests
{
    private static readonly GuardRules Rules = DocumentedRules.All.Guard;

    [Theory]
    [InlineData("A", "0", "0", "50", "0", "62.5", Zone.Comfort, false, false)]
    [InlineData("B", "35", "6.25", "70", "36.25", "69.5", Zone.Stretch, false, false)]
    [InlineData("C", "80", "50", "22.5", "90", "52.875", Zone.Overstretch, true, true)]
    [InlineData("C2", "80", "18.75", "95", "83.75", "78.25", Zone.Overstretch, true, false)]
    [InlineData("D", "60", "6.25", "87.5", "61.25", "75.625", Zone.Stretch, false, false)]
    [InlineData("D2", "60", "6.25", "27.5", "61.25", "54.625", Zone.Overstretch, false, true)]
    public void A_worked_case_gives_every_column_of_its_row(
        string name,
        string load,
        string hindrance,
        string support,
        string effective,
        string upper,
        Zone zone,
        bool hotSpot,
        bool feedback
    )
    {
        var result = OverstretchGuard.Look(GuardCases.Named(name), Rules);

        result.ChallengeLoad.ShouldBe(Number(load));
        result.LoadAtLeast.ShouldBe(Number(load));
        result.Hindrance.ShouldBe(Number(hindrance));
        result.SupportIndex.ShouldBe(Number(support));
        result.EffectiveLoad.ShouldBe(Number(effective));
        result.LowerLimit.ShouldBe(20);
        result.UpperLimit.ShouldBe(Number(upper));
        result.Zone.ShouldBe(zone);
        result.ZoneByNumbers.ShouldBe(zone);
        result.HotSpotFlag.ShouldBe(hotSpot);
        result.FeedbackFlag.ShouldBe(feedback);
        result.IsCloseCall.ShouldBeFalse();
        result.IsQuickLook.ShouldBeFalse();
        result.Missing.Dimensions.ShouldBeEmpty();
    }

    [Fact]
    public void The_result_carries_the_arithmetic_of_each_stretch()
    {
        var result = OverstretchGuard.Look(GuardCases.D, Rules);

        result.Parts.Select(p => p.Dimension).ShouldBe(ChallengeDimension.Task);
        result.Parts.Select(p => p.Stretch).ShouldBe([3, 0, 3, 2, 0, 0, 2, 1, 0, 2, 0, 0]);
        result.Parts[0].ShouldBe(new StretchPart(ChallengeDimension.Task[0], 4, 1, 3, IsCounted: true));
        result
            .Parts.Where(p => p.IsCounted)
            .Select(p => p.Dimension!.Id)
            .ShouldBe([
                "unfamiliar_responsibilities",
                "new_directions",
                "inherited_problems",
                "high_stakes",
                "influence_without_authority",
            ]);
        // The sixth, scope and scale, is not among the hottest and changes nothing.
        result.Parts[7].ShouldBe(new StretchPart(ChallengeDimension.Task[7], 3, 2, 1, IsCounted: false));
    }

    [Theory]
    [InlineData("0", "0 1.0 1.7 2.1 2.3")]
    [InlineData("50", "0 1.0 1.85 2.55 3.15")]
    [InlineData("100", "0 1 2 3 4")]
    public void Credit_flattens_without_support_and_is_a_line_with_it(string support, string expected)
    {
        var credits = Enumerable.Range(0, 5).Select(s => DevelopmentCredit.Credit(s, Number(support), Rules));

        credits.ShouldBe(expected.Split(' ').Select(Number));
    }

    [Fact]
    public void Credit_is_linear_between_whole_stretches()
    {
        DevelopmentCredit.Credit(1.5m, 0, Rules).ShouldBe(1.35m);
        DevelopmentCredit.Credit(3.5m, 0, Rules).ShouldBe(2.2m);
        // The values the worked example of DOMAIN 5.3 builds on.
        DevelopmentCredit.Credit(2, 70, Rules).ShouldBe(1.91m);
        DevelopmentCredit.Credit(1, 70, Rules).ShouldBe(1.0m);
    }

    [Theory]
    [InlineData("-0.1", "50")]
    [InlineData("4.1", "50")]
    [InlineData("2", "-1")]
    [InlineData("2", "101")]
    public void Credit_refuses_what_lies_outside_its_scales(string stretch, string support) =>
        Should.Throw<ArgumentOutOfRangeException>(() => DevelopmentCredit.Credit(Number(stretch), Number(support), Rules));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
