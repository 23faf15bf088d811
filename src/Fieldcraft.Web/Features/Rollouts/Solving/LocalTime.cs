using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Web.Features.Rollouts.Solving;

/// <summary>Times on the clock of a site.</summary>
internal static class LocalTime
{
    public static DateTime Of(DateTimeOffset at, string zone) => TimeZoneInfo.ConvertTime(at, Zone(zone)).DateTime;

    /// <summary>The next multiple of so many minutes, or the time itself.</summary>
    public static DateTime UpTo(DateTime at, int minutes)
    {
        var step = TimeSpan.FromMinutes(minutes).Ticks;
        return new DateTime((at.Ticks + step - 1) / step * step, DateTimeKind.Unspecified);
    }

    /// <summary>A stretch whose ends exist: a time that the clocks leave out in spring is the first one after it.</summary>
    public static Stretch Stretch(LocalStretch stretch, string zone)
    {
        var clock = Zone(zone);
        return new Stretch(Existing(stretch.From, clock), Existing(stretch.Until, clock));
    }

    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    private static DateTime Existing(DateTime at, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(at))
        {
            at = UpTo(at.AddMinutes(1), 60);
        }

        return at;
    }
}
