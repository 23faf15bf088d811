using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments;

/// <summary>
/// A real role, project or task that somebody leads and learns from (PRODUCT 0.1). A person has several at once; an ended one stays,
/// with its lesson, as experience.
/// </summary>
public sealed class Assignment : Aggregate<AssignmentId>
{
    public const int LessonLength = 4_000;

    private Assignment(AssignmentId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public SealedText Title { get; private set; } = null!;
    public SealedText? Context { get; private set; }

    /// <summary>One of the archetypes of DOMAIN 1.5; null when none of them fits.</summary>
    public string? Archetype { get; private set; }
    public DateOnly? StartsOn { get; private set; }

    /// <summary>The last day as it is planned.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The day it really ended; null while it goes on.</summary>
    public DateOnly? EndedOn { get; private set; }
    public SealedText? Lesson { get; private set; }

    /// <summary><see cref="GrowthOrigin"/> as JSON, where it was brought to close a gap.</summary>
    public SealedText? Origin { get; private set; }

    /// <summary>The present round of questions, from 1. Earlier rounds stay as they were answered (PRODUCT 0.5).</summary>
    public int Round { get; private set; }
    public DateTimeOffset BroughtAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public bool IsEnded => EndedOn is not null;

    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static Assignment Bring(
        AssignmentId id,
        PersonId owner,
        AssignmentFacts facts,
        ISealer sealer,
        DateTimeOffset now,
        GrowthOrigin? origin = null
    )
    {
        var assignment = new Assignment(id)
        {
            OwnerId = owner,
            Round = 1,
            BroughtAt = now,
            Origin = sealer.SealOptional(nameof(Origin), origin?.ToJson(), GrowthOrigin.JsonLength),
        };
        assignment.Take(facts, sealer, now);
        assignment.Happened(new AssignmentBrought(owner.Value, id.Value, now));
        return assignment;
    }

    public void Describe(AssignmentFacts facts, ISealer sealer, DateTimeOffset now)
    {
        Take(facts, sealer, now);
        Happened(new AssignmentDescribed(OwnerId.Value, Id.Value, now));
    }

    /// <summary>
    /// Goes through the questions once more; the answers so far stay. A second click on the same button finds the round begun and
    /// changes nothing. Refused: <c>round-without-answers</c>, <c>assignment-ended</c>.
    /// </summary>
    /// <param name="after">The round the person had before them.</param>
    /// <param name="hasAnswers">Whether anything was answered in it.</param>
    public Outcome BeginRound(int after, bool hasAnswers, DateTimeOffset now)
    {
        if (IsEnded)
        {
            return new Refusal("assignment-ended");
        }

        if (after != Round)
        {
            return Outcome.Done;
        }

        if (!hasAnswers)
        {
            return new Refusal("round-without-answers");
        }

        Round++;
        ChangedAt = now;
        Happened(new RoundBegun(OwnerId.Value, Id.Value, Round, now));
        return Outcome.Done;
    }

    /// <summary>Ends it, or mends the day and the lesson of one that has ended. Refused: <c>assignment-ends-before-it-starts</c>.</summary>
    public Outcome End(DateOnly on, string? lesson, ISealer sealer, DateTimeOffset now)
    {
        if (on < StartsOn)
        {
            return new Refusal("assignment-ends-before-it-starts");
        }

        EndedOn = on;
        Lesson = sealer.SealOptional(nameof(Lesson), lesson, LessonLength);
        ChangedAt = now;
        Happened(new AssignmentEnded(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>It goes on after all; the lesson stays. Refused: <c>assignment-not-ended</c>.</summary>
    public Outcome TakeUpAgain(DateTimeOffset now)
    {
        if (!IsEnded)
        {
            return new Refusal("assignment-not-ended");
        }

        EndedOn = null;
        ChangedAt = now;
        Happened(new AssignmentTakenUpAgain(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that the assignment is going; its rows and keys are then removed.</summary>
    public void Discard(DateTimeOffset now) => Happened(new AssignmentDiscarded(OwnerId.Value, Id.Value, now));

    private void Take(AssignmentFacts facts, ISealer sealer, DateTimeOffset now)
    {
        if (facts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }

        Title = sealer.SealRequired(nameof(Title), facts.Title, AssignmentFacts.TitleLength);
        Context = sealer.SealOptional(nameof(Context), facts.Context, AssignmentFacts.ContextLength);
        Archetype = string.IsNullOrWhiteSpace(facts.Archetype) ? null : facts.Archetype;
        StartsOn = facts.StartsOn;
        EndsOn = facts.EndsOn;
        ChangedAt = now;
    }
}
