using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Conditions;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>What the form of one question sends.</summary>
public sealed record AnswerInput
{
    [MaxLength(Answer.TextLength)]
    public string? Text { get; init; }

    public bool Resonates { get; init; }

    public AnswerStance Stance { get; init; }

    /// <summary>The version that was changed; 0 when there was no answer.</summary>
    public int Version { get; init; }

    public AnswerWording ToWording() => new(Text, Resonates, Stance);

    public static AnswerInput Of(OpenAnswer? answer) =>
        answer is null
            ? new()
            : new()
            {
                Text = answer.Text,
                Resonates = answer.Resonates,
                Stance = answer.Stance,
                Version = answer.Version,
            };
}

/// <summary>One question as a page asks it.</summary>
/// <param name="Number">Its place among all questions, from 1.</param>
/// <param name="Previous">Its neighbours; null at either end, and in the quick start.</param>
public sealed record Ask(
    OpenInquiry Inquiry,
    TriggerQuestion Question,
    int Number,
    int Of,
    AnswerInput Typed,
    string Action,
    string? Previous = null,
    string? Next = null,
    string NextWord = "inquiry.next",
    string ButtonWord = "inquiry.save"
)
{
    /// <summary>What the organisation says to this question, the role's own text last.</summary>
    public IReadOnlyList<HeldCondition> Beside { get; init; } = [];

    public OpenAnswer? Kept => Inquiry.Now(Question.Id);

    /// <summary>Whether it was said after the own answer was given.</summary>
    public bool IsNewer(HeldCondition held) => Kept is { HasText: true } given && held.At > given.ChangedAt;

    /// <summary>Whether the button leads to another page; else it only keeps the answer, which a script does by itself.</summary>
    public bool GoesOn => ButtonWord != "inquiry.save";

    /// <summary>Where the form of a question goes, with the round it was opened in.</summary>
    /// <param name="from">Where to go on without script: back to the sheet, or to the next question.</param>
    public static string ActionOf(OpenAssignment assignment, string question, string from) =>
        $"{AssignmentsLinks.Question(assignment.Id, question)}?round={assignment.Round}&from={from}";
}
