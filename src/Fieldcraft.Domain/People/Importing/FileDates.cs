using System.Globalization;

namespace Fieldcraft.Domain.People.Importing;

/// <summary>What a date cell says: a day, or the code of why it says none.</summary>
public readonly record struct FileDate(DateOnly? Day, string? Refused);

/// <summary>Reads dates as directory systems and spreadsheets write them. An ambiguous date is never guessed.</summary>
public static class FileDates
{
    private static readonly string[] Worded = ["d MMM yyyy", "d-MMM-yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d-MMM-yy"];
    private static readonly DateOnly SpreadsheetDayZero = new(1899, 12, 30);

    public static FileDate Read(string text, DateOrder? order)
    {
        var day = WithoutMidnight(text);
        if (Numbers(day) is { } parts)
        {
            return Place(parts, order, dotted: day.Contains('.', StringComparison.Ordinal));
        }

        // A spreadsheet that lost the cell's format writes the number of days since the end of 1899.
        if (day.Length == 5 && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
        {
            return new(SpreadsheetDayZero.AddDays(serial), null);
        }

        return DateOnly.TryParseExact(day, Worded, CultureInfo.InvariantCulture, DateTimeStyles.None, out var worded)
            ? new(worded, null)
            : new(null, FindingCode.UnreadableDate);
    }

    /// <summary>What the unambiguous dates of a file suggest for the ambiguous ones; null where they say nothing or both.</summary>
    public static DateOrder? Suggest(IEnumerable<string> dates)
    {
        var (dayFirst, monthFirst) = (0, 0);
        foreach (var text in dates)
        {
            if (Numbers(WithoutMidnight(text)) is { } parts && parts.First < 100)
            {
                dayFirst += parts.First > 12 ? 1 : 0;
                monthFirst += parts.Second > 12 ? 1 : 0;
            }
        }

        return dayFirst > monthFirst ? DateOrder.DayFirst
            : monthFirst > dayFirst ? DateOrder.MonthFirst
            : null;
    }

    private static FileDate Place((int First, int Second, int Third) parts, DateOrder? order, bool dotted)
    {
        var (first, second, third) = parts;
        if (first > 999)
        {
            return Make(first, second, third);
        }

        if (third < 1000)
        {
            return new(null, FindingCode.UnreadableDate);
        }

        // Dots are written where the day comes first.
        if (dotted || first > 12 || order == DateOrder.DayFirst || (first == second && order is null))
        {
            return Make(third, second, first);
        }

        return order == DateOrder.MonthFirst || second > 12 ? Make(third, first, second) : new(null, FindingCode.AmbiguousDate);
    }

    private static FileDate Make(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(new DateOnly(year, month, day), null)
            : new(null, FindingCode.ImpossibleDate);

    private static string WithoutMidnight(string text)
    {
        var at = text.IndexOfAny([' ', 'T']);
        return at > 0 && text[(at + 1)..] is "00:00" or "00:00:00" or "00:00:00Z" or "00:00:00.000" ? text[..at] : text;
    }

    private static (int First, int Second, int Third)? Numbers(string text)
    {
        var parts = text.Split('/', '-', '.');
        if (parts.Length != 3)
        {
            return null;
        }

        var numbers = new int[3];
        for (var i = 0; i < 3; i++)
        {
            if (parts[i].Length is 0 or > 4 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return (numbers[0], numbers[1], numbers[2]);
    }
}
