using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Reviews;

public readonly record struct ReviewId(Guid Value) : IEntityId<ReviewId>, IComparable<ReviewId>
{
    public static ReviewId From(Guid value) => new(value);

    public int CompareTo(ReviewId other) => Value.CompareTo(other.Value);
}

/// <summary>What was answered so far; each part may be empty until the review is closed.</summary>
public sealed record ReviewAnswers
{
    public string? WhatHappened { get; init; }
    public string? GoodPart { get; init; }
    public string? LessGoodPart { get; init; }
    public string? OtherExplanation { get; init; }
    public string? OutsideSource { get; init; }
    public string? WithinControl { get; init; }
    public string? NextIf { get; init; }
    public string? NextThen { get; init; }
    public DateOnly? NextOn { get; init; }
}

/// <summary>
/// A look back at one event, alone or with a partner (DOMAIN 4.4): five questions, both halves of the second, another explanation and a source
/// outside the own view in the third, an if-then and a date in the fifth. There is no grade and no place for one.
/// </summary>
public sealed class AfterEventReview : Aggregate<ReviewId>
{
    public const int EventLength = 200;
    public const int PartnerLength = 120;
    public const int AnswerLength = 4_000;
    public const int NextLength = 300;

    private AfterEventReview(ReviewId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public ExperimentId? ExperimentId { get; private set; }
    public SealedText Event { get; private set; } = null!;
    public DateOnly EventOn { get; private set; }

    /// <summary>Who looks back together with the owner; null when alone.</summary>
    public SealedText? Partner { get; private set; }
    public SealedText? WhatHappened { get; private set; }
    public SealedText? GoodPart { get; private set; }
    public SealedText? LessGoodPart { get; private set; }
    public SealedText? OtherExplanation { get; private set; }
    public SealedText? OutsideSource { get; private set; }
    public SealedText? WithinControl { get; private set; }
    public SealedText? NextIf { get; private set; }
    public SealedText? NextThen { get; private set; }
    public DateOnly? NextOn { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When the fifth question was answered and the review closed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether anything was written yet; a review can be set down before its event.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>Sets a review down for an event, past or to come.</summary>
    public static AfterEventReview Of(
        ReviewId id,
        PersonId owner,
        ExperimentId? experiment,
        string what,
        DateOnly on,
        string? partner,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var review = new AfterEventReview(id)
        {
            OwnerId = owner,
            ExperimentId = experiment,
            Event = sealer.SealRequired(nameof(Event), what, EventLength),
            EventOn = on,
            Partner = sealer.SealOptional(nameof(Partner), partner, PartnerLength),
            StartedAt = now,
            ChangedAt = now,
        };
        review.Happened(new ReviewSetDown(owner.Value, id.Value, on, now));
        return review;
    }

    /// <summary>
    /// Whether a review of an event is offered on this day: from the day of the event until <see cref="ReviewRules.OfferedWithinHours"/> after it,
    /// counted in whole days. Later it is still possible, and no longer urged.
    /// </summary>
    public static bool IsOfferedOn(DateOnly eventOn, DateOnly today, ReviewRules rules) =>
        today >= eventOn && eventOn >= OfferedSince(today, rules);

    /// <summary>The earliest day whose events are still offered for review today.</summary>
    public static DateOnly OfferedSince(DateOnly today, ReviewRules rules) => today.AddDays(-(rules.OfferedWithinHours + 23) / 24);

    /// <summary>Keeps what was answered so far. A closed review can be changed as long as it stays whole.</summary>
    public Outcome Write(ReviewAnswers answers, ISealer sealer, DateTimeOffset now)
    {
        if (ClosedAt is not null && Missing(answers) is { } missing)
        {
            return new Refusal(missing);
        }

        WhatHappened = sealer.SealOptional(nameof(WhatHappened), answers.WhatHappened, AnswerLength);
        GoodPart = sealer.SealOptional(nameof(GoodPart), answers.GoodPart, AnswerLength);
        LessGoodPart = sealer.SealOptional(nameof(LessGoodPart), answers.LessGoodPart, AnswerLength);
        OtherExplanation = sealer.SealOptional(nameof(OtherExplanation), answers.OtherExplanation, AnswerLength);
        OutsideSource = sealer.SealOptional(nameof(OutsideSource), answers.OutsideSource, AnswerLength);
        WithinControl = sealer.SealOptional(nameof(WithinControl), answers.WithinControl, AnswerLength);
        NextIf = sealer.SealOptional(nameof(NextIf), answers.NextIf, NextLength);
        NextThen = sealer.SealOptional(nameof(NextThen), answers.NextThen, NextLength);
        NextOn = answers.NextOn;
        IsBegun = true;
        ChangedAt = now;
        Happened(new ReviewWritten(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Closes the review with these answers, once every question has one.</summary>
    public Outcome Close(ReviewAnswers answers, ISealer sealer, DateTimeOffset now)
    {
        if (Missing(answers) is { } missing)
        {
            return new Refusal(missing);
        }

        Write(answers, sealer, now);
        if (ClosedAt is null)
        {
            ClosedAt = now;
            Happened(new ReviewClosed(OwnerId.Value, Id.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>Tells that the review is going; its row and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new ReviewRemoved(OwnerId.Value, Id.Value, now));

    /// <summary>What still has to be answered before the review can be closed, in the order of the questions: a code for <see cref="Refusal"/>.</summary>
    public static string? Missing(ReviewAnswers answers) =>
        IsEmpty(answers.WhatHappened) ? "review-needs-what-happened"
        : IsEmpty(answers.GoodPart) || IsEmpty(answers.LessGoodPart) ? "review-needs-both-halves"
        : IsEmpty(answers.OtherExplanation) ? "review-needs-other-explanation"
        : IsEmpty(answers.OutsideSource) ? "review-needs-outside-source"
        : IsEmpty(answers.WithinControl) ? "review-needs-within-control"
        : IsEmpty(answers.NextIf) || IsEmpty(answers.NextThen) ? "review-needs-if-then"
        : answers.NextOn is null ? "review-needs-next-date"
        : null;

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);
}

public sealed record ReviewSetDown(Guid Person, Guid Review, DateOnly EventOn, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ReviewWritten(Guid Person, Guid Review, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ReviewClosed(Guid Person, Guid Review, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ReviewRemoved(Guid Person, Guid Review, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
