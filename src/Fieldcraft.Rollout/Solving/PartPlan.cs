namespace Fieldcraft.Rollout.Solving;

/// <summary>What the search made of one part, and what is proven of it.</summary>
/// <param name="Sessions">Without locked ones.</param>
/// <param name="Cost">Of these sessions and of the reachable people left over.</param>
/// <param name="LowerBound">No timetable of the part costs less.</param>
/// <param name="UncoveredBound">Every timetable of the part leaves at least so many reachable people uncovered.</param>
internal sealed record PartPlan(IReadOnlyList<Fixed> Sessions, long Cost, long LowerBound, int UncoveredBound);
