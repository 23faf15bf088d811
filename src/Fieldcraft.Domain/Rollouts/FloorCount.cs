namespace Fieldcraft.Domain.Rollouts;

/// <summary>How many people are on shift at a site, hour by hour.</summary>
public static class FloorCount
{
    /// <summary>
    /// The number at an ordinary hour: the median of the hours at which anybody works, the lower one of two. Nought when nobody ever works.
    /// </summary>
    /// <param name="shifts">Of everybody at the site.</param>
    public static int Typical(IEnumerable<LocalStretch> shifts, DateOnly from, int days)
    {
        var begin = from.ToDateTime(TimeOnly.MinValue);
        var hours = new int[days * 24];
        foreach (var shift in shifts)
        {
            // Whole hours only: who comes at half past is not there for the hour.
            var first = Math.Max(0, (int)Math.Ceiling((shift.From - begin).TotalHours));
            var last = Math.Min(hours.Length, (int)Math.Floor((shift.Until - begin).TotalHours));
            for (var hour = first; hour < last; hour++)
            {
                hours[hour]++;
            }
        }

        var worked = hours.Where(h => h > 0).Order().ToList();
        return worked.Count == 0 ? 0 : worked[(worked.Count - 1) / 2];
    }
}
