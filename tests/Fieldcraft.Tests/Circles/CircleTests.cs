using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Circles;

public sealed class CircleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Convenor = Somebody();

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void A_circle_has_four_to_eight_seats(int seats, bool works) => (Facts(seats).Problems().Count == 0).ShouldBe(works);

    [Fact]
    public void Whoever_was_asked_holds_a_seat_until_they_answer()
    {
        var circle = Circle.Call(Id.New<CircleId>(Now), Convenor, Facts(4), Now);
        var asked = Enumerable.Range(0, 3).Select(_ => Somebody()).ToList();
        asked.ForEach(p => circle.Invite(p, Convenor, Now).IsDone.ShouldBeTrue());

        circle.Invite(Somebody(), Convenor, Now).Refusal!.Code.ShouldBe("circle-full");
        circle.Decline(asked[0], Now).IsDone.ShouldBeTrue();
        circle.Invite(Somebody(), Convenor, Now).IsDone.ShouldBeTrue();
        circle.Join(asked[1], Now).IsDone.ShouldBeTrue();
        circle.SeatsTaken.ShouldBe(4);
    }

    [Fact]
    public void Nobody_walks_in_without_being_asked_unless_seats_are_open()
    {
        var shut = Circle.Call(Id.New<CircleId>(Now), Convenor, Facts(5), Now);
        var open = Circle.Call(Id.New<CircleId>(Now), Convenor, Facts(5, CircleDoor.OpenSeats), Now);
        var person = Somebody();

        shut.Join(person, Now).Refusal!.Code.ShouldBe("circle-by-invitation");
        open.Join(person, Now).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void The_last_seat_is_taken_once()
    {
        var circle = Circle.Call(Id.New<CircleId>(Now), Convenor, Facts(4, CircleDoor.OpenSeats), Now);
        for (var i = 0; i < 3; i++)
        {
            circle.Join(Somebody(), Now).IsDone.ShouldBeTrue();
        }

        circle.Join(Somebody(), Now).Refusal!.Code.ShouldBe("circle-full");
    }

    [Theory]
    [InlineData(3, 2, "circle-too-few")]
    [InlineData(4, 1, "circle-one-unit")]
    [InlineData(4, 2, null)]
    [InlineData(8, 5, null)]
    public void It_begins_with_four_people_from_two_units(int people, int units, string? refused)
    {
        var circle = With(people);

        circle.AgreeRhythm(CircleRhythm.Usual, units, Convenor, Now).Refusal?.Code.ShouldBe(refused);

        circle.State.ShouldBe(refused is null ? CircleState.Meeting : CircleState.Forming);
    }

    [Fact]
    public void Turns_go_round_and_whoever_came_later_waits_for_theirs()
    {
        var circle = With(4);
        var people = circle.TakingPart.Select(m => m.PersonId).ToList();
        var turns = new List<PersonId>();
        for (var i = 0; i < 8; i++)
        {
            turns.Add(circle.NextInTurn(turns)!.Value);
        }

        turns.ShouldBe([.. people, .. people]);
        var late = Somebody();
        circle.Join(late, Now.AddDays(30));
        circle.NextInTurn(turns).ShouldBe(late);
        circle.NextInTurn([.. turns, late]).ShouldBe(people[0]);
    }

    [Fact]
    public void Somebody_who_left_has_no_turn_and_the_convenors_part_passes_on()
    {
        var circle = With(4);
        var second = circle.TakingPart[1].PersonId;

        circle.Leave(Convenor, Now).IsDone.ShouldBeTrue();

        circle.ConvenorId.ShouldBe(second);
        circle.NextInTurn([]).ShouldBe(second);
        circle.Leave(Convenor, Now).Refusal!.Code.ShouldBe("circle-not-in");
    }

    [Fact]
    public void A_circle_that_everybody_left_has_ended()
    {
        var circle = With(4);
        foreach (var member in circle.TakingPart)
        {
            circle.Leave(member.PersonId, Now);
        }

        circle.State.ShouldBe(CircleState.Ended);
        circle.Join(Somebody(), Now).Refusal!.Code.ShouldBe("circle-ended");
    }

    [Fact]
    public void Only_a_seat_that_waits_can_be_freed_or_that_of_somebody_who_left_the_organisation()
    {
        var circle = With(4);
        var (sitting, asked) = (circle.TakingPart[2].PersonId, Somebody());
        circle.Invite(asked, Convenor, Now);

        circle.FreeSeat(sitting, false, Convenor, Now).Refusal!.Code.ShouldBe("circle-seat-in-use");
        circle.FreeSeat(asked, false, Convenor, Now).IsDone.ShouldBeTrue();
        circle.FreeSeat(sitting, true, Convenor, Now).IsDone.ShouldBeTrue();
        circle.SeatsTaken.ShouldBe(3);
    }

    [Fact]
    public void Fewer_seats_than_are_taken_are_refused()
    {
        var circle = With(6);

        circle.Describe(Facts(5), Convenor, Now).Refusal!.Code.ShouldBe("circle-seats-taken");
        circle.Describe(Facts(6), Convenor, Now).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void The_next_meeting_keeps_the_clock_of_its_place()
    {
        var first = new AppointedTime(new DateOnly(2026, 3, 10), new TimeOnly(9, 0), "Europe/Berlin", 90);

        new CircleRhythm(4, 60).After(first).ShouldBe(new AppointedTime(new DateOnly(2026, 4, 7), new TimeOnly(9, 0), "Europe/Berlin", 60));
    }

    [Fact]
    public void A_meeting_is_closed_on_its_day_and_once()
    {
        var meeting = CircleMeeting.Arrange(
            Id.New<CircleMeetingId>(Now),
            Id.New<CircleId>(Now),
            1,
            Convenor,
            new AppointedTime(new DateOnly(2026, 3, 20), new TimeOnly(9, 0), "UTC", 90),
            Convenor,
            Now
        );

        meeting.Close(new DateOnly(2026, 3, 19), Convenor, Now).Refusal!.Code.ShouldBe("circle-meeting-not-yet");
        meeting.Close(new DateOnly(2026, 3, 20), Convenor, Now).IsDone.ShouldBeTrue();
        meeting.Close(new DateOnly(2026, 3, 20), Convenor, Now).Refusal!.Code.ShouldBe("circle-meeting-held");
        meeting.PassTurnTo(Somebody(), Convenor, Now).Refusal!.Code.ShouldBe("circle-meeting-held");
    }

    [Fact]
    public void The_course_of_a_meeting_fills_its_time_exactly_and_questions_get_the_most()
    {
        for (var minutes = CircleRhythm.MinutesAtLeast; minutes <= CircleRhythm.MinutesAtMost; minutes++)
        {
            var parts = CircleAgenda.For(minutes);

            parts[0].From.ShouldBe(0);
            parts[^1].To.ShouldBe(minutes);
            parts.Zip(parts.Skip(1)).ShouldAllBe(p => p.First.To == p.Second.From);
            parts.ShouldAllBe(p => p.Minutes > 0);
            parts.MaxBy(p => p.Minutes)!.Key.ShouldBe("questions");
        }

        CircleAgenda.For(60).Select(p => p.Minutes).ShouldBe([10, 8, 20, 4, 7, 6, 5]);
    }

    private static Circle With(int people)
    {
        var circle = Circle.Call(Id.New<CircleId>(Now), Convenor, Facts(8, CircleDoor.OpenSeats), Now);
        for (var i = 1; i < people; i++)
        {
            circle.Join(Somebody(), Now.AddMinutes(i)).IsDone.ShouldBeTrue();
        }

        return circle;
    }

    private static CircleFacts Facts(int seats, CircleDoor door = CircleDoor.ByInvitation) => new("New lines", null, seats, door);

    private static PersonId Somebody() => Id.New<PersonId>(Now);
}
