using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Readiness;

public sealed class PreparationEventTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 11, 12);
    private static readonly PersonId Planner = NewPerson();

    [Fact]
    public void An_invitation_holds_a_seat_until_it_is_answered()
    {
        var group = Group(seats: 2);
        var (first, second, third) = (NewPerson(), NewPerson(), NewPerson());

        group.Invite(first, Planner, Now).Value.ShouldBeTrue();
        group.Invite(first, Planner, Now).Value.ShouldBeFalse();
        group.Invite(second, Planner, Now);

        group.Invite(third, Planner, Now).Refusal.ShouldBe(new Refusal("preparation-full"));
        group.Come(third, Now).Value.ShouldBe(PreparationSeatState.Waiting);
        group.Come(first, Now).Value.ShouldBe(PreparationSeatState.Coming);
    }

    [Fact]
    public void A_freed_seat_goes_to_whoever_waits_longest()
    {
        var group = Group(seats: 2);
        var people = Enumerable.Range(0, 5).Select(_ => NewPerson()).ToList();
        for (var i = 0; i < 5; i++)
        {
            group.Come(people[i], Now.AddMinutes(i));
        }

        group.Waiting.ShouldBe(people[2..]);
        group.Decline(people[0], Now.AddHours(1)).Value.ShouldBe([people[2]]);
        group.Release(people[1], Planner, Now.AddHours(2)).Value.ShouldBe([people[3]]);
        group.Decline(people[4], Now.AddHours(3)).Value.ShouldBe([]);
        group.Decline(people[4], Now.AddHours(3)).Refusal.ShouldBe(new Refusal("preparation-no-seat"));
        group.SeatsTaken.ShouldBe(2);
    }

    [Fact]
    public void More_seats_are_given_to_those_who_wait_and_fewer_than_taken_are_refused()
    {
        var group = Group(seats: 2);
        var people = Enumerable.Range(0, 4).Select(_ => NewPerson()).ToList();
        people.ForEach(p => group.Come(p, Now));

        group.Describe(Facts(3), Planner, Now).Value.ShouldHaveSingleItem();
        group.Describe(Facts(2), Planner, Now).Refusal.ShouldBe(new Refusal("preparation-seats-taken"));
    }

    [Fact]
    public void Who_was_there_is_ticked_on_the_day_and_can_be_corrected()
    {
        var group = Group(seats: 2);
        var (there, away, late) = (NewPerson(), NewPerson(), NewPerson());
        group.Come(there, Now);
        group.Come(away, Now);
        group.Come(late, Now);

        group.Hold([there], Day.AddDays(-1), Planner, Now).Refusal.ShouldBe(new Refusal("preparation-not-yet"));
        group.Hold([NewPerson()], Day, Planner, Now).Refusal.ShouldBe(new Refusal("preparation-not-invited"));
        group.Hold([there], Day, Planner, Now).IsDone.ShouldBeTrue();
        group
            .Seated.Select(s => s.State)
            .ShouldBe([PreparationSeatState.Attended, PreparationSeatState.Missed, PreparationSeatState.Released]);
        group.Hold([away, late], Day, Planner, Now).IsDone.ShouldBeTrue();
        group
            .Seated.Select(s => s.State)
            .ShouldBe([PreparationSeatState.Missed, PreparationSeatState.Attended, PreparationSeatState.Attended]);
    }

    [Fact]
    public void What_is_over_changes_no_more()
    {
        var group = Group(seats: 2);
        group.Cancel(Planner, Now).IsDone.ShouldBeTrue();

        group.Invite(NewPerson(), Planner, Now).Refusal.ShouldBe(new Refusal("preparation-over"));
        group.Come(NewPerson(), Now).Refusal.ShouldBe(new Refusal("preparation-over"));
        group.Describe(Facts(2), Planner, Now).Refusal.ShouldBe(new Refusal("preparation-over"));
        group.Cancel(Planner, Now).Refusal.ShouldBe(new Refusal("preparation-over"));
        group.Hold([], Day, Planner, Now).Refusal.ShouldBe(new Refusal("preparation-cancelled"));
    }

    [Fact]
    public void A_preview_has_at_most_twenty_seats_and_a_group_ten()
    {
        Facts(10).Problems().ShouldBeEmpty();
        Facts(11).Problems().ShouldBe([new InputProblem("seats", InputProblems.OutOfRange)]);
        (Facts(20) with { Kind = PreparationKind.Preview }).Problems().ShouldBeEmpty();
        (Facts(21) with { Kind = PreparationKind.Preview }).Problems().ShouldNotBeEmpty();
        (Facts(8) with { Place = " " }).Problems().ShouldBe([new InputProblem("place", InputProblems.Missing)]);
    }

    private static PreparationEvent Group(int seats) =>
        PreparationEvent.Plan(Id.New<PreparationEventId>(Now), Id.New<ModuleId>(Now), Facts(seats), Planner, Now);

    private static PreparationFacts Facts(int seats) =>
        new(
            PreparationKind.Coaching,
            null,
            "Room 2",
            new AppointedTime(Day, new TimeOnly(10, 0), "UTC", 90),
            "en",
            "early",
            Planner,
            seats
        );

    private static PersonId NewPerson() => PersonId.From(Guid.NewGuid());
}
