using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Pace;

/// <summary>Why months leave the window (DOMAIN 5.2): they must not look like a lag.</summary>
public enum PauseReason
{
    Leave,
    PartTime,
    Lateral,
    Other,
}

/// <summary>Months that leave the window, both ends included. The day of the month does not matter.</summary>
public sealed record Pause(DateOnly From, DateOnly Until, PauseReason Reason);

/// <summary>The time between then and now, in which only active months count.</summary>
/// <param name="Start">The first day of the first month in it.</param>
/// <param name="End">The first day of the month it is looked at in.</param>
public sealed record ActiveWindow(DateOnly Start, DateOnly End, int ActiveMonths, int PausedMonths)
{
    public const int ShortestMonths = 12;
    public const int LongestMonths = 120;
    public const int PausesAtMost = 12;
    public const int EarliestYear = 1950;
    public const int LatestYear = 2200;

    /// <summary>Goes back from today until so many active months lie between; months of a pause, however many name them, are stepped over.</summary>
    public static ActiveWindow Before(DateOnly today, int months, IReadOnlyList<Pause> pauses)
    {
        var end = new DateOnly(today.Year, today.Month, 1);
        var start = end;
        var (active, paused) = (0, 0);
        // It ends: no pause begins before the first year that is taken.
        while (active < months)
        {
            start = start.AddMonths(-1);
            if (pauses.Any(p => IsIn(start, p)))
            {
                paused++;
            }
            else
            {
                active++;
            }
        }

        return new ActiveWindow(start, end, active, paused);
    }

    /// <summary>Everything wrong with the pauses and the length; empty when they can be used.</summary>
    public static IReadOnlyList<InputProblem> Problems(int months, IReadOnlyList<Pause> pauses) =>
        [
            .. InputProblems.Outside("months", months, ShortestMonths, LongestMonths),
            .. pauses.Count > PausesAtMost ? [new InputProblem("pauses", InputProblems.WrongCount)] : Array.Empty<InputProblem>(),
            .. pauses.SelectMany(
                (p, i) =>
                    p.Until < p.From ? [new InputProblem($"pauses[{i}].until", InputProblems.OutOfRange)] : Array.Empty<InputProblem>()
            ),
            .. pauses.SelectMany(
                (p, i) =>
                    p.From.Year is < EarliestYear or > LatestYear
                        ? [new InputProblem($"pauses[{i}].from", InputProblems.OutOfRange)]
                        : Array.Empty<InputProblem>()
            ),
        ];

    private static bool IsIn(DateOnly month, Pause pause) => Index(month) >= Index(pause.From) && Index(month) <= Index(pause.Until);

    private static int Index(DateOnly day) => (day.Year * 12) + day.Month;
}
