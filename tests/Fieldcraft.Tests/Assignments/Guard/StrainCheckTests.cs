using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Assignments.Guard;

/// <summary>DOMAIN 3.4 and 15.3.</summary>
public sealed class StrainCheckTests
{
    private static readonly StrainRules Rules = DocumentedRules.All.Strain;

    [Theory]
    [InlineData(5, 1, 5)]
    [InlineData(4, 2, 4)]
    [InlineData(5, 3, 4)]
    [InlineData(1, 5, 1)]
    [InlineData(3, 2, 3.5)]
    public void The_second_answer_counts_in_reverse(int usedUp, int recovered, double mean) =>
        CheckIn(1, usedUp, recovered).Mean.ShouldBe((decimal)mean);

    [Fact]
    public void Two_check_ins_running_at_the_line_are_positive()
    {
        var reading = StrainCheck.Read([CheckIn(1, 4, 2), CheckIn(15, 5, 3)], Rules);

        reading.IsPositiveByAnswers.ShouldBeTrue();
        reading.IsPositiveByTick.ShouldBeFalse();
        reading.IsPositive.ShouldBeTrue();
    }

    [Fact]
    public void One_check_in_at_the_line_is_not() => StrainCheck.Read([CheckIn(1, 5, 1)], Rules).IsPositive.ShouldBeFalse();

    [Fact]
    public void A_calmer_check_in_ends_it() =>
        StrainCheck.Read([CheckIn(1, 5, 1), CheckIn(15, 5, 1), CheckIn(28, 4, 3)], Rules).IsPositive.ShouldBeFalse();

    [Fact]
    public void Two_that_are_not_running_do_not_count() =>
        StrainCheck.Read([CheckIn(1, 5, 1), CheckIn(10, 1, 5), CheckIn(20, 5, 1)], Rules).IsPositive.ShouldBeFalse();

    [Fact]
    public void Check_ins_are_read_by_their_day_and_not_as_they_come() =>
        StrainCheck.Read([CheckIn(28, 5, 1), CheckIn(1, 1, 5), CheckIn(15, 5, 1)], Rules).IsPositive.ShouldBeTrue();

    [Fact]
    public void The_tick_alone_is_positive_while_it_is_the_latest()
    {
        var tick = new StrainCheckIn(Day(15), null, null, TooMuchForMeNow: true);

        StrainCheck.Read([CheckIn(1, 1, 5), tick], Rules).IsPositiveByTick.ShouldBeTrue();
        StrainCheck.Read([CheckIn(1, 1, 5), tick, CheckIn(28, 1, 5)], Rules).IsPositive.ShouldBeFalse();
    }

    [Fact]
    public void A_check_in_with_only_the_tick_does_not_break_a_run()
    {
        var tick = new StrainCheckIn(Day(10), null, null, TooMuchForMeNow: true);

        StrainCheck.Read([CheckIn(1, 5, 1), tick, CheckIn(15, 5, 1)], Rules).IsPositiveByAnswers.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_who_never_checked_in_is_under_strain() => StrainCheck.Read([], Rules).IsPositive.ShouldBeFalse();

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 6)]
    public void Answers_off_the_scale_are_refused(int usedUp, int recovered)
    {
        CheckIn(1, usedUp, recovered).Problems("checkIn").Count.ShouldBe(1);
        Should.Throw<ArgumentOutOfRangeException>(() => StrainCheck.Read([CheckIn(1, usedUp, recovered)], Rules));
    }

    private static StrainCheckIn CheckIn(int day, int usedUp, int recovered) => new(Day(day), usedUp, recovered);

    private static DateOnly Day(int day) => new(2026, 3, day);
}
