using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Assignments.Api;

/// <summary>An assignment as the API shows it.</summary>
public sealed record AssignmentJson(
    Guid Id,
    string Title,
    string Context,
    string? Archetype,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    DateOnly? EndedOn,
    string Lesson,
    int Round,
    int Version
)
{
    public static AssignmentJson Of(OpenAssignment a) =>
        new(a.Id.Value, a.Title, a.Context, a.Archetype, a.StartsOn, a.EndsOn, a.EndedOn, a.Lesson, a.Round, a.Version);
}

/// <summary>What the API takes to bring or describe an assignment.</summary>
public sealed record AssignmentBody(
    string? Title,
    string? Context = null,
    string? Archetype = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null
)
{
    public AssignmentFacts ToFacts() =>
        new()
        {
            Title = Title,
            Context = Context,
            Archetype = Archetype,
            StartsOn = StartsOn,
            EndsOn = EndsOn,
        };

    public IResult? Problem(Knowledge knowledge) =>
        InputProblem.All(ToFacts().Problems())
        ?? (string.IsNullOrEmpty(Archetype) || knowledge.Archetype(Archetype) is not null ? null : InputProblem.Of("archetype", "unknown"));
}

/// <summary>What ends an assignment.</summary>
public sealed record EndBody(DateOnly? On, string? Lesson = null);

/// <summary>The round after which a new one begins; a second call with the same number begins nothing.</summary>
public sealed record RoundBody(int After);

/// <summary>An answer as the API shows it.</summary>
public sealed record AnswerJson(
    Guid Id,
    string Question,
    int Round,
    string Text,
    bool Resonates,
    AnswerStance Stance,
    DateTimeOffset ChangedAt,
    int Version
)
{
    public static AnswerJson Of(OpenAnswer a) =>
        new(a.Id.Value, a.Question, a.Round, a.Text, a.Resonates, a.Stance, a.ChangedAt, a.Version);
}

/// <summary>An answer with the assignment it is about.</summary>
public sealed record OwnAnswerJson(Guid Assignment, AnswerJson Answer);

/// <summary>What the API takes as an answer; the stance is towards what the organisation says to the same question.</summary>
public sealed record AnswerBody(string? Text, bool Resonates = false, AnswerStance Stance = AnswerStance.None);

/// <summary>All answers of all rounds, with the present round.</summary>
public sealed record AnswersJson(int Round, IReadOnlyList<AnswerJson> Items);

/// <summary>The present round of questions.</summary>
public sealed record RoundBegunJson(int Round);
