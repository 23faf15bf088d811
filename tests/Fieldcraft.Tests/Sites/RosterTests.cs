using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;

namespace Fieldcraft.Tests.Sites;

public sealed class RosterTests
{
    private static readonly DateOnly Monday = new(2027, 2, 1);
    private static readonly PersonId Person = PersonId.From(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    [Fact]
    public void Office_works_from_Monday_to_Friday()
    {
        var shifts = ShiftPattern.DeliveredAs("office")!.Between(Monday, Monday.AddDays(7), 0).ToList();

        shifts.Count.ShouldBe(5);
        shifts[0].ShouldBe(new LocalStretch(At(0, 9), At(0, 17)));
        shifts.ShouldAllBe(s => s.From.DayOfWeek != DayOfWeek.Saturday && s.From.DayOfWeek != DayOfWeek.Sunday);
    }

    [Fact]
    public void Every_crew_of_a_shift_works_five_days_of_seven_and_somebody_is_there_every_day()
    {
        var early = ShiftPattern.DeliveredAs("early")!;
        var crews = Enumerable.Range(0, early.Crews).Select(c => early.Between(Monday, Monday.AddDays(7), c).ToList()).ToList();

        crews.ShouldAllBe(c => c.Count == 5);
        crews.SelectMany(c => c).GroupBy(s => s.From).ShouldAllBe(day => day.Count() == 5);
    }

    [Fact]
    public void Night_goes_on_into_the_next_day() =>
        ShiftPattern.DeliveredAs("night")!.Between(Monday, Monday.AddDays(1), 0).ShouldBe([new LocalStretch(At(0, 22), At(1, 6))]);

    [Fact]
    public void Rotating_has_a_week_of_each_and_comes_round_after_three()
    {
        var rotating = ShiftPattern.DeliveredAs("Rotating")!;
        var first = rotating.Between(rotating.Anchor, rotating.Anchor.AddDays(21), 0).ToList();

        first.Select(s => s.From.Hour).ShouldBe([6, 6, 6, 6, 6, 14, 14, 14, 14, 14, 22, 22, 22, 22, 22]);
        rotating
            .Between(rotating.Anchor.AddDays(21), rotating.Anchor.AddDays(42), 0)
            .Select(s => s.From.AddDays(-21))
            .ShouldBe(first.Select(s => s.From));
    }

    [Fact]
    public void Somebody_is_always_in_the_same_crew_and_crews_are_about_even()
    {
        var early = ShiftPattern.DeliveredAs("early")!;
        var crews = Enumerable.Range(0, 700).Select(i => early.CrewOf(PersonId.From(new Guid(i, 0, 0, new byte[8])))).ToList();

        early.CrewOf(Person).ShouldBe(early.CrewOf(Person));
        crews.GroupBy(c => c).ShouldAllBe(c => c.Count() > 60 && c.Count() < 140);
    }

    [Fact]
    public void What_the_roster_says_of_a_day_takes_the_place_of_the_pattern()
    {
        var office = ShiftPattern.DeliveredAs("office");
        RosterEntry[] said = [RosterEntry.Off(Person, Monday), RosterEntry.Works(Person, At(1, 12), At(1, 20))];

        var shifts = Roster.Of(Person, office, said, Monday, Monday.AddDays(3));

        shifts.ShouldBe([new LocalStretch(At(1, 12), At(1, 20)), new LocalStretch(At(2, 9), At(2, 17))]);
    }

    [Fact]
    public void A_night_that_would_run_into_an_entered_shift_gives_way()
    {
        var night = new ShiftPattern("night", 1, Monday, 1, [new PatternShift(1, new TimeOnly(22, 0), new TimeOnly(6, 0))]);

        var shifts = Roster.Of(Person, night, [RosterEntry.Works(Person, At(1, 5), At(1, 13))], Monday, Monday.AddDays(2));

        shifts.ShouldBe([new LocalStretch(At(1, 5), At(1, 13))]);
    }

    [Fact]
    public void Without_a_known_pattern_there_is_only_what_was_entered() =>
        Roster.Of(Person, null, [RosterEntry.Works(Person, At(0, 6), At(0, 14))], Monday, Monday.AddDays(7)).Count.ShouldBe(1);

    [Theory]
    [InlineData("1 06:00-14:00\n1 13:00-15:00", "shifts-overlap")]
    [InlineData("7 22:00-08:00\n1 06:00-14:00", "shifts-overlap")]
    [InlineData("1 06:00-23:00", "shift-too-long")]
    [InlineData("8 06:00-14:00", "out-of-range")]
    public void A_pattern_that_cannot_be_is_refused(string lines, string code) =>
        new ShiftPattern("own", 7, Monday, 1, ShiftPattern.ShiftsFrom(lines)!).Problems().ShouldContain(p => p.Code == code);

    [Fact]
    public void A_pattern_is_written_and_read_line_by_line()
    {
        var rotating = ShiftPattern.DeliveredAs("rotating")!;

        ShiftPattern.ShiftsFrom(rotating.ToText()).ShouldBe(rotating.Shifts);
        ShiftPattern.ShiftsFrom("Monday early").ShouldBeNull();
    }

    [Fact]
    public void Half_of_all_hours_are_worked_among_as_many_as_at_an_ordinary_hour()
    {
        var begin = Monday.ToDateTime(TimeOnly.MinValue);
        LocalStretch[] shifts =
        [
            .. Enumerable.Repeat(new LocalStretch(begin.AddHours(6), begin.AddHours(14)), 20),
            .. Enumerable.Repeat(new LocalStretch(begin.AddHours(14), begin.AddHours(22)), 12),
            .. Enumerable.Repeat(new LocalStretch(begin.AddHours(22), begin.AddHours(30)), 7),
        ];

        FloorCount.Typical(shifts, Monday, 1).ShouldBe(20);
        FloorCount.Typical(shifts[..12], Monday, 1).ShouldBe(12);
        FloorCount.Typical(shifts[20..], Monday, 1).ShouldBe(12);
        FloorCount.Typical([], Monday, 7).ShouldBe(0);
    }

    private static DateTime At(int day, int hour) => Monday.AddDays(day).ToDateTime(new TimeOnly(hour, 0));
}
