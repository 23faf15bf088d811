using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Strategy;

/// <summary>What a cause of a performance gap lies in.</summary>
public enum CauseGround
{
    /// <summary>In what surrounds the work: whoever does it, it would go the same.</summary>
    Environment,

    /// <summary>In a skill: training can help.</summary>
    Skill,

    /// <summary>In something else about a person or outside: neither training nor the environment helps at once.</summary>
    Other,
}

/// <summary>One cause; its words are <c>sheet.gap.ID.label</c>.</summary>
/// <param name="Remedy">What to look at first when this cause is the strongest.</param>
public sealed record PerformanceCause(string Id, CauseGround Ground, string Remedy);

/// <summary>How strong each cause is, and what follows: the cheapest remedy first, and training only where it can help (DOMAIN 8.4, 15.13).</summary>
public static class PerformanceCauses
{
    public const string Training = "training";

    /// <summary>Skill at least this strong before training may be chosen.</summary>
    public const int SkillNeeded = 2;

    /// <summary>In the order in which remedies get dearer (Gilbert 1978: data, instruments, incentives, knowledge, capacity, motives).</summary>
    public static readonly IReadOnlyList<PerformanceCause> All =
    [
        new("expectationsUnclear", CauseGround.Environment, "say_what_is_expected"),
        new("feedbackMissing", CauseGround.Environment, "give_feedback"),
        new("unwrittenNorms", CauseGround.Environment, "say_what_is_expected"),
        new("toolsOrTimeMissing", CauseGround.Environment, "tools_and_time"),
        new("processBroken", CauseGround.Environment, "mend_the_process"),
        new("authorityMissing", CauseGround.Environment, "give_authority"),
        new("workload", CauseGround.Environment, "take_something_off"),
        new("consequencesWrong", CauseGround.Environment, "change_what_follows"),
        new("skillRusty", CauseGround.Skill, "practice"),
        new("skillNeverLearned", CauseGround.Skill, Training),
        new("capacityOrFit", CauseGround.Other, "change_the_task"),
        new("motive", CauseGround.Other, "talk_about_it"),
        new("health", CauseGround.Other, "talk_about_it"),
        new("outsideCause", CauseGround.Other, "change_the_goal"),
    ];

    public static readonly IReadOnlyList<string> Remedies = [.. All.Select(c => c.Remedy).Distinct()];

    /// <summary>How strong a cause is said to be, 0–3; zero where nothing was said.</summary>
    public static int StrengthOf(this Sheet sheet, PerformanceCause cause) => sheet.Number(cause.Id) ?? 0;

    /// <summary>Skill at least 2, and no cause in the environment stronger (DOMAIN 8.4).</summary>
    /// <param name="skill">The stronger of the two about skills, 0–3.</param>
    /// <param name="environment">The strongest of those in the environment, 0–3.</param>
    public static bool TrainingCanHelp(int skill, int environment) => skill >= SkillNeeded && environment <= skill;

    public static bool TrainingCanHelp(Sheet sheet) =>
        TrainingCanHelp(Strongest(sheet, CauseGround.Skill), Strongest(sheet, CauseGround.Environment));

    /// <summary>What stands in the way of training: causes in the environment that are stronger than skill, the strongest first.</summary>
    public static IReadOnlyList<PerformanceCause> Before(Sheet sheet)
    {
        var skill = Strongest(sheet, CauseGround.Skill);
        return [.. All.Where(c => c.Ground == CauseGround.Environment && sheet.StrengthOf(c) > skill).OrderByDescending(sheet.StrengthOf)];
    }

    /// <summary>Where to begin: the strongest causes, and among equal ones the one whose remedy is cheapest; null while no cause is named.</summary>
    public static PerformanceCause? First(Sheet sheet) =>
        All.Where(c => sheet.StrengthOf(c) > 0).OrderByDescending(sheet.StrengthOf).FirstOrDefault();

    /// <summary>Whether the remedy that is written down may be chosen. Refused: <c>training-cannot-help</c>.</summary>
    public static Shared.Outcome Check(Sheet sheet) =>
        sheet["remedy"] == Training && !TrainingCanHelp(sheet) ? new Shared.Refusal("training-cannot-help") : Shared.Outcome.Done;

    private static int Strongest(Sheet sheet, CauseGround ground) => All.Where(c => c.Ground == ground).Max(sheet.StrengthOf);
}

/// <summary>A gap in numbers (DOMAIN 8.4).</summary>
/// <param name="Size">Desired minus actual, in the unit of the measure; null while one of them is not known.</param>
/// <param name="Worth">Size × what one unit is worth, in money; null while that is not known.</param>
/// <param name="Potential">
/// How many times better the best is than what is typical (Gilbert's potential for improving performance): exemplary ÷ typical, or the other way round where less is
/// better, so that it is 1 or more where there is something to gain. Null while one is not known or the divisor is zero.
/// </param>
public sealed record GapSize(decimal? Size, decimal? Worth, decimal? Potential)
{
    public static GapSize Of(Sheet sheet)
    {
        var size = sheet.Amount("desired") - sheet.Amount("actual");
        var (typical, best) = (sheet.Amount("typical"), sheet.Amount("exemplary"));
        var (more, less) = size < 0 ? (typical, best) : (best, typical);
        return new GapSize(
            size,
            size is { } s && sheet.Amount("worthEach") is { } each ? Math.Abs(s) * each : null,
            more is { } over && less is { } under and not 0 ? Math.Round(over / under, 2) : null
        );
    }
}
