using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;

namespace Fieldcraft.Tests.Insight;

public sealed class KeptViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly PersonId Owner = Id.New<PersonId>(Now);
    private static readonly Quarter Third = new(new DateOnly(2026, 7, 1));
    private static readonly Quarter Fourth = new(new DateOnly(2026, 10, 1));
    private static readonly MailGround Ground = new(true, Third, Today);

    [Fact]
    public void What_is_chosen_is_kept_and_never_a_quarter_that_was_not_chosen()
    {
        var unit = Id.New<UnitId>(Now);
        var choice = new ViewChoice("partner", null, unit, "leads", By: ReleaseMark.Tenure);

        var kept = Keep("  Depots ", choice: choice).Value!;

        kept.Name.ShouldBe("Depots");
        kept.Choice.ShouldBe(choice);
        kept.IsOfOneQuarter.ShouldBeFalse();
        kept.Mailing.ShouldBe(ViewMailing.Never);
        kept.Events.ShouldHaveSingleItem().ShouldBeOfType<ViewKept>().Owner.ShouldBe(Owner.Value);
    }

    [Fact]
    public void A_view_of_all_measures_has_no_lines_by_a_mark() =>
        Keep("All", choice: new ViewChoice(By: ReleaseMark.Work)).Value!.By.ShouldBeNull();

    [Fact]
    public void Twenty_are_kept_and_no_more()
    {
        var others = Enumerable.Range(1, KeptView.AtMost).Select(n => Keep($"View {n}").Value!).ToList();

        Keep("One more", others: others[1..]).IsDone.ShouldBeTrue();
        Keep("One more", others: others).Refusal!.Code.ShouldBe("kept-views-at-most");
    }

    [Fact]
    public void No_two_views_have_the_same_name_and_one_may_keep_its_own()
    {
        var (depots, leaders) = (Keep("Depots").Value!, Keep("Leaders").Value!);

        Keep("DEPOTS", others: [depots]).Refusal!.Code.ShouldBe("kept-view-name-taken");
        leaders.Change(new ViewWording("Depots"), [depots, leaders], Ground, Now).Refusal!.Code.ShouldBe("kept-view-name-taken");
        leaders.Change(new ViewWording("leaders"), [depots, leaders], Ground, Now).IsDone.ShouldBeTrue();
        leaders.Name.ShouldBe("leaders");
    }

    [Fact]
    public void A_name_is_needed_and_has_a_length()
    {
        new ViewWording(" ").Problems().ShouldHaveSingleItem().Code.ShouldBe(InputProblems.Missing);
        new ViewWording(new string('a', KeptView.NameLength + 1)).Problems().ShouldHaveSingleItem().Code.ShouldBe("too-long");
        new ViewWording(new string('a', KeptView.NameLength)).Problems().ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => Keep(" "));
    }

    [Fact]
    public void Nothing_is_mailed_without_an_address_and_nothing_of_a_quarter_that_does_not_change()
    {
        Keep("A", ViewMailing.NewQuarter, ground: Ground with { HasAddress = false }).Refusal!.Code.ShouldBe("kept-view-without-address");
        Keep("A", ViewMailing.EveryMonth, new ViewChoice(Quarter: Third)).Refusal!.Code.ShouldBe("kept-view-of-one-quarter");
        Keep("A", ViewMailing.Never, new ViewChoice(Quarter: Third)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_quarter_is_mailed_once_and_what_stood_before_is_not_mailed_as_new()
    {
        var kept = Keep("A", ViewMailing.NewQuarter).Value!;

        kept.IsDue(Third, Today).ShouldBeFalse();
        kept.IsDue(Fourth, Today).ShouldBeTrue();
        kept.NoteMail(Fourth, Today, Now);
        kept.IsDue(Fourth, Today.AddDays(40)).ShouldBeFalse();
    }

    [Fact]
    public void The_first_quarter_of_all_is_mailed() =>
        Keep("A", ViewMailing.NewQuarter, ground: Ground with { Newest = null }).Value!.IsDue(Third, Today).ShouldBeTrue();

    [Fact]
    public void Every_month_it_goes_once_from_the_first_working_day_on()
    {
        // Kept on 24 November 2026; 1 December is a Tuesday; 1 January 2027 a Friday, and of holidays nothing is known here.
        var kept = Keep("A", ViewMailing.EveryMonth).Value!;

        kept.IsDue(Third, Today).ShouldBeFalse();
        kept.IsDue(Third, new DateOnly(2026, 11, 30)).ShouldBeFalse();
        kept.IsDue(Third, new DateOnly(2026, 12, 1)).ShouldBeTrue();
        kept.NoteMail(Third, new DateOnly(2026, 12, 3), Now);
        kept.IsDue(Third, new DateOnly(2026, 12, 31)).ShouldBeFalse();
        kept.IsDue(Third, new DateOnly(2027, 1, 1)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(2026, 8, 3)] // 1 August 2026 is a Saturday.
    [InlineData(2026, 11, 2)] // A Sunday.
    [InlineData(2026, 12, 1)] // A Tuesday.
    public void The_first_working_day_is_no_day_of_a_weekend(int year, int month, int day) =>
        KeptView.FirstWorkingDay(new DateOnly(year, month, 20)).ShouldBe(new DateOnly(year, month, day));

    [Fact]
    public void Kept_on_a_weekend_before_the_first_working_day_it_goes_on_that_day()
    {
        var kept = Keep("A", ViewMailing.EveryMonth, ground: Ground with { Today = new DateOnly(2026, 8, 1) }).Value!;

        kept.IsDue(Third, new DateOnly(2026, 8, 2)).ShouldBeFalse();
        kept.IsDue(Third, new DateOnly(2026, 8, 3)).ShouldBeTrue();
    }

    [Fact]
    public void It_is_said_once_that_nothing_is_mailed_and_again_after_it_went_in_between()
    {
        var kept = Keep("A", ViewMailing.NewQuarter).Value!;

        kept.HoldBack(Now).ShouldBeTrue();
        kept.HoldBack(Now).ShouldBeFalse();
        kept.NoteMail(Fourth, Today, Now);
        kept.HeldBackAt.ShouldBeNull();
        kept.HoldBack(Now).ShouldBeTrue();
    }

    [Fact]
    public void Another_name_does_not_begin_the_mailing_anew()
    {
        var kept = Keep("A", ViewMailing.NewQuarter).Value!;

        kept.Change(new ViewWording("B", ViewMailing.NewQuarter), [], Ground with { Newest = Fourth }, Now).IsDone.ShouldBeTrue();
        kept.IsDue(Fourth, Today).ShouldBeTrue();
        kept.Change(new ViewWording("B", ViewMailing.Never), [], Ground, Now);
        kept.IsDue(Fourth, Today).ShouldBeFalse();
    }

    private static Outcome<KeptView> Keep(
        string name,
        ViewMailing mailing = ViewMailing.Never,
        ViewChoice? choice = null,
        IReadOnlyCollection<KeptView>? others = null,
        MailGround? ground = null
    ) =>
        KeptView.Keep(
            Id.New<KeptViewId>(Now),
            Owner,
            choice ?? new ViewChoice("partner"),
            new ViewWording(name, mailing),
            others ?? [],
            ground ?? Ground,
            Now
        );
}
