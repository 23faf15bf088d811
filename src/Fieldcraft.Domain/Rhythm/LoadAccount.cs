namespace Fieldcraft.Domain.Rhythm;

/// <summary>What one thing asks of a person in a month.</summary>
/// <param name="Word">The key that says for what.</param>
public sealed record LoadLine(string Word, int Times, int Minutes);

/// <summary>
/// Everything that Fieldcraft asks of a person in one month, from all rooms (DOMAIN 15.8), with the cap the person sets. A month that has
/// reached the cap asks for nothing more: nudges and requests wait for the next one.
/// </summary>
public sealed record LoadAccount(DateOnly Month, IReadOnlyList<LoadLine> Lines, int? CapMinutes)
{
    public int Minutes => Lines.Sum(l => l.Minutes);

    public bool IsFull => CapMinutes is { } cap && Minutes >= cap;

    /// <summary>The day on which what waits arrives by itself.</summary>
    public DateOnly NextMonth => Month.AddMonths(1);

    /// <summary>Until when a request is held back; null while there is time for it.</summary>
    public DateOnly? HoldsUntil => IsFull ? NextMonth : null;

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <param name="asked">The word of what asks, and its minutes, for each time.</param>
    public static LoadAccount Of(DateOnly day, IEnumerable<(string Word, int Minutes)> asked, int? capMinutes) =>
        new(
            MonthOf(day),
            [
                .. asked
                    .GroupBy(a => a.Word, StringComparer.Ordinal)
                    .Select(g => new LoadLine(g.Key, g.Count(), g.Sum(a => a.Minutes)))
                    .OrderByDescending(l => l.Minutes)
                    .ThenBy(l => l.Word, StringComparer.Ordinal),
            ],
            capMinutes
        );
}
