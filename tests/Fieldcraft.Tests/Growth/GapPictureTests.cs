using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Tests.Shared;
using static Fieldcraft.Tests.Growth.Situations;

namespace Fieldcraft.Tests.Growth;

/// <summary>What the gap pages know of one capability (DOMAIN 2.4), without a database.</summary>
public sealed class GapPictureTests
{
    [Fact]
    public void An_aim_without_a_view_says_that_nothing_is_known()
    {
        var gap = Picture(Aims());

        gap.Result.ShouldBeNull();
        gap.Standing.ShouldBeNull();
        gap.Weight.ShouldBe(0);
    }

    [Fact]
    public void A_person_with_no_raters_has_a_self_view_only()
    {
        var gap = Picture(Aims(target: 6, importance: 3), OwnView(3));

        gap.Result!.IsSelfViewOnly.ShouldBeTrue();
        gap.Result.Gap.ShouldBe(3);
        gap.Result.IsClear.ShouldBeFalse();
        // Three steps of seven are a level and a half; it matters most.
        gap.Weight.ShouldBe(4.5m);
    }

    [Fact]
    public void With_two_raters_nothing_of_them_is_shown_and_that_is_said()
    {
        var gap = Picture(Aims(), TooFew(4));

        gap.Result!.IsSelfViewOnly.ShouldBeTrue();
        gap.Others.ShouldBeNull();
        gap.IsWithheld.ShouldBeTrue();
    }

    [Fact]
    public void Twelve_raters_give_a_clear_gap_when_the_interval_does_not_hold_the_target()
    {
        var gap = Picture(Aims(target: 6), Round(5, [4, 4, 5, 4, 3, 4, 5, 4, 4, 5, 4, 4]));

        gap.Result!.Raters.ShouldBe(12);
        gap.Result.IsClear.ShouldBeTrue();
        gap.Result.Clarity.ShouldBe(PictureClarity.FairlyClearPicture);
        gap.Result.HalfWidth!.Value.ShouldBe(1.96 / Math.Sqrt(12), 1e-9);
    }

    [Fact]
    public void The_newest_round_that_may_be_shown_counts_and_the_newest_own_view()
    {
        var gap = Picture(Aims(), OwnView(6), TooFew(4), Round(3, [4, 5, 4, 5], daysAgo: 200));

        gap.Own.ShouldBe(6);
        gap.Others!.Raters.ShouldBe(4);
        gap.IsWithheld.ShouldBeFalse();
    }

    [Fact]
    public void Views_that_lie_far_apart_are_said_to_and_no_mean_stands_alone()
    {
        Picture(Aims(), Round(4, [1, 2, 6, 7, 7])).IsSpread.ShouldBeTrue();
        Picture(Aims(), Round(4, [4, 4, 5, 4, 5])).IsSpread.ShouldBeFalse();
    }

    [Fact]
    public void A_band_gives_no_figure_and_no_gap()
    {
        var band = new CapabilityViews(View([2, 2, 2], isBand: true), [View([2, 2, 2], isBand: true)]);
        var gap = Picture(Aims(), Check(4, band, 0, Delegation));

        gap.Result.ShouldBeNull();
        gap.Change.ShouldBeNull();
        gap.Weight.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_small_move_between_two_rounds_is_no_clear_change_and_a_large_one_is()
    {
        var before = Round(4, [3, 4, 3, 4, 4, 3, 4, 3], daysAgo: 400);

        Picture(Aims(), Round(4, [4, 4, 4, 4, 4, 4, 4, 4]), before).Change!.Result.IsReliable.ShouldBeFalse();
        Picture(Aims(), Round(4, [5, 5, 5, 5, 6, 5, 5, 5]), before).Change!.Result.IsReliable.ShouldBeTrue();
        Picture(Aims(), Round(4, [5, 5, 5, 5])).Change.ShouldBeNull();
    }

    [Fact]
    public void A_change_between_two_editions_says_so()
    {
        var other = FrameworkEditionId.From(Guid.CreateVersion7(Now));

        Picture(Aims(), Round(4, [4, 5, 4], edition: other), Round(4, [4, 5, 4], 400)).Change!.IsOtherEdition.ShouldBeTrue();
        Picture(Aims(), Round(4, [4, 5, 4]), Round(4, [4, 5, 4], 400)).Change!.IsOtherEdition.ShouldBeFalse();
    }

    [Fact]
    public void Few_voices_are_pulled_towards_what_is_usual_for_the_order_and_not_for_what_is_shown()
    {
        var few = Picture(Aims(target: 6), Round(4, [2, 2, 3]));
        var many = Picture(Aims(target: 6), Round(4, [2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 2, 3]));

        few.Others!.Mean.ShouldBe(many.Others!.Mean, 1e-9);
        few.Order.ShouldBeLessThan(many.Order);
        few.Weight.ShouldBe(many.Weight);
    }

    [Fact]
    public void Aims_come_first_and_there_is_never_one_figure_over_several_capabilities()
    {
        var aims = new AimsContent { Aims = [new("execution", 4, 1), new(Delegation, 7, 3)] };
        OpenCheck[] checks = [OwnView(2), OwnView(4, 1, "execution"), OwnView(5, 2, "composure")];

        GapPictures
            .Of(aims, checks, Standard, DocumentedRules.All)
            .Select(p => p.Capability)
            .ShouldBe([Delegation, "execution", "composure"]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2.5)]
    [InlineData(7, 4)]
    public void Ratings_are_shown_as_levels(double rating, double level) => GapPicture.Level(rating).ShouldBe(level);
}
