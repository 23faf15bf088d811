using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments;

/// <summary>
/// What a person writes to one trigger question about one assignment in one round (DOMAIN 1.7). A root of its own, with its own
/// version, so that two questions open in two tabs never get in each other's way.
/// </summary>
public sealed class Answer : Aggregate<AnswerId>
{
    public const int TextLength = 8_000;
    public const int QuestionLength = 20;

    private Answer(AnswerId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public AssignmentId AssignmentId { get; private set; }

    /// <summary>The id of the question in the content, for example <c>p4</c>.</summary>
    public string Question { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Round { get; private set; }
    public SealedText? Text { get; private set; }

    /// <summary>"This one speaks to me": also without a text.</summary>
    public bool Resonates { get; private set; }

    /// <summary>How the answer stands to what the organisation says there; sealed, because disagreeing is nobody else's business.</summary>
    public SealedText? Stance { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public bool HasText => Text is not null;

    public static Answer Give(
        AnswerId id,
        Assignment assignment,
        string question,
        AnswerWording wording,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var answer = new Answer(id)
        {
            OwnerId = assignment.OwnerId,
            AssignmentId = assignment.Id,
            Question = question,
            Round = assignment.Round,
        };
        answer.Take(wording, sealer, now);
        return answer;
    }

    /// <summary>Writes it anew, also empty. Refused: <c>round-over</c>, because a later round stands beside it.</summary>
    /// <param name="round">The present round of the assignment.</param>
    public Outcome Rewrite(AnswerWording wording, int round, ISealer sealer, DateTimeOffset now)
    {
        if (Round != round)
        {
            return new Refusal("round-over");
        }

        Take(wording, sealer, now);
        return Outcome.Done;
    }

    private void Take(AnswerWording wording, ISealer sealer, DateTimeOffset now)
    {
        Text = sealer.SealOptional(nameof(Text), wording.Text, TextLength);
        Resonates = wording.Resonates;
        Stance = wording.Stance == AnswerStance.None ? null : sealer.Seal(nameof(Stance), wording.Stance.ToString());
        ChangedAt = now;
        Happened(new QuestionAnswered(OwnerId.Value, AssignmentId.Value, Id.Value, now));
    }
}

/// <summary>How an own answer stands to what the organisation says to the same question. For the owner only.</summary>
public enum AnswerStance
{
    None,

    /// <summary>It holds for the own case as it stands.</summary>
    AsItStands,

    /// <summary>The own answer corrects it for the own case.</summary>
    Corrected,

    /// <summary>The owner sees it differently.</summary>
    Differs,
}

/// <summary>What is written as an answer.</summary>
public sealed record AnswerWording(string? Text, bool Resonates = false, AnswerStance Stance = AnswerStance.None)
{
    /// <summary>Nothing that would be worth a row.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && !Resonates && Stance == AnswerStance.None;

    public IReadOnlyList<InputProblem> Problems() => [.. AssignmentFacts.Lengths("text", Text, Answer.TextLength)];
}
