using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

/// <summary>What holds for a module everywhere, unless a site says otherwise.</summary>
/// <param name="Minutes">Length of a whole session.</param>
/// <param name="EdgeMinutes">How far from both ends of a shift a session keeps.</param>
/// <param name="HalvesAllowed">Whether two halves within a week may take the place of the whole.</param>
/// <param name="ReleaseShare">Share of those on shift who may be away at once.</param>
/// <param name="FloorMinimum">People who always stay on the floor.</param>
/// <param name="CatchUpShare">Spare seats for those who miss theirs.</param>
/// <param name="TargetShare">Share of the people who are to have attended when the window ends.</param>
public sealed record RolloutSettings(
    int Minutes = 60,
    int MaxSize = CapacityInputs.LargestSession,
    int EdgeMinutes = 0,
    bool HalvesAllowed = false,
    decimal ReleaseShare = 0.25m,
    int FloorMinimum = 2,
    int MaxPerDay = 1,
    int MaxPerWeek = 2,
    decimal CatchUpShare = 0.10m,
    decimal TargetShare = 0.95m
)
{
    /// <summary>Every time of a timetable is a multiple of it.</summary>
    public const int SlotMinutes = 30;
    public const int MinutesAtMost = 120;
    public const int SizeAtMost = 30;
    public const int FloorAtMost = 1_000;
    public const int PerDayAtMost = 4;
    public const int PerWeekAtMost = 14;
    public const int EdgeAtMost = 120;

    public static RolloutSettings Usual { get; } = new();

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("minutes", Minutes, SlotMinutes, MinutesAtMost),
            .. Minutes % SlotMinutes != 0 || (HalvesAllowed && Minutes % (2 * SlotMinutes) != 0)
                ? [new InputProblem("minutes", "not-in-slots")]
                : Array.Empty<InputProblem>(),
            .. InputProblems.Outside("maxSize", MaxSize, 1, SizeAtMost),
            .. InputProblems.Outside("edgeMinutes", EdgeMinutes, 0, EdgeAtMost),
            .. EdgeMinutes % SlotMinutes != 0 ? [new InputProblem("edgeMinutes", "not-in-slots")] : Array.Empty<InputProblem>(),
            .. InputProblems.Outside("releaseShare", (double)ReleaseShare, 0, 1),
            .. InputProblems.Outside("floorMinimum", FloorMinimum, 0, FloorAtMost),
            .. InputProblems.Outside("maxPerDay", MaxPerDay, 1, PerDayAtMost),
            .. InputProblems.Outside("maxPerWeek", MaxPerWeek, 1, PerWeekAtMost),
            .. InputProblems.Outside("catchUpShare", (double)CatchUpShare, 0, 1),
            .. InputProblems.Outside("targetShare", (double)TargetShare, 0, 1),
        ];
}
