using Fieldcraft.Domain.Rollouts;

namespace Fieldcraft.Web.Features.Sites;

/// <summary>What can be said of one day.</summary>
internal static class RosterDays
{
    /// <summary>Nothing wrong: both times or none, the shift begins on that day, and is no longer than a shift may be.</summary>
    public static Domain.Shared.InputProblem? Problem(DateOnly day, DateTime? from, DateTime? until) =>
        (from, until) switch
        {
            (null, null) => null,
            (null, _) => new Domain.Shared.InputProblem("from", "missing"),
            (_, null) => new Domain.Shared.InputProblem("until", "missing"),
            var (start, end) when DateOnly.FromDateTime(start.Value) != day || end <= start => new("from", "out-of-range"),
            var (start, end) when end - start > TimeSpan.FromMinutes(ShiftPattern.LongestShift) => new("until", "shift-too-long"),
            _ => null,
        };
}
