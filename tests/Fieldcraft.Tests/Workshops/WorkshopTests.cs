using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;

namespace Fieldcraft.Tests.Workshops;

/// <summary>Seats, the waiting list and the list of those invited.</summary>
public sealed class WorkshopTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);
    private static readonly WorkshopRules Rules = Delivered.Rules.Workshops;
    private readonly PersonId _organiser = New();

    [Fact]
    public void Seats_are_taken_in_order_and_the_first_who_waits_moves_up()
    {
        var workshop = Planned(WorkshopDoor.Open, 10);
        var people = Enumerable.Range(0, 12).Select(_ => New()).ToList();
        people.ForEach(p => workshop.Enrol(p, Today, Now.AddMinutes(people.IndexOf(p))).IsDone.ShouldBeTrue());

        workshop.TakingPart.Count.ShouldBe(10);
        workshop.SeatOf(people[10])!.State.ShouldBe(WorkshopSeatState.Waiting);
        workshop.Leave(people[3], Today, Now.AddHours(1)).Value.ShouldBe(people[10]);
        workshop.SeatOf(people[10])!.State.ShouldBe(WorkshopSeatState.In);
        workshop.SeatOf(people[11])!.State.ShouldBe(WorkshopSeatState.Waiting);
        workshop.Enrol(people[3], Today, Now.AddHours(2)).Value.ShouldBe(WorkshopSeatState.Waiting, "Whoever comes back goes to the end.");
        workshop.Leave(New(), Today, Now).Refusal!.Code.ShouldBe("workshop-not-in");
        workshop.Enrol(New(), Today.AddDays(30), Now).Refusal!.Code.ShouldBe("workshop-over");
    }

    [Fact]
    public void By_invitation_only_those_on_the_list_come_and_whoever_declines_leaves_no_trace()
    {
        var workshop = Planned(WorkshopDoor.ByInvitation, 10);
        var (asked, other) = (New(), New());
        workshop.Invite(asked, _organiser, Now).Value.ShouldBeTrue();
        workshop.Invite(asked, _organiser, Now).Value.ShouldBeFalse();

        workshop.Enrol(other, Today, Now).Refusal!.Code.ShouldBe("workshop-by-invitation");
        workshop.Decline(other, Now).Refusal!.Code.ShouldBe("workshop-not-invited");
        workshop.Decline(asked, Now).IsDone.ShouldBeTrue();
        workshop.Invitations.ShouldBeEmpty();
        workshop.Enrol(asked, Today, Now).Refusal!.Code.ShouldBe("workshop-by-invitation");
    }

    [Fact]
    public void A_free_name_has_a_seat_at_once_and_gives_it_back_with_its_line()
    {
        var workshop = Planned(WorkshopDoor.Open, 10);
        var line = workshop.InviteByName("Jo from the docks", _organiser, Now).Value;
        Enumerable.Range(0, 9).ToList().ForEach(_ => workshop.Enrol(New(), Today, Now));

        workshop.InviteByName("One more", _organiser, Now).Refusal!.Code.ShouldBe("workshop-full");
        var waits = New();
        workshop.Enrol(waits, Today, Now).Value.ShouldBe(WorkshopSeatState.Waiting);
        workshop.Uninvite(line, _organiser, Now).Value.ShouldBe(waits);
        workshop.Uninvite(line, _organiser, Now).Refusal!.Code.ShouldBe("workshop-invitation-gone");
    }

    [Fact]
    public void Seats_are_ten_to_sixteen_and_not_fewer_than_are_taken()
    {
        foreach (var seats in new[] { 9, 17 })
        {
            Facts(WorkshopDoor.Open, seats).Problems(Delivered.Day, Rules).Single().Path.ShouldBe("seats");
        }

        var workshop = Planned(WorkshopDoor.Open, 12);
        Enumerable.Range(0, 11).ToList().ForEach(_ => workshop.Enrol(New(), Today, Now));

        workshop
            .Describe(Facts(WorkshopDoor.Open, 10), Delivered.Day, Rules, false, _organiser, Now)
            .Refusal!.Code.ShouldBe("workshop-seats-taken");
        workshop
            .Describe(Facts(WorkshopDoor.Open, 11), Delivered.Day, Rules, true, _organiser, Now)
            .Refusal!.Code.ShouldBe("workshop-begun");
    }

    [Fact]
    public void Whoever_leads_it_takes_no_seat()
    {
        var workshop = Planned(WorkshopDoor.Open, 10);
        var second = New();
        workshop.NameSecond(second, _organiser, Now).IsDone.ShouldBeTrue();

        workshop.Enrol(second, Today, Now).Refusal!.Code.ShouldBe("workshop-leads-already");
        workshop.Invite(_organiser, second, Now).Refusal!.Code.ShouldBe("workshop-leads-already");
        workshop.NameSecond(_organiser, second, Now).Refusal!.Code.ShouldBe("workshop-leads-already");
        var guest = New();
        workshop.Enrol(guest, Today, Now);
        workshop.NameSecond(guest, _organiser, Now).Refusal!.Code.ShouldBe("workshop-takes-part");
    }

    [Fact]
    public void Groups_are_drawn_of_those_with_a_seat_and_go_with_it()
    {
        var workshop = Planned(WorkshopDoor.Open, 10);
        var people = Enumerable.Range(0, 11).Select(_ => New()).ToList();
        workshop.DrawGroups([], 1, _organiser, Now).Refusal!.Code.ShouldBe("workshop-too-few");
        people.ForEach(p => workshop.Enrol(p, Today, Now));

        workshop.DrawGroups([.. people.Select(p => new Mixable(p.Value))], 1, _organiser, Now).IsDone.ShouldBeTrue();

        workshop.TakingPart.ShouldAllBe(s => s.Trio != null && s.Group >= 1 && s.Group <= 3);
        workshop.Waiting.ShouldAllBe(s => s.Trio == null);
        workshop.Leave(people[0], Today, Now);
        workshop.SeatOf(people[0])!.Trio.ShouldBeNull();
    }

    [Fact]
    public void Called_off_nothing_more_happens_to_it()
    {
        var workshop = Planned(WorkshopDoor.Open, 10);
        workshop.CallOff(false, _organiser, Now).IsDone.ShouldBeTrue();

        workshop.Enrol(New(), Today, Now).Refusal!.Code.ShouldBe("workshop-called-off");
        workshop.Invite(New(), _organiser, Now).Refusal!.Code.ShouldBe("workshop-called-off");
        workshop.Arrange(a => a.Remove(1), false, _organiser, Now).Refusal!.Code.ShouldBe("workshop-called-off");
        workshop.CallOff(false, _organiser, Now).Refusal!.Code.ShouldBe("workshop-called-off");
    }

    private static PersonId New() => PersonId.From(Guid.NewGuid());

    private static WorkshopFacts Facts(WorkshopDoor door, int seats) =>
        new("A day", "Room 1", Today.AddDays(20), new TimeOnly(9, 0), "UTC", seats, door);

    private Workshop Planned(WorkshopDoor door, int seats) =>
        Workshop.Plan(Id.New<WorkshopId>(Now), _organiser, Facts(door, seats), Delivered.Day, Rules, Now);
}
