using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.OnTheFloor;

/// <summary>Who was there, said in any order, by any way, any number of times.</summary>
public sealed class SessionAttendanceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTime Local = Now.DateTime;
    private static readonly PersonId Leader = PersonId.From(Guid.CreateVersion7());
    private static readonly PersonId Ada = PersonId.From(Guid.CreateVersion7());
    private static readonly PersonId Ben = PersonId.From(Guid.CreateVersion7());

    [Fact]
    public void Whoever_comes_without_a_seat_gets_one()
    {
        var session = Session(Ada);

        session.Note(Mark(Ben, true), Ben, Local, Now).IsDone.ShouldBeTrue();

        session.Seats.Select(s => (s.PersonId, s.Attended)).ShouldBe([(Ada, null), (Ben, true)]);
    }

    [Fact]
    public void What_was_said_later_holds_in_whatever_order_it_arrives()
    {
        var session = Session(Ada);

        session.Note(Mark(Ada, false, Now.AddMinutes(-1)), Leader, Local, Now);
        session.Note(Mark(Ada, true, Now.AddMinutes(-5)), Leader, Local, Now);

        session.Seats[0].Attended.ShouldBe(false);
        session.Notes.Count.ShouldBe(2);
    }

    [Fact]
    public void A_clock_that_runs_ahead_does_not_win_for_good()
    {
        var session = Session(Ada);

        session.Note(Mark(Ada, true, Now.AddHours(5)), Ada, Local, Now);
        session.Note(Mark(Ada, false, Now.AddMinutes(1)), Leader, Local.AddMinutes(1), Now.AddMinutes(1));

        session.Seats[0].Attended.ShouldBe(false);
    }

    [Theory]
    [InlineData(-31, "session-not-begun")]
    [InlineData(-30, null)]
    [InlineData(180, null)]
    [InlineData(181, "session-over")]
    public void The_door_opens_half_an_hour_before_and_shuts_two_hours_after(int minutes, string? refusal)
    {
        var session = Session(Ada);

        var outcome = session.Note(Mark(Ada, true, way: AttendanceWay.OwnPhone), Ada, session.Start.AddMinutes(minutes), Now);

        outcome.Refusal?.Code.ShouldBe(refusal);
        outcome.IsDone.ShouldBe(refusal is null);
    }

    [Fact]
    public void The_leader_corrects_the_list_when_the_door_has_long_been_shut()
    {
        var session = Session(Ada);

        session.Note(Mark(Ada, true, way: AttendanceWay.Paper), Leader, session.Start.AddDays(3), Now.AddDays(3)).IsDone.ShouldBeTrue();

        session.Seats[0].Way.ShouldBe(AttendanceWay.Paper);
    }

    [Fact]
    public void Who_said_meanwhile_that_they_are_here_stays_on_a_list_that_did_not_know()
    {
        var session = Session(Ada, Ben);
        session.Note(Mark(Ben, true, way: AttendanceWay.OwnPhone), Ben, Local, Now);

        session.NoteHeld([Ada], [], AttendanceWay.Ticked, 60, null, Leader, Local, Now);

        session.Seats.Select(s => s.Attended).ShouldBe([true, true]);
    }

    [Fact]
    public void Who_was_shown_as_being_there_and_is_unticked_was_not_there()
    {
        var session = Session(Ada, Ben);
        session.Note(Mark(Ben, true, way: AttendanceWay.OwnPhone), Ben, Local, Now);

        session.NoteHeld([Ada], [Ben], AttendanceWay.Ticked, 60, null, Leader, Local, Now);

        session.Seats.Select(s => s.Attended).ShouldBe([true, false]);
        session
            .Notes[^1]
            .ShouldSatisfyAllConditions(n => n.PersonId.ShouldBe(Ben), n => n.Here.ShouldBeFalse(), n => n.ById.ShouldBe(Leader));
    }

    [Fact]
    public void Random_sayings_end_with_the_newest_of_each_person_and_one_seat_each()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var chance = new Random(seed);
            var people = Enumerable.Range(0, 5).Select(_ => PersonId.From(Guid.CreateVersion7())).ToList();
            var session = Session([.. people.Take(3)]);
            var marks = Enumerable
                .Range(0, 30)
                .Select(i => Mark(people[chance.Next(5)], chance.Next(2) == 0, Now.AddSeconds(-chance.Next(10_000) - i)))
                .ToList();

            foreach (var mark in marks)
            {
                session.Note(mark, Leader, Local, Now);
            }

            session.Seats.Select(s => s.PersonId).Distinct().Count().ShouldBe(session.Seats.Count);
            foreach (var seat in session.Seats)
            {
                var said = marks.Where(m => m.Person == seat.PersonId).ToList();
                // "Not here" of somebody without a seat is nothing to keep.
                var kept = people.IndexOf(seat.PersonId) < 3 ? said : [.. said.SkipWhile(m => !m.Here)];
                seat.Attended.ShouldBe(kept.MaxBy(m => m.At)?.Here, $"seed {seed}");
            }
        }
    }

    [Theory]
    [InlineData("0,0,1,2,1", 4.0, 4)]
    [InlineData("3,0,0,0,1", 2.0, 4)]
    public void Hands_are_kept_in_sum(string hands, double mean, int count)
    {
        var sum = SessionLog.Hands(hands)!;

        (sum.Mean, sum.Count, sum.ToString()).ShouldBe(((decimal)mean, count, hands));
    }

    [Fact]
    public void No_hands_have_no_mean_and_wrong_counts_are_none()
    {
        ConfidenceSum.Read([0, 0, 0, 0, 0])!.Mean.ShouldBeNull();
        ConfidenceSum.Read([1, 2, 3]).ShouldBeNull();
        ConfidenceSum.Read([0, 0, 61, 0, 0]).ShouldBeNull();
        ConfidenceSum.Read([0, -1, 0, 0, 0]).ShouldBeNull();
    }

    [Fact]
    public void The_newest_place_of_a_run_holds()
    {
        var run = SessionRun.Of(TeachingSessionId.From(Guid.CreateVersion7()));
        run.Go("two", Now.AddMinutes(5), false, Now, Leader, Now);

        run.Go("one", Now, false, Now.AddMinutes(-4), Leader, Now);

        (run.Block, run.BlockEnds).ShouldBe(("two", Now.AddMinutes(5)));
    }

    private static TeachingSession Session(params PersonId[] seats)
    {
        var session = TeachingSession.Plan(
            TeachingSessionId.From(Guid.CreateVersion7()),
            ModuleId.From(Guid.CreateVersion7()),
            new SessionPlace(UnitId.From(Guid.CreateVersion7()), null, Leader, Local, "UTC", 60),
            SessionPart.Whole,
            seats,
            Leader,
            Now
        );
        session.Publish(Leader, Now);
        return session;
    }

    private static AttendanceMark Mark(PersonId person, bool here, DateTimeOffset? at = null, AttendanceWay way = AttendanceWay.Ticked) =>
        new(AttendanceNoteId.From(Guid.CreateVersion7()), person, here, way, at ?? Now);
}
