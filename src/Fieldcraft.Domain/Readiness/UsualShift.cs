namespace Fieldcraft.Domain.Readiness;

/// <summary>When people of a shift usually work, as far as the name of their shift in the directory says it. Rosters say it exactly, where there are any.</summary>
public static class UsualShift
{
    /// <summary>Shifts in the order of the day; small groups of one language join their neighbours in this order.</summary>
    public static readonly IReadOnlyList<string> InOrder = ["early", "office", "rotating", "late", "night"];

    private static readonly TimeOnly[] OfDay = [new(10, 0), new(13, 30)];

    /// <summary>Hours well inside a shift at which a preview or a group can begin.</summary>
    public static IReadOnlyList<TimeOnly> Starts(string shift) =>
        shift switch
        {
            "early" => [new(8, 0), new(10, 0), new(11, 45)],
            "late" => [new(15, 0), new(17, 0), new(19, 0)],
            "night" => [new(22, 15), new(3, 0)],
            _ => OfDay,
        };

    /// <summary>Whether a stretch of the day lies in the usual hours of a shift; a shift that says nothing about hours holds everything.</summary>
    public static bool Holds(string shift, TimeOnly start, int minutes)
    {
        if (Hours(shift) is not { } hours)
        {
            return true;
        }

        var into = (start - hours.From).TotalMinutes;
        return into >= 0 && into + minutes <= (hours.Until - hours.From).TotalMinutes;
    }

    public static int Place(string shift) => InOrder.ToList().IndexOf(shift) is >= 0 and var at ? at : InOrder.Count;

    // The difference of two times of day goes over midnight by itself.
    private static (TimeOnly From, TimeOnly Until)? Hours(string shift) =>
        shift switch
        {
            "early" => (new(6, 0), new(14, 0)),
            "late" => (new(14, 0), new(22, 0)),
            "night" => (new(22, 0), new(6, 0)),
            "office" => (new(9, 0), new(17, 0)),
            _ => null,
        };
}

/// <summary>From one moment to another.</summary>
public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To)
{
    public static Stretch Of(DateTimeOffset from, int minutes) => new(from, from.AddMinutes(minutes));

    public bool Meets(Stretch other) => From < other.To && other.From < To;
}

/// <summary>What stands against an hour for one leader. It is said, and forbids nothing.</summary>
[Flags]
public enum Clash
{
    None = 0,

    /// <summary>Something else stands in their calendar.</summary>
    Appointment = 1,

    /// <summary>They have a seat in another preview or group at that time.</summary>
    OtherPreparation = 2,

    /// <summary>It lies outside their usual shift.</summary>
    OutsideShift = 4,
}

public static class Clashes
{
    public static Clash Of(
        Stretch stretch,
        TimeOnly start,
        string shift,
        IEnumerable<Stretch> appointments,
        IEnumerable<Stretch> otherPreparations
    ) =>
        (appointments.Any(stretch.Meets) ? Clash.Appointment : Clash.None)
        | (otherPreparations.Any(stretch.Meets) ? Clash.OtherPreparation : Clash.None)
        | (UsualShift.Holds(shift, start, (int)(stretch.To - stretch.From).TotalMinutes) ? Clash.None : Clash.OutsideShift);
}
