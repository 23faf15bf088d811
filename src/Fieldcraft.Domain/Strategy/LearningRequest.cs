using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Strategy;

public readonly record struct LearningRequestId(Guid Value) : IEntityId<LearningRequestId>, IComparable<LearningRequestId>
{
    public static LearningRequestId From(Guid value) => new(value);

    public int CompareTo(LearningRequestId other) => Value.CompareTo(other.Value);
}

public enum RequestAnswer
{
    /// <summary>The learning team takes it on.</summary>
    Yes,

    /// <summary>Something else comes first, or helps more.</summary>
    SomethingElse,
    No,
}

/// <summary>
/// Something that is asked of the learning team. Whoever asks is led from “we need a course” to the gap, its causes and the cheapest remedy; the team answers by a day.
/// </summary>
public sealed class LearningRequest : Aggregate<LearningRequestId>
{
    public const int AnswerLength = 1_500;

    private LearningRequest(LearningRequestId id)
        : base(id) { }

    /// <summary>Who asks.</summary>
    public PersonId OwnerId { get; private set; }

    /// <summary>The unit it is asked for.</summary>
    public UnitId UnitId { get; private set; }

    /// <summary>The <see cref="Sheet"/> as JSON.</summary>
    public string Written { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The day by which an answer is owed.</summary>
    public DateOnly AnswerBy { get; private set; }
    public RequestAnswer? Answer { get; private set; }
    public string? AnswerText { get; private set; }
    public PersonId? AnsweredById { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The performance gap it became.</summary>
    public StrategyEntryId? GapId { get; private set; }

    public Sheet Sheet => SheetJson.Read(Written);

    public bool IsOpen => Answer is null;

    /// <summary>Whether the day passed without an answer, or the answer came after it.</summary>
    public bool IsLate(DateOnly today) => (AnsweredAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : today) > AnswerBy;

    public static LearningRequest Ask(LearningRequestId id, PersonId by, UnitId unit, Sheet sheet, DateOnly answerBy, DateTimeOffset now)
    {
        InputProblems.Refuse(StrategyForms.Request.Problems(sheet), nameof(sheet));
        var request = new LearningRequest(id)
        {
            OwnerId = by,
            UnitId = unit,
            Written = SheetJson.Write(sheet),
            AskedAt = now,
            AnswerBy = answerBy,
        };
        request.Happened(new RequestAsked(by.Value, id.Value, now));
        return request;
    }

    /// <summary>Says more about it. Refused: <c>request-answered</c>.</summary>
    public Outcome SayMore(Sheet sheet, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return new Refusal("request-answered");
        }

        InputProblems.Refuse(StrategyForms.Request.Problems(sheet), nameof(sheet));
        Written = SheetJson.Write(sheet);
        Happened(new RequestAsked(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// Answers it, with a reason. Refused: <c>request-answer-empty</c>; <c>training-cannot-help</c> for a yes to training while something in the environment is stronger;
    /// <c>request-without-gap</c> for a yes before the gap is said.
    /// </summary>
    /// <param name="isTraining">Whether the yes is to a training.</param>
    public Outcome Reply(RequestAnswer answer, string text, bool isTraining, StrategyEntryId? gap, PersonId by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Refusal("request-answer-empty");
        }

        if (answer == RequestAnswer.Yes && !Sheet.Has("gap"))
        {
            return new Refusal("request-without-gap");
        }

        if (answer == RequestAnswer.Yes && isTraining && !PerformanceCauses.TrainingCanHelp(Sheet))
        {
            return new Refusal("training-cannot-help");
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, AnswerLength, nameof(text));
        (Answer, AnswerText, AnsweredById, AnsweredAt, GapId) = (answer, text.Trim(), by, AnsweredAt ?? now, gap ?? GapId);
        Happened(new RequestAnswered(by.Value, OwnerId.Value, Id.Value, answer, now));
        return Outcome.Done;
    }
}

public sealed record RequestAsked(Guid Person, Guid Request, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record RequestAnswered(Guid Person, Guid AskedBy, Guid Request, RequestAnswer Answer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
