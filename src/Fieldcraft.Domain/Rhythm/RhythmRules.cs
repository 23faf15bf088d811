using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rhythm;

/// <summary>The numbers of the rhythm and of the load account.</summary>
public sealed record RhythmRules
{
    /// <summary>Minutes a week offered when a person is asked (DOMAIN 4.7: about 1–1.5 hours).</summary>
    public required int MinutesAWeekOffered { get; init; }
    public required int MinutesAWeekAtLeast { get; init; }
    public required int MinutesAWeekAtMost { get; init; }

    /// <summary>The highest cap on the load of a month.</summary>
    public required int HoursAMonthAtMost { get; init; }

    /// <summary>Days after which the link in a nudge no longer opens.</summary>
    public required int NudgeLinkDays { get; init; }

    /// <summary>What the steps take.</summary>
    public required StepMinutes Minutes { get; init; }

    /// <summary>The hours that a shift pattern of the directory stands for.</summary>
    public required ShiftHours Shifts { get; init; }

    internal IEnumerable<InputProblem> Problems()
    {
        (bool Holds, string Name)[] promises =
        [
            (MinutesAWeekAtLeast >= 1, "minutesAWeekAtLeast"),
            (MinutesAWeekOffered >= MinutesAWeekAtLeast, "minutesAWeekOffered"),
            (MinutesAWeekAtMost >= MinutesAWeekOffered, "minutesAWeekAtMost"),
            (HoursAMonthAtMost is >= 1 and <= 744, "hoursAMonthAtMost"),
            (NudgeLinkDays is >= 1 and <= 30, "nudgeLinkDays"),
            (Minutes.All.All(m => m is >= 1 and <= 24 * 60), "minutes"),
            (Shifts.All.All(s => s.From != s.Until), "shifts"),
        ];
        return promises.Where(p => !p.Holds).Select(p => new InputProblem($"rhythm.{p.Name}", InputProblems.OutOfRange));
    }
}

/// <summary>What each thing takes of a person's time, in minutes (DOMAIN 3.4, 4.4, 4.7; the rest is our estimate).</summary>
public sealed record StepMinutes
{
    /// <summary>A note on the day of an experiment: 2 (DOMAIN 4.7).</summary>
    public required int Capture { get; init; }

    /// <summary>The weekly reflection: 15 (DOMAIN 4.7).</summary>
    public required int Reflection { get; init; }

    /// <summary>An after-event review alone: 10–15 (DOMAIN 4.4).</summary>
    public required int EventReview { get; init; }

    /// <summary>Looking at a plan again: 30 (DOMAIN 4.7).</summary>
    public required int PlanReview { get; init; }

    /// <summary>The end of a cycle of ninety days: 60 (DOMAIN 4.7).</summary>
    public required int CycleEnd { get; init; }

    /// <summary>Two questions (DOMAIN 3.4).</summary>
    public required int StrainCheck { get; init; }

    /// <summary>Answering somebody's question: 2 (DOMAIN 4.7).</summary>
    public required int Feedback { get; init; }

    /// <summary>Planning a try.</summary>
    public required int PlanTry { get; init; }

    /// <summary>The first three questions, or the first sketch of a plan.</summary>
    public required int Begin { get; init; }

    internal IEnumerable<int> All => [Capture, Reflection, EventReview, PlanReview, CycleEnd, StrainCheck, Feedback, PlanTry, Begin];

    public int Of(StepKind step) =>
        step switch
        {
            StepKind.CaptureTry => Capture,
            StepKind.LookBack => EventReview,
            StepKind.ReviewPlan => PlanReview,
            StepKind.CheckStrain or StepKind.EaseStrain => StrainCheck,
            StepKind.ReadFeedback or StepKind.ReadShare or StepKind.DecideNext => Feedback,
            StepKind.PlanTry => PlanTry,
            StepKind.Reflect => Reflection,
            _ => Begin,
        };
}

/// <summary>The hours of the shift patterns that a directory names. Every other pattern (shifts that rotate) says no hours.</summary>
public sealed record ShiftHours
{
    /// <summary>Where the directory names no pattern.</summary>
    public required DayHours Unsaid { get; init; }
    public required DayHours Office { get; init; }
    public required DayHours Early { get; init; }
    public required DayHours Late { get; init; }
    public required DayHours Night { get; init; }

    internal IEnumerable<DayHours> All => [Unsaid, Office, Early, Late, Night];

    /// <param name="pattern">As the directory writes it.</param>
    public DayHours? Of(string pattern) =>
        pattern.Trim().ToUpperInvariant() switch
        {
            "" => Unsaid,
            "OFFICE" => Office,
            "EARLY" => Early,
            "LATE" => Late,
            "NIGHT" => Night,
            _ => null,
        };
}
