using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Domain.Readiness;

/// <summary>What a leader does next to be ready for a module.</summary>
public enum ReadinessStep
{
    /// <summary>There is no preview for them yet; they can take a seat in one or wait to be asked.</summary>
    FindPreview,
    AnswerPreview,
    AttendPreview,
    WriteNoticed,
    FindCoaching,
    AnswerCoaching,
    MarkComfort,
    AttendCoaching,
    FinishPlanner,

    /// <summary>Everything is done but the coach's word.</summary>
    WaitForCoach,
    Deliver,
}

/// <summary>Where a leader stands: what the next step depends on.</summary>
/// <param name="PreviewSeat">Their seat in a preview that is planned; null: none.</param>
public sealed record ReadinessFacts(
    PreparationSeatState? PreviewSeat,
    PreparationSeatState? CoachingSeat,
    bool IsPreviewed,
    bool HasNoticed,
    bool HasComfort,
    bool IsPractised,
    bool IsPlannerDone,
    bool IsCleared
)
{
    public ReadinessStep Next =>
        this switch
        {
            { IsCleared: true } => ReadinessStep.Deliver,
            { IsPreviewed: false } => PreviewSeat switch
            {
                PreparationSeatState.Invited => ReadinessStep.AnswerPreview,
                PreparationSeatState.Coming or PreparationSeatState.Waiting => ReadinessStep.AttendPreview,
                _ => ReadinessStep.FindPreview,
            },
            { IsPractised: false, CoachingSeat: PreparationSeatState.Invited } => ReadinessStep.AnswerCoaching,
            { IsPractised: false, HasNoticed: false } => ReadinessStep.WriteNoticed,
            { IsPractised: false, CoachingSeat: not (PreparationSeatState.Coming or PreparationSeatState.Waiting) } =>
                ReadinessStep.FindCoaching,
            { IsPractised: false, HasComfort: false } => ReadinessStep.MarkComfort,
            { IsPractised: false } => ReadinessStep.AttendCoaching,
            { IsPlannerDone: false } => ReadinessStep.FinishPlanner,
            _ => ReadinessStep.WaitForCoach,
        };
}

/// <summary>From which day a leader can be put on a timetable, how sure that is, and who leads until then.</summary>
/// <param name="IsCleared">The coach's word; otherwise the day is expected.</param>
public readonly record struct ReadyFrom(DateOnly On, bool IsCleared, People.PersonId? Deputy)
{
    /// <param name="readiness">Null: nothing is known of them.</param>
    /// <param name="coachingOn">The day of the coaching group in which they have a seat.</param>
    public static ReadyFrom Of(LeaderReadiness? readiness, DateOnly? coachingOn, DateOnly windowStart)
    {
        if (readiness is { IsCleared: true })
        {
            return new ReadyFrom(windowStart, true, null);
        }

        if (readiness is { ExpectedOn: { } expected })
        {
            return new ReadyFrom(expected, false, readiness.DeputyId);
        }

        // Nobody teaches what they have not practised: the day after the group, if that is later than the window.
        var after = coachingOn?.AddDays(1);
        return new ReadyFrom(after > windowStart ? after.Value : windowStart, false, null);
    }
}
