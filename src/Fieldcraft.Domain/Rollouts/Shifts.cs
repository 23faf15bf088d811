using System.Globalization;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

/// <summary>A stretch of local time, half-open.</summary>
public readonly record struct LocalStretch(DateTime From, DateTime Until)
{
    public bool Overlaps(LocalStretch other) => From < other.Until && other.From < Until;
}

/// <summary>One shift in the cycle of a pattern.</summary>
/// <param name="Day">Day of the cycle on which it begins, from 1.</param>
/// <param name="End">Not after <paramref name="Start"/>: it ends on the next day.</param>
public readonly record struct PatternShift(int Day, TimeOnly Start, TimeOnly End)
{
    // The difference of two times of day goes round midnight by itself; equal ones mean a whole day, which is refused as too long.
    public int Minutes => (int)(End - Start).TotalMinutes is > 0 and var minutes ? minutes : 24 * 60;
}

/// <summary>
/// When the people of a pattern work, as a cycle that comes round again. They are spread evenly over crews, of which each stands a little further in the
/// cycle than the one before, so that days off go round and somebody is always there.
/// </summary>
/// <param name="Name">As the directory spells it.</param>
/// <param name="Anchor">A day on which the first crew begins its cycle.</param>
/// <param name="Crews">1: all have the same days off.</param>
public sealed record ShiftPattern(string Name, int CycleDays, DateOnly Anchor, int Crews, IReadOnlyList<PatternShift> Shifts)
{
    public const int NameLength = 40;
    public const int CycleAtMost = 84;
    public const int LongestShift = 16 * 60;
    public const int TextLength = 4_000;

    /// <summary>Those that nobody has to enter: early, late, night and rotating for five days of seven, office from Monday to Friday.</summary>
    public static IReadOnlyList<ShiftPattern> Delivered { get; } =
    [
        Week("early", 7, 6, 14),
        Week("late", 7, 14, 22),
        Week("night", 7, 22, 6),
        new("rotating", 21, Monday, 21, [.. Days(0, 6, 14), .. Days(7, 14, 22), .. Days(14, 22, 6)]),
        Week("office", 1, 9, 17),
    ];

    private static DateOnly Monday => new(2024, 1, 1);

