using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Embedding;

public sealed class KitTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Lead = Id.New<PersonId>(Now);
    private static readonly PersonId Keeper = Id.New<PersonId>(Now);
    private static readonly PersonId Stranger = Id.New<PersonId>(Now);

    [Theory]
    [InlineData(KitPiece.Board, true)]
    [InlineData(KitPiece.Huddle, true)]
    [InlineData(KitPiece.TalkCard, true)]
    [InlineData(KitPiece.CustomerHuddle, true)]
    [InlineData(KitPiece.Tips, false)]
    [InlineData(KitPiece.Award, false)]
    public void A_site_of_which_nobody_said_anything_has_the_usual_pieces(KitPiece piece, bool on)
    {
        SiteKit.IsUsuallyOn(piece).ShouldBe(on);
        Kit().IsOn(piece).ShouldBe(on);
    }

    [Theory]
    [InlineData(KitPiece.Tips)]
    [InlineData(KitPiece.Award)]
    public void Tips_and_award_are_off_until_somebody_agrees_to_look_after_them(KitPiece piece)
    {
        var kit = Kit();
        kit.Switch(piece, true, Lead, Now).Refusal!.Code.ShouldBe("kit-piece-needs-keeper");
        kit.Ask(piece, Keeper, Lead, Now).IsDone.ShouldBeTrue();
        kit.IsOn(piece).ShouldBeFalse();
        kit.Agree(piece, Stranger, Now).Refusal!.Code.ShouldBe("kit-keeper-not-asked");

        kit.Agree(piece, Keeper, Now).IsDone.ShouldBeTrue();

        kit.IsOn(piece).ShouldBeTrue();
        kit.KeeperOf(piece).ShouldBe(Keeper);
        kit.AskedFor(piece).ShouldBeNull();
        kit.IsOn(piece == KitPiece.Tips ? KitPiece.Award : KitPiece.Tips).ShouldBeFalse();
    }

    [Fact]
    public void Whoever_gives_a_piece_back_switches_it_off()
    {
        var kit = Kit();
        kit.Ask(KitPiece.Tips, Keeper, Lead, Now);
        kit.Agree(KitPiece.Tips, Keeper, Now);
        kit.StepBack(KitPiece.Tips, Stranger, Now).Refusal!.Code.ShouldBe("kit-keeper-not-asked");

        kit.StepBack(KitPiece.Tips, Keeper, Now).IsDone.ShouldBeTrue();

        (kit.IsOn(KitPiece.Tips), kit.KeeperOf(KitPiece.Tips)).ShouldBe((false, null));
    }

    [Fact]
    public void Who_declines_leaves_the_one_who_looks_after_it()
    {
        var kit = Kit();
        kit.Ask(KitPiece.Award, Keeper, Lead, Now);
        kit.Agree(KitPiece.Award, Keeper, Now);
        kit.Ask(KitPiece.Award, Stranger, Lead, Now);

        kit.StepBack(KitPiece.Award, Stranger, Now).IsDone.ShouldBeTrue();

        (kit.IsOn(KitPiece.Award), kit.KeeperOf(KitPiece.Award)).ShouldBe((true, Keeper));
    }

    [Fact]
    public void A_board_needs_nobody_and_is_switched_as_anybody_likes()
    {
        var kit = Kit();
        kit.Ask(KitPiece.Board, Keeper, Lead, Now).Refusal!.Code.ShouldBe("kit-piece-needs-none");
        kit.Switch(KitPiece.Board, false, Lead, Now).IsDone.ShouldBeTrue();
        kit.IsOn(KitPiece.Board).ShouldBeFalse();
    }

    [Fact]
    public void A_line_is_short_or_not_there()
    {
        var kit = Kit();
        kit.WriteLine("  ", Lead, Now);
        kit.Line.ShouldBeNull();
        Should.Throw<ArgumentException>(() => kit.WriteLine(new string('x', SiteKit.LineLength + 1), Lead, Now));
    }

    private static SiteKit Kit() => SiteKit.Lay(Id.New<UnitId>(Now));
}
