using System.Globalization;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>Weeks as they stand in files: <c>2027-W05</c>, or the day of their Monday.</summary>
public static class FigureWeek
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy"];

    /// <summary>The Monday of the week that a day lies in.</summary>
    public static DateOnly Of(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The first day of the month in which the Thursday lies: a week belongs to the month that has most of it, as with the ISO year.</summary>
    public static DateOnly MonthOf(DateOnly monday) =>
        monday.AddDays(3) is var thursday ? new DateOnly(thursday.Year, thursday.Month, 1) : default;

    /// <summary>The Monday; null when it is neither an ISO week nor a day. A day that is no Monday comes back as it is.</summary>
    public static DateOnly? Read(string text)
    {
        var said = text.Trim();
        if (said.Split("-W", StringSplitOptions.TrimEntries) is [{ Length: 4 } y, { Length: 1 or 2 } w])
        {
            return
                Number(y) is { } year
                && Number(w) is { } week
                && year is >= 1 and < 9999
                && week >= 1
                && week <= ISOWeek.GetWeeksInYear(year)
                ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday))
                : null;
        }

        return DateOnly.TryParseExact(said, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>As <c>2027-W05</c>.</summary>
    public static string Write(DateOnly monday)
    {
        var day = monday.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
