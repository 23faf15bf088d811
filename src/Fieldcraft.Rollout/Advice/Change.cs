using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Advice;

/// <summary>What could be changed about a site, one thing at a time.</summary>
public enum Lever
{
    /// <summary>One more room, as large as the largest.</summary>
    Room,
    ReleaseShare,
    FloorMinimum,

    /// <summary>One more session a week for one leader, and a day if that binds.</summary>
    LeaderWeek,

    /// <summary>One leader available on all shifts of the people who are left out.</summary>
    LeaderShifts,

    /// <summary>Seven days more, with the shifts of the last seven where none are known.</summary>
    Window,

    /// <summary>Two halves may take the place of a whole.</summary>
    Halves,
}

/// <summary>One change and what would come of it.</summary>
/// <param name="Leader">Whose, where it is about one leader.</param>
/// <param name="Value">The new share, minimum, number of sessions a week, or days of the window.</param>
/// <param name="LeftOut">People of the site whom a timetable with this change does not cover, unreachable ones included.</param>
/// <param name="Cost">Of that timetable, for the sites that join this one; whoever moves counts.</param>
public sealed record Change(Lever Lever, string Site, string? Leader, decimal? Value, int LeftOut, long Cost)
{
    /// <summary>Whether nobody of the site is left out any more.</summary>
    public bool IsEnough => LeftOut == 0;
}

/// <summary>A change before it is tried.</summary>
internal sealed record Proposal(Lever Lever, string? Leader, decimal? Value, RolloutInstance Instance);
