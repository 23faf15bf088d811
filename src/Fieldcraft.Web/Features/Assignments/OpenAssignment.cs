using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Growth;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>One assignment, opened for its owner.</summary>
public sealed record OpenAssignment(
    AssignmentId Id,
    string Title,
    string Context,
    string? Archetype,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    DateOnly? EndedOn,
    string Lesson,
    int Round,
    DateTimeOffset BroughtAt,
    int Version
)
{
    /// <summary>The gap it was brought for, if it was brought for one.</summary>
    public GrowthOrigin? Origin { get; init; }

    public bool IsEnded => EndedOn is not null;

    public AssignmentFacts Facts =>
        new()
        {
            Title = Title,
            Context = Context,
            Archetype = Archetype,
            StartsOn = StartsOn,
            EndsOn = EndsOn,
        };
}

/// <summary>One answer, opened for its owner. Without a text it is a question that only speaks to them.</summary>
public sealed record OpenAnswer(
    AnswerId Id,
    string Question,
    int Round,
    string Text,
    bool Resonates,
    AnswerStance Stance,
    DateTimeOffset ChangedAt,
    int Version
)
{
    public bool HasText => Text.Length > 0;
}

/// <summary>An assignment with every answer of every round.</summary>
public sealed record OpenInquiry(OpenAssignment Assignment, IReadOnlyList<OpenAnswer> Answers)
{
    /// <summary>The answer of the present round; null when there is none yet.</summary>
    public OpenAnswer? Now(string question) => Answers.FirstOrDefault(a => a.Question == question && a.Round == Assignment.Round);

    /// <summary>What was answered in earlier rounds, newest first.</summary>
    public IEnumerable<OpenAnswer> Earlier(string question) =>
        Answers.Where(a => a.Question == question && a.Round < Assignment.Round && a.HasText).OrderByDescending(a => a.Round);

    /// <summary>What the present answer says differently from the one before, word by word; null while there is nothing to compare.</summary>
    public (OpenAnswer Earlier, IReadOnlyList<ChangedWords> Pieces)? Changes(string question) =>
        Now(question) is { HasText: true } now
        && Earlier(question).FirstOrDefault() is { } earlier
        && WordChanges.Between(earlier.Text, now.Text) is var pieces
        && pieces.Any(p => p.Change != WordChange.Kept)
            ? (earlier, pieces)
            : null;

    /// <summary>Whether the present round holds anything.</summary>
    public bool HasAnswersNow => Answers.Any(a => a.Round == Assignment.Round && (a.HasText || a.Resonates));

    public bool IsAnswered(string question) => Now(question) is { HasText: true };

    public int AnsweredNow => Answers.Count(a => a.Round == Assignment.Round && a.HasText);
}
