using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Embedding;

public sealed class NominationTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 10, 8, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Nominee = Id.New<PersonId>(Now);
    private static readonly PersonId Manager = Id.New<PersonId>(Now);
    private static readonly PersonId Peer = Id.New<PersonId>(Now);

    [Fact]
    public void Nobody_names_themselves()
    {
        Named(by: Nominee).Refusal!.Code.ShouldBe("award-names-self");
        Named(by: Peer).Value!.Second(Nominee, false, "me", Now).Refusal!.Code.ShouldBe("award-names-self");
    }

    [Fact]
    public void Named_by_the_manager_only_is_not_enough()
    {
        var nomination = Named(by: Manager, isManager: true).Value!;
        nomination.Choose("Stayed with the customer", Peer, Now).Refusal!.Code.ShouldBe("award-only-by-manager");

        nomination.Second(Peer, false, "Stayed with the customer", Now);

        nomination.Choose("Stayed with the customer", Peer, Now).IsDone.ShouldBeTrue();
        nomination.ChosenMonth.ShouldBe(new DateOnly(2027, 2, 1));
    }

    [Fact]
    public void Nobody_chooses_themselves() =>
        Named(by: Peer).Value!.Choose("Me", Nominee, Now).Refusal!.Code.ShouldBe("award-chooses-self");

    [Fact]
    public void The_same_colleague_again_says_it_in_other_words()
    {
        var nomination = Named(by: Peer).Value!;
        nomination.Second(Peer, false, "In other words", Now).IsDone.ShouldBeTrue();
        nomination.Reasons.ShouldHaveSingleItem().Text.ShouldBe("In other words");
    }

    [Fact]
    public void Who_would_rather_not_leaves_nothing_and_the_site_may_choose_another()
    {
        var nomination = Named(by: Peer).Value!;
        nomination.Accept(Now).Refusal!.Code.ShouldBe("award-not-asked");
        nomination.Choose("Stayed", Peer, Now);
        nomination.Second(Manager, true, "Late", Now).Refusal!.Code.ShouldBe("award-settled");
        nomination.Accept(Now).IsDone.ShouldBeTrue();

        nomination.Decline(Now).IsDone.ShouldBeTrue();

        (nomination.State, nomination.ChosenMonth, nomination.Citation).ShouldBe((NominationState.Declined, null, null));
        nomination.Choose("Again", Peer, Now).Refusal!.Code.ShouldBe("award-settled");
    }

    private static Outcome<Nomination> Named(PersonId by, bool isManager = false) =>
        Nomination.Name(
            Id.New<NominationId>(Now),
            Id.New<UnitId>(Now),
            new DateOnly(2027, 2, 10),
            Nominee,
            by,
            isManager,
            "Stayed with the customer",
            Now
        );
}
