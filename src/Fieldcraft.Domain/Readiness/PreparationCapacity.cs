using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Readiness;

/// <summary>
/// How many previews and coaching groups so many leaders need (DOMAIN 7.4): 200 leaders are 13 previews of 16 or 10 of 20, and 25 coaching groups of
/// 8 or 20 of 10.
/// </summary>
public sealed record PreparationCapacity(int Leaders, int PreviewSize, int CoachingSize)
{
    public const int LeadersAtMost = 100_000;

    public int Previews => Groups(Leaders, PreviewSize);

    public int CoachingGroups => Groups(Leaders, CoachingSize);

    /// <summary>What it takes of the leaders' time, in hours: an hour and a half and an hour each.</summary>
    public double LeaderHours => Leaders * (PreparationSize.Preview.Minutes + PreparationSize.Coaching.Minutes) / 60.0;

    /// <summary>What it takes of the facilitators' time in front, in hours.</summary>
    public double FacilitatorHours =>
        ((Previews * PreparationSize.Preview.Minutes) + (CoachingGroups * PreparationSize.Coaching.Minutes)) / 60.0;

    /// <summary>Groups a facilitator would hold, when all hold equally many; null without any.</summary>
    public double? EventsPerFacilitator(int facilitators) => facilitators == 0 ? null : (Previews + CoachingGroups) / (double)facilitators;

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("leaders", Leaders, 0, LeadersAtMost),
            .. InputProblems.Outside("previewSize", PreviewSize, 2, PreparationSize.Preview.LeadersAtMost),
            .. InputProblems.Outside("coachingSize", CoachingSize, 2, PreparationSize.Coaching.LeadersAtMost),
        ];

    private static int Groups(int leaders, int size) => (leaders + size - 1) / size;
}
