using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rhythm;

/// <summary>A nudge the person had before.</summary>
public sealed record GivenNudge(StepKind Step, Guid? Item, int Minutes, DateTimeOffset At);

/// <summary>Everything a decision about a nudge depends on.</summary>
public sealed record NudgeFacts
{
    /// <summary>The same facts that Home's steps are made of, the strain check among them.</summary>
    public required HomeFacts Home { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>The time on the person's own clock.</summary>
    public required DateTime LocalNow { get; init; }

    /// <summary>Null when nobody knows them.</summary>
    public WorkingHours? Hours { get; init; }
    public DayHours? Quiet { get; init; }

    /// <summary>On leave by the directory, or away by their own word.</summary>
    public bool IsAway { get; init; }
    public bool WantsNudges { get; init; } = true;

    /// <summary>Several were dismissed and the person has not resumed them.</summary>
    public bool ArePaused { get; init; }

    /// <summary>What is asked of the person this month has reached their cap.</summary>
    public bool IsLoadFull { get; init; }
    public required int MinutesAWeek { get; init; }

    /// <summary>The day of the weekly reflection.</summary>
    public DayOfWeek? ReflectsOn { get; init; }

    /// <summary>What was given in the last seven days at least.</summary>
    public required IReadOnlyList<GivenNudge> Given { get; init; }
}

/// <summary>Why no nudge is given now.</summary>
public enum NudgeHold
{
    Unwanted,
    Dismissed,
    Away,
    Strain,
    OutsideHours,
    QuietHours,
    LoadFull,
    WeekFull,
    TodayHadOne,
    NothingWaits,
    NoTimeLeft,
}

/// <summary>Either a step with what it takes, or why there is none.</summary>
public sealed record NudgeDecision(NextStep? Step, int Minutes, NudgeHold? Hold)
{
    public static NudgeDecision Of(NudgeHold hold) => new(null, 0, hold);
}

/// <summary>
/// Whether a person gets a nudge now (DOMAIN 4.7): at most three in any seven days and one a day, only in working hours, never on leave,
/// under strain, in quiet hours or after several were dismissed, and never more than fits into the time the person gives.
/// </summary>
public static class NudgeRule
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    // A little less than a day: the hourly look must not move the next one later every day.
    private static readonly TimeSpan Apart = TimeSpan.FromHours(20);

    public static NudgeDecision Decide(NudgeFacts facts, NudgeRules nudges, RhythmRules rhythm)
    {
        if (Held(facts, nudges) is { } hold)
        {
            return NudgeDecision.Of(hold);
        }

        var recent = facts.Given.Where(g => g.At > facts.Now - Week).ToList();
        var left = facts.MinutesAWeek - recent.Sum(g => g.Minutes);
        var waiting = Steps(facts).Where(s => !recent.Exists(g => g.Step == s.Kind && g.Item == s.Item)).ToList();
        if (waiting.Count == 0)
        {
            return NudgeDecision.Of(NudgeHold.NothingWaits);
        }

        var fits = waiting.Find(s => rhythm.Minutes.Of(s.Kind) <= left);
        return fits is null ? NudgeDecision.Of(NudgeHold.NoTimeLeft) : new NudgeDecision(fits, rhythm.Minutes.Of(fits.Kind), null);
    }

    private static NudgeHold? Held(NudgeFacts facts, NudgeRules rules)
    {
        var lately = facts.Given.Count(g => g.At > facts.Now - Week);
        return facts switch
        {
            { WantsNudges: false } => NudgeHold.Unwanted,
            { ArePaused: true } => NudgeHold.Dismissed,
            { IsAway: true } => NudgeHold.Away,
            { Home.IsStrainPositive: true } => NudgeHold.Strain,
            _ when facts.Hours?.Holds(facts.LocalNow) != true => NudgeHold.OutsideHours,
            _ when facts.Quiet?.Holds(TimeOnly.FromDateTime(facts.LocalNow)) == true => NudgeHold.QuietHours,
            { IsLoadFull: true } => NudgeHold.LoadFull,
            _ when lately >= rules.AtMostAWeek => NudgeHold.WeekFull,
            _ when facts.Given.Any(g => g.At > facts.Now - Apart) => NudgeHold.TodayHadOne,
            _ => null,
        };
    }

    /// <summary>Home's own steps, as far as one reminds of them, and the weekly reflection on its day.</summary>
    private static IEnumerable<NextStep> Steps(NudgeFacts facts)
    {
        foreach (var step in NextSteps.Of(facts.Home).Where(s => IsReminded(s.Kind)))
        {
            yield return step;
        }

        if (facts.ReflectsOn == facts.LocalNow.DayOfWeek)
        {
            yield return new NextStep(StepKind.Reflect, null, DateOnly.FromDateTime(facts.LocalNow));
        }
    }

    /// <summary>Not what others sent, which is a notice of its own, and nothing for somebody who has not begun.</summary>
    private static bool IsReminded(StepKind kind) =>
        kind
            is StepKind.CaptureTry
                or StepKind.LookBack
                or StepKind.DecideNext
                or StepKind.PlanTry
                or StepKind.ReviewPlan
                or StepKind.PickQuestions
                or StepKind.SketchPlan
                or StepKind.CheckStrain;
}
