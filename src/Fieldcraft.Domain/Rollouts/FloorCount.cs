namespace Fieldcraft.Domain.Rollouts;

/// <summary>How many people are on shift at a site, hour by hour.</summary>
public static class FloorCount
{
    /// <summary>
    /// The number at an ordinary hour, as those who work see it: half of all hours worked are worked among so many or fewer. A night with four people therefore
    /// weighs little beside a morning with forty. Nought when nobody ever works.
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

        var half = (hours.Sum() + 1) / 2;
        foreach (var hour in hours.Order())
        {
            half -= hour;
            if (hour > 0 && half <= 0)
            {
                return hour;
            }
        }

        return 0;
    }
}
