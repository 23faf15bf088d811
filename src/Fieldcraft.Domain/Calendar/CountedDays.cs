using Fieldcraft.Domain.Rhythm;

namespace Fieldcraft.Domain.Calendar;

/// <summary>Days from one to another, both included. Without a last day it is open: nobody knows when it ends.</summary>
public readonly record struct DaySpan(DateOnly From, DateOnly? Until)
{
    public bool Holds(DateOnly day) => day >= From && (Until is not { } until || day <= until);
}

/// <summary>
/// The days that count for one person: days of work, without holidays and without days of absence. Silence and deadlines are measured in them. A pure
/// calendar: it holds what is known on the day it is made, and is made anew whenever it is asked.
/// </summary>
public sealed class CountedDays
{
    private readonly WorkDays _works;
    private readonly HashSet<DateOnly> _holidays;
    private readonly DaySpan[] _away;

    /// <param name="works">Null or none: Monday to Friday.</param>
    public CountedDays(WorkDays? works, IEnumerable<DateOnly> holidays, IEnumerable<DaySpan> away)
    {
        _works = works is null or WorkDays.None ? WorkDays.MondayToFriday : works.Value;
        _holidays = [.. holidays];
        _away = [.. away];
    }

    /// <summary>Somebody who never comes back: nothing counts any more.</summary>
    public static CountedDays Never { get; } = new(null, [], [new DaySpan(DateOnly.MinValue, null)]);

    public bool Counts(DateOnly day) =>
        _works.HasFlag(WorkingHours.Of(day.DayOfWeek)) && !_holidays.Contains(day) && !Array.Exists(_away, a => a.Holds(day));

    public bool IsAway(DateOnly day) => Array.Exists(_away, a => a.Holds(day));

    /// <summary>The same calendar with one more absence.</summary>
    public CountedDays Without(DaySpan absence) => new(_works, _holidays, [.. _away, absence]);

    /// <summary>How many counted days lie after <paramref name="from"/>, up to and including <paramref name="until"/>; nought where none do.</summary>
    public int Between(DateOnly from, DateOnly until)
    {
        var count = 0;
        for (var day = from; day < until; )
        {
            day = day.AddDays(1);
            count += Counts(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The last of so many counted days after <paramref name="from"/>; null while an absence has no known end before it.</summary>
    /// <param name="days">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day.</exception>
    public DateOnly? EndOf(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var (day, left) = (from, days);
        while (true)
        {
            if (day == DateOnly.MaxValue)
            {
                return null;
            }

            day = day.AddDays(1);
            foreach (var absence in _away)
            {
                if (!absence.Holds(day))
                {
                    continue;
                }

                if (absence.Until is not { } until || until == DateOnly.MaxValue)
                {
                    return null;
                }

                day = until;
            }

            if (Counts(day) && --left == 0)
            {
                return day;
            }
        }
    }

    /// <summary>Whether so many counted days are over on <paramref name="today"/>: the last of them has gone by whole.</summary>
    public bool HavePassed(DateOnly from, int days, DateOnly today) => EndOf(from, days) is { } end && end < today;
}
