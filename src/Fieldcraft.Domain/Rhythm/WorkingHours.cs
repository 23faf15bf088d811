namespace Fieldcraft.Domain.Rhythm;

/// <summary>Days of the week, several together.</summary>
[Flags]
public enum WorkDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    MondayToFriday = Monday | Tuesday | Wednesday | Thursday | Friday,
}

/// <summary>A stretch of the day on a person's own clock; one that ends before it begins goes over midnight.</summary>
public sealed record DayHours(TimeOnly From, TimeOnly Until)
{
    public bool GoesOverMidnight => Until <= From;

    public bool Holds(TimeOnly time) => GoesOverMidnight ? time >= From || time < Until : time >= From && time < Until;
}

/// <summary>When a person works: only then may a nudge reach them (DOMAIN 4.7). A shift belongs to the day on which it begins.</summary>
public sealed record WorkingHours(DayHours Day, WorkDays Days)
{
    /// <param name="local">A time on the person's own clock.</param>
    public bool Holds(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (!Day.Holds(time))
        {
            return false;
        }

        var begun = Day.GoesOverMidnight && time < Day.Until ? local.AddDays(-1) : local;
        return Days.HasFlag(Of(begun.DayOfWeek));
    }

    public static WorkDays Of(DayOfWeek day) => day == DayOfWeek.Sunday ? WorkDays.Sunday : (WorkDays)(1 << ((int)day - 1));

    /// <summary>
    /// What the person said of their hours, else what the directory's shift pattern stands for. Null for a pattern that says no hours
    /// (shifts that rotate): then nothing is sent until the person says when it suits.
    /// </summary>
    public static WorkingHours? Of(DayHours? said, WorkDays? days, string shiftPattern, ShiftHours shifts)
    {
        var day = said ?? shifts.Of(shiftPattern);
        return day is null ? null : new WorkingHours(day, days ?? WorkDays.MondayToFriday);
    }
}
