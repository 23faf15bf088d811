namespace Fieldcraft.Domain.Outcomes;

/// <summary>A month beside the same month a year before.</summary>
public sealed record MonthBeside(DateOnly Month, Moments Now, Moments Before, bool ChannelChanged)
{
    public bool IsComparable => Now.N > 0 && Before.N > 0 && !ChannelChanged;
}

/// <summary>Months that can be compared, put together.</summary>
/// <param name="First">The first of them.</param>
public sealed record ComparedMonths(DateOnly First, BeforeAndAfter Figures);

/// <summary>The months of a measure, each beside the same month of the year before, so that the season is in both.</summary>
public static class YearOnYear
{
    /// <summary>The months from the first to the last that has figures, at most so many, the newest kept.</summary>
    public static IReadOnlyList<MonthBeside> Pair(IReadOnlyDictionary<DateOnly, Moments> months, int atMost, DateOnly? channelChangedOn)
    {
        if (months.Count == 0)
        {
            return [];
        }

        var (first, last) = (months.Keys.Min(), months.Keys.Max());
        var from = last.AddMonths(1 - atMost) is var oldest && oldest > first ? oldest : first;
        var paired = new List<MonthBeside>();
        for (var month = from; month <= last; month = month.AddMonths(1))
        {
            var before = month.AddYears(-1);
            paired.Add(
                new MonthBeside(
                    month,
                    months.GetValueOrDefault(month),
                    months.GetValueOrDefault(before),
                    channelChangedOn > before && channelChangedOn < month.AddMonths(1)
                )
            );
        }

        return paired;
    }

    /// <summary>All comparable months since the first session, put together; null where there is none.</summary>
    /// <param name="firstHeld">The day of the first session; its month belongs to neither time.</param>
    public static ComparedMonths? Since(IEnumerable<MonthBeside> months, DateOnly? firstHeld)
    {
        var comparable = months
            .Where(m => firstHeld is { } day && m.Month > new DateOnly(day.Year, day.Month, 1) && m.IsComparable)
            .ToList();
        return comparable.Count == 0
            ? null
            : new ComparedMonths(
                comparable.Min(m => m.Month),
                new BeforeAndAfter(Moments.Add(comparable.Select(m => m.Before)), Moments.Add(comparable.Select(m => m.Now)))
            );
    }
}
