namespace Fieldcraft.Rollout.Solving;

/// <summary>What a timetable costs; the order of weight is the order of importance.</summary>
internal static class Costs
{
    public const int Uncovered = 10_000;
    public const int Session = 20;
    public const int NotOwn = 3;
    public const int Moved = 50;
}