    public static ShiftPattern? DeliveredAs(string name) =>
        Delivered.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. string.IsNullOrWhiteSpace(Name) ? [new InputProblem("name", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. Name.Length > NameLength ? [new InputProblem("name", "too-long")] : Array.Empty<InputProblem>(),
            .. InputProblems.Outside("cycleDays", CycleDays, 1, CycleAtMost),
            .. InputProblems.Outside("crews", Crews, 1, CycleAtMost),
            .. Shifts.Any(s => s.Day < 1 || s.Day > CycleDays)
                ? [new InputProblem("shifts", InputProblems.OutOfRange)]
                : Array.Empty<InputProblem>(),
            .. Shifts.Any(s => s.Minutes > LongestShift) ? [new InputProblem("shifts", "shift-too-long")] : Array.Empty<InputProblem>(),
            .. OverlapsItself() ? [new InputProblem("shifts", "shifts-overlap")] : Array.Empty<InputProblem>(),
        ];

    /// <summary>In which crew somebody is: always the same, and evenly spread. From 0.</summary>
    public int CrewOf(PersonId person)
    {
        Span<byte> bytes = stackalloc byte[16];
        person.Value.TryWriteBytes(bytes);
        var spread = 2_166_136_261u;
        foreach (var part in bytes)
        {
            spread = unchecked((spread ^ part) * 16_777_619u);
        }

        return (int)(spread % (uint)Crews);
    }

    /// <summary>Every shift of a crew that begins on one of these days.</summary>
    /// <param name="until">The first day that is not looked at.</param>
    public IEnumerable<LocalStretch> Between(DateOnly from, DateOnly until, int crew)
    {
        var ahead = crew * CycleDays / Crews;
        for (var day = from; day < until; day = day.AddDays(1))
        {
            var place = ((((day.DayNumber - Anchor.DayNumber + ahead) % CycleDays) + CycleDays) % CycleDays) + 1;
            foreach (var shift in Shifts.Where(s => s.Day == place))
            {
                var start = day.ToDateTime(shift.Start);
                yield return new LocalStretch(start, start.AddMinutes(shift.Minutes));
            }
        }
    }

    /// <summary>One line a shift: the day of the cycle, the start, the end, as in <c>1 06:00-14:00</c>.</summary>
    public string ToText() =>
        string.Join('\n', Shifts.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Day} {s.Start:HH:mm}-{s.End:HH:mm}")));

    /// <summary>Reads <see cref="ToText"/>; null when a line is something else.</summary>
    public static IReadOnlyList<PatternShift>? ShiftsFrom(string text)
    {
        var shifts = new List<PatternShift>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split([' ', '-', '–', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (
                parts is not [var day, var start, var end]
                || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                || !TimeOnly.TryParseExact(start, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
                || !TimeOnly.TryParseExact(end, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            )
            {
                return null;
            }

            shifts.Add(new PatternShift(place, from, to));
        }

        return shifts;
    }

    private static ShiftPattern Week(string name, int crews, int from, int until) => new(name, 7, Monday, crews, [.. Days(0, from, until)]);

    private static IEnumerable<PatternShift> Days(int after, int from, int until) =>
        Enumerable.Range(after + 1, 5).Select(day => new PatternShift(day, new TimeOnly(from, 0), new TimeOnly(until, 0)));

    private bool OverlapsItself()
    {
        if (CycleDays is < 1 or > CycleAtMost || Crews < 1)
        {
            return false;
        }

        var shifts = Between(Anchor, Anchor.AddDays(CycleDays + 1), 0).OrderBy(s => s.From).ToList();
        return shifts.Zip(shifts.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second));
    }
}

/// <summary>
/// What a person's roster says for one day in place of the pattern: a shift that begins on it, or that they are off. Several shifts of a day are several
/// entries; it is not said why.
/// </summary>
public sealed class RosterEntry
{
    public const int MinutesAtMost = ShiftPattern.LongestShift;

    private RosterEntry() { }

    public PersonId PersonId { get; private set; }
    public DateOnly Day { get; private set; }

    /// <summary>Midnight for a day off.</summary>
    public TimeOnly From { get; private set; }

    /// <summary>Nought: off on this day.</summary>
    public int Minutes { get; private set; }

    public bool IsOff => Minutes == 0;

    public LocalStretch Shift => new(Day.ToDateTime(From), Day.ToDateTime(From).AddMinutes(Minutes));

    public static RosterEntry Off(PersonId person, DateOnly day) => new() { PersonId = person, Day = day };

    /// <exception cref="ArgumentOutOfRangeException">No length, or longer than a shift may be.</exception>
    public static RosterEntry Works(PersonId person, DateTime from, DateTime until)
    {
        var minutes = (int)(until - from).TotalMinutes;
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1, nameof(until));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MinutesAtMost, nameof(until));
        return new RosterEntry
        {
            PersonId = person,
            Day = DateOnly.FromDateTime(from),
            From = TimeOnly.FromDateTime(from),
            Minutes = minutes,
        };
    }
}

/// <summary>When somebody works: the pattern, and day by day what the roster says instead.</summary>
public static class Roster
{
    /// <summary>
    /// The shifts that begin on these days, in order, none overlapping another: where an entry meets a shift of the pattern that runs into its day, the entry
    /// holds. Somebody without a known pattern has only what was entered.
    /// </summary>
    public static IReadOnlyList<LocalStretch> Of(
        PersonId person,
        ShiftPattern? pattern,
        IReadOnlyList<RosterEntry> entries,
        DateOnly from,
        DateOnly until
    )
    {
        var usual = pattern?.Between(from, until, pattern.CrewOf(person)) ?? [];
        if (entries.Count == 0)
        {
            return [.. usual];
        }

        var said = entries.Select(e => e.Day).ToHashSet();
        var works = entries.Where(e => !e.IsOff && e.Day >= from && e.Day < until).Select(e => e.Shift).ToList();
        return
        [
            .. works
                .Concat(usual.Where(s => !said.Contains(DateOnly.FromDateTime(s.From)) && !works.Exists(w => w.Overlaps(s))))
                .OrderBy(s => s.From),
        ];
    }
}
