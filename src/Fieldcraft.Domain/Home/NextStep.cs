namespace Fieldcraft.Domain.Home;

/// <summary>The small steps that Home knows, each a sentence with one button.</summary>
public enum StepKind
{
    /// <summary>The strain check is positive: what eases the load comes before anything to learn.</summary>
    EaseStrain,
    CaptureTry,
    LookBack,
    ReadFeedback,
    ReadShare,

    /// <summary>Ideas of teams wait for the person's answer; stays until they are answered.</summary>
    AnswerIdeas,
    CheckStrain,
    BringAssignment,
    PickQuestions,
    SketchPlan,
    PlanTry,
    ReviewPlan,
    DecideNext,

    /// <summary>Nothing waits: the next try is on its day, and the journal is open.</summary>
    Reflect,
}

/// <summary>One step: what it is, of which item, and the day it belongs to.</summary>
public sealed record NextStep(StepKind Kind, Guid? Item = null, DateOnly? On = null);

/// <summary>What Home has to know about a person: dates and ids, no text. Each fact is null or false where there is no such thing.</summary>
public sealed record HomeFacts
{
    public required DateOnly Today { get; init; }

    /// <summary>The newest assignment that goes on.</summary>
    public Guid? Assignment { get; init; }

    /// <summary>Whether any of its questions has an answer.</summary>
    public bool HasAnswers { get; init; }

    /// <summary>The newest plan that goes on, and when it is to be looked at again.</summary>
    public Guid? Plan { get; init; }
    public DateOnly? PlanReviewOn { get; init; }

    /// <summary>The planned try whose day comes first, also when that day is past.</summary>
    public Guid? Try { get; init; }
    public DateOnly? TryOn { get; init; }

    /// <summary>A try that took place and waits for what follows from it.</summary>
    public Guid? TryToDecide { get; init; }

    /// <summary>A review that was set down for an event within the last two days.</summary>
    public Guid? ReviewToWrite { get; init; }
    public DateOnly? ReviewEventOn { get; init; }

    /// <summary>An answer that nobody has read.</summary>
    public Guid? Feedback { get; init; }

    /// <summary>A copy that somebody shared and that was not opened.</summary>
    public Guid? Share { get; init; }

    /// <summary>By when the first of the ideas is to be answered that wait for this person.</summary>
    public DateOnly? IdeaDueOn { get; init; }
    public bool IsStrainPositive { get; init; }
    public bool IsStrainCheckDue { get; init; }
}

/// <summary>
/// Picks the one next small step, and what else waits. First what has a day or another person waiting, then the way from an assignment to a
/// plan to a try, then what comes round. While the strain check is positive, everything that asks for learning pauses (DOMAIN 3.4).
/// </summary>
public static class NextSteps
{
    /// <summary>How much is shown beside the one step.</summary>
    public const int OthersAtMost = 3;

    /// <summary>The steps in the order in which they matter; the first is the one. There is always one.</summary>
    public static IReadOnlyList<NextStep> Of(HomeFacts facts)
    {
        var steps = facts.IsStrainPositive ? WhileStrained(facts) : Usual(facts);
        return [.. steps.Take(1 + OthersAtMost)];
    }

    private static IEnumerable<NextStep> WhileStrained(HomeFacts facts)
    {
        yield return new(StepKind.EaseStrain, facts.Assignment);
        if (facts.IsStrainCheckDue)
        {
            yield return new(StepKind.CheckStrain);
        }

        foreach (var step in FromOthers(facts))
        {
            yield return step;
        }
    }

    private static IEnumerable<NextStep> Usual(HomeFacts facts)
    {
        var count = 0;
        foreach (var step in Dated(facts).Concat(FromOthers(facts)).Concat(OnTheWay(facts)).Concat(ComingRound(facts)))
        {
            count++;
            yield return step;
        }

        if (count == 0)
        {
            yield return new(StepKind.Reflect, facts.Try, facts.TryOn);
        }
    }

    private static IEnumerable<NextStep> Dated(HomeFacts facts)
    {
        if (facts.Try is { } planned && facts.TryOn <= facts.Today)
        {
            yield return new(StepKind.CaptureTry, planned, facts.TryOn);
        }

        if (facts.ReviewToWrite is { } review)
        {
            yield return new(StepKind.LookBack, review, facts.ReviewEventOn);
        }
    }

    private static IEnumerable<NextStep> FromOthers(HomeFacts facts)
    {
        if (facts.IdeaDueOn is { } due)
        {
            yield return new(StepKind.AnswerIdeas, null, due);
        }

        if (facts.Feedback is { } feedback)
        {
            yield return new(StepKind.ReadFeedback, feedback);
        }

        if (facts.Share is { } share)
        {
            yield return new(StepKind.ReadShare, share);
        }
    }

    /// <summary>The first thing that is missing on the way from an assignment to a try; one at a time.</summary>
    private static IEnumerable<NextStep> OnTheWay(HomeFacts facts)
    {
        if (facts.IsStrainCheckDue)
        {
            yield return new(StepKind.CheckStrain);
        }

        if (facts.Assignment is null && facts.Plan is null && facts.Try is null)
        {
            yield return new(StepKind.BringAssignment);
        }
        else if (facts.Assignment is { } assignment && !facts.HasAnswers && facts.Plan is null)
        {
            yield return new(StepKind.PickQuestions, assignment);
        }
        else if (facts.Plan is null && facts.Try is null)
        {
            yield return new(StepKind.SketchPlan, facts.Assignment);
        }
        else if (facts.TryToDecide is { } done)
        {
            yield return new(StepKind.DecideNext, done);
        }
        else if (facts.Plan is { } plan && facts.Try is null)
        {
            yield return new(StepKind.PlanTry, plan);
        }
    }

    private static IEnumerable<NextStep> ComingRound(HomeFacts facts)
    {
        if (facts.Plan is { } plan && facts.PlanReviewOn <= facts.Today)
        {
            yield return new(StepKind.ReviewPlan, plan, facts.PlanReviewOn);
        }
    }
}
