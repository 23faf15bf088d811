using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Timetables;

public enum TimetableStatus
{
    /// <summary>The cost equals the proven bound.</summary>
    Optimal,
    Feasible,

    /// <summary>Proven: some reachable person stays uncovered.</summary>
    Infeasible,
}

/// <summary>Somebody whom the timetable does not cover.</summary>
/// <param name="Person">Id.</param>
/// <param name="IsUnreachable">No session could hold this person even alone; costs nothing.</param>
/// <param name="Limits">
/// The smallest set of limits whose removal would cover the person with the rest as it stands: <c>shift</c>, <c>language</c>, <c>cover</c>, <c>room</c>,
/// <c>leader-load</c>, <c>leader-availability</c>, <c>blackout</c>, in this order.
/// </param>
/// <param name="Hint">Where those limits bind, in an English sentence.</param>
public sealed record Uncovered(string Person, bool IsUnreachable, IReadOnlyList<string> Limits, string Hint);

/// <summary>What the engine proposes, with what is proven of it.</summary>
/// <param name="Cost">By the weights of the exchange format; what is locked counts.</param>
/// <param name="LowerBound">No valid timetable costs less.</param>
/// <param name="UncoveredBound">Every valid timetable leaves at least so many reachable people uncovered.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Sessions">By start, site, room and leader; locked ones as they were handed in.</param>
/// <param name="Uncovered">In the order of the instance.</param>
public sealed record Timetable(
    TimetableStatus Status,
    long Cost,
    long LowerBound,
    int UncoveredBound,
    double Seconds,
    IReadOnlyList<PlannedSession> Sessions,
    IReadOnlyList<Uncovered> Uncovered
)
{
    /// <summary>How far the cost lies above the bound, as a share of it.</summary>
    public double Gap => (Cost - LowerBound) / (double)Math.Max(1, LowerBound);
}
