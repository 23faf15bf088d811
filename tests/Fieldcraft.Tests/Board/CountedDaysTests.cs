using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.Rhythm;

namespace Fieldcraft.Tests.Board;

public sealed class CountedDaysTests
{
    private const int Calendars = 500;

    // A Monday.
    private static readonly DateOnly Monday = new(2026, 11, 2);

    [Theory]
    [InlineData(1, "2026-11-03")]
    [InlineData(4, "2026-11-06")]
    [InlineData(5, "2026-11-09")]
    [InlineData(10, "2026-11-16")]
    public void Without_anything_said_Monday_to_Friday_count(int days, string end) =>
        new CountedDays(null, [], []).EndOf(Monday, days).ShouldBe(Day(end));

    [Fact]
    public void A_holiday_and_days_off_do_not_count()
    {
        var days = new CountedDays(WorkDays.Monday | WorkDays.Tuesday | WorkDays.Thursday, [Monday.AddDays(3)], []);

        // Tuesday the 3rd; Thursday the 5th is a holiday; Monday the 9th, Tuesday the 10th.
        days.EndOf(Monday, 3).ShouldBe(Monday.AddDays(8));
        days.Between(Monday, Monday.AddDays(8)).ShouldBe(3);
        days.Counts(Monday.AddDays(3)).ShouldBeFalse();
    }

    [Fact]
    public void An_absence_is_passed_over_and_an_open_one_has_no_end()
    {
        var away = new CountedDays(null, [], [new DaySpan(Monday.AddDays(1), Monday.AddDays(11))]);
        var gone = new CountedDays(null, [], [new DaySpan(Monday.AddDays(3), null)]);

        away.EndOf(Monday, 5).ShouldBe(Monday.AddDays(18));
        gone.EndOf(Monday, 2).ShouldBe(Monday.AddDays(2), "Both days lie before the leave.");
        gone.EndOf(Monday, 3).ShouldBeNull();
        gone.HavePassed(Monday, 3, Monday.AddDays(900)).ShouldBeFalse();
        CountedDays.Never.EndOf(Monday, 1).ShouldBeNull();
    }

    [Fact]
    public void A_deadline_has_passed_when_its_last_day_has_gone_by_whole()
    {
        var days = new CountedDays(null, [], []);

        days.HavePassed(Monday, 5, Monday.AddDays(7)).ShouldBeFalse();
        days.HavePassed(Monday, 5, Monday.AddDays(8)).ShouldBeTrue();
    }

    [Fact]
    public void The_end_counts_itself_and_is_later_the_more_days_there_are()
    {
        foreach (var (days, from, random) in Some())
        {
            var before = from;
            for (var n = 1; n <= 25; n++)
            {
                if (days.EndOf(from, n) is not { } end)
                {
                    break;
                }

                end.ShouldBeGreaterThan(before, $"{n} days");
                days.Counts(end).ShouldBeTrue();
                days.Between(from, end).ShouldBe(n);
                days.Between(from, end.AddDays(-1)).ShouldBe(n - 1);
                before = end;
            }

            days.Between(from, from.AddDays(-random.Next(30))).ShouldBe(0);
        }
    }

    [Fact]
    public void A_later_beginning_never_ends_earlier()
    {
        foreach (var (days, from, random) in Some())
        {
            var n = random.Next(1, 12);
            var (first, second) = (days.EndOf(from, n), days.EndOf(from.AddDays(random.Next(1, 20)), n));
            (second is null || (first is not null && second >= first)).ShouldBeTrue();
        }
    }

    [Fact]
    public void One_more_absence_only_lengthens()
    {
        var lengthened = 0;
        foreach (var (days, from, random) in Some())
        {
            var n = random.Next(1, 12);
            var begin = from.AddDays(random.Next(-10, 20));
            var longer = days.Without(new DaySpan(begin, random.Next(10) == 0 ? null : begin.AddDays(random.Next(0, 30))));
            var (before, after) = (days.EndOf(from, n), longer.EndOf(from, n));

            (after is null || (before is not null && after >= before)).ShouldBeTrue();
            longer.Between(from, from.AddDays(60)).ShouldBeLessThanOrEqualTo(days.Between(from, from.AddDays(60)));
            lengthened += after != before ? 1 : 0;
        }

        lengthened.ShouldBeGreaterThan(Calendars / 10, "Where nothing changes, nothing was tried.");
    }

    private static IEnumerable<(CountedDays Days, DateOnly From, Random Random)> Some()
    {
        for (var seed = 0; seed < Calendars; seed++)
        {
            var random = new Random(seed);
            var from = Monday.AddDays(random.Next(0, 400));
            var works = (WorkDays)random.Next(0, 128);
            var holidays = Enumerable.Range(0, random.Next(0, 8)).Select(_ => from.AddDays(random.Next(0, 40))).ToList();
            var away = Enumerable
                .Range(0, random.Next(0, 3))
                .Select(_ => from.AddDays(random.Next(-5, 30)))
                .Select(begin => new DaySpan(begin, random.Next(8) == 0 ? null : begin.AddDays(random.Next(0, 15))))
                .ToList();
            var days = new CountedDays(works, holidays, away);
            for (var day = from; day < from.AddDays(60); day = day.AddDays(1))
            {
                if (days.Counts(day))
                {
                    holidays.ShouldNotContain(day);
                    away.Exists(a => a.Holds(day)).ShouldBeFalse();
                    (works == WorkDays.None ? WorkDays.MondayToFriday : works).HasFlag(WorkingHours.Of(day.DayOfWeek)).ShouldBeTrue();
                }
            }

            yield return (days, from, random);
        }
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
