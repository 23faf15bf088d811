using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Feedback;

public readonly record struct FeedbackRequestId(Guid Value) : IEntityId<FeedbackRequestId>, IComparable<FeedbackRequestId>
{
    public static FeedbackRequestId From(Guid value) => new(value);

    public int CompareTo(FeedbackRequestId other) => Value.CompareTo(other.Value);
}

/// <summary>How the question reaches the giver.</summary>
public enum FeedbackWay
{
    /// <summary>A link the owner copies into a message of their own.</summary>
    Link,

    /// <summary>The link in a mail from here.</summary>
    Mail,

    /// <summary>A QR code on the owner's screen, right after the meeting.</summary>
    Code,

    /// <summary>The owner's phone, handed over.</summary>
    HandedOver,
}

/// <summary>Where a request stands, as its owner sees it. A giver who declines does so silently: to the owner it then looks unanswered.</summary>
public enum FeedbackState
{
    Waiting,
    Answered,
    Unanswered,
    TakenBack,
}

/// <summary>What the owner asks: one person, one behaviour, one moment.</summary>
public sealed record FeedbackQuestion(string Behaviour, string Moment, string GiverName);

/// <summary>
/// One person asked about one behaviour in one moment (DOMAIN 4.5). Two boxes come back, what to keep and what to change, sealed to the owner;
/// there is no rating. The link's secret is known to the giver: the database holds its hash, and the request's key wrapped under it, so that the
/// giver can read the question and the database alone cannot.
/// </summary>
public sealed class FeedbackRequest : Aggregate<FeedbackRequestId>
{
    public const int BehaviourLength = 200;
    public const int MomentLength = 200;
    public const int GiverNameLength = 120;
    public const int AnswerLength = 2_000;
    public const int SecretHashLength = 32;
    public const int MarkLength = 32;
    public const int WrapLength = 120;
    private const int LinkLength = 200;

    private FeedbackRequest(FeedbackRequestId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public ExperimentId? ExperimentId { get; private set; }
    public FeedbackWay Way { get; private set; }
    public SealedText Behaviour { get; private set; } = null!;
    public SealedText Moment { get; private set; } = null!;
    public SealedText GiverName { get; private set; } = null!;

    /// <summary>A keyed hash of the giver's name, so that the same person is not asked too often; of no use without the owner's key.</summary>
    public byte[] NameMark { get; private set; } = [];

    /// <summary>The same of the giver's address, where one was given.</summary>
    public byte[]? AddressMark { get; private set; }
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>The request's key, wrapped under the link's secret; gone as soon as the link is closed.</summary>
    public byte[]? GiverWrap { get; private set; }

    /// <summary>The link's secret, for the owner to show again; gone with the wrap.</summary>
    public SealedText? Secret { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public SealedText? Keep { get; private set; }
    public SealedText? Change { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>When the owner first opened the answer.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    public static FeedbackRequest Ask(
        FeedbackRequestId id,
        PersonId owner,
        ExperimentId? experiment,
        FeedbackWay way,
        FeedbackQuestion question,
        GiverMarks giver,
        FeedbackLink link,
        FeedbackRules rules,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var request = new FeedbackRequest(id)
        {
            OwnerId = owner,
            ExperimentId = experiment,
            Way = way,
            Behaviour = sealer.SealRequired(nameof(Behaviour), question.Behaviour, BehaviourLength),
            Moment = sealer.SealRequired(nameof(Moment), question.Moment, MomentLength),
            GiverName = sealer.SealRequired(nameof(GiverName), question.GiverName, GiverNameLength),
            NameMark = giver.Name,
            AddressMark = giver.Address,
            SecretHash = link.SecretHash,
            GiverWrap = link.Wrap,
            Secret = sealer.SealRequired(nameof(Secret), link.Secret, LinkLength),
            AskedAt = now,
            ExpiresAt = now.AddDays(rules.ExpiresAfterDays),
        };
        request.Happened(new FeedbackAsked(owner.Value, id.Value, way, now));
        return request;
    }

    /// <summary>Whether the link still opens.</summary>
    public bool IsOpenAt(DateTimeOffset now) => GiverWrap is not null && ExpiresAt > now;

    public FeedbackState StateAt(DateTimeOffset now) =>
        AnsweredAt is not null ? FeedbackState.Answered
        : TakenBackAt is not null ? FeedbackState.TakenBack
        : ExpiresAt > now ? FeedbackState.Waiting
        : FeedbackState.Unanswered;

    /// <summary>The giver answers: one box is enough. Uses the link up.</summary>
    /// <exception cref="ArgumentException">Both boxes are empty: the form refuses that before.</exception>
    public Outcome Answer(string? keep, string? change, ISealer sealer, DateTimeOffset now)
    {
        if (!IsOpenAt(now))
        {
            return new Refusal("feedback-link-closed");
        }

        (Keep, Change) = (sealer.SealOptional(nameof(Keep), keep, AnswerLength), sealer.SealOptional(nameof(Change), change, AnswerLength));
        if (Keep is null && Change is null)
        {
            throw new ArgumentException("An answer says something.", nameof(keep));
        }

        AnsweredAt = now;
        CloseLink();
        Happened(new FeedbackGiven(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The giver would rather not. Nobody is told, and no reason is asked.</summary>
    public Outcome Decline(DateTimeOffset now)
    {
        if (!IsOpenAt(now))
        {
            return new Refusal("feedback-link-closed");
        }

        // The owner's page goes on showing the link it showed before, although it no longer opens.
        (DeclinedAt, GiverWrap) = (now, null);
        Happened(new FeedbackLinkClosed(OwnerId.Value, Id.Value, ExpiresAt));
        return Outcome.Done;
    }

    /// <summary>The owner takes the question back; what was answered already stays.</summary>
    public Outcome TakeBack(DateTimeOffset now)
    {
        if (AnsweredAt is not null)
        {
            return new Refusal("feedback-answered-already");
        }

        if (TakenBackAt is null)
        {
            TakenBackAt = now;
            CloseLink();
            Happened(new FeedbackTakenBack(OwnerId.Value, Id.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>The time is over: what opened the question is removed.</summary>
    public void Expire(DateTimeOffset now)
    {
        if (ExpiresAt > now)
        {
            return;
        }

        var opened = GiverWrap is not null;
        CloseLink();
        if (opened)
        {
            Happened(new FeedbackLinkClosed(OwnerId.Value, Id.Value, ExpiresAt));
        }
    }

    /// <summary>The owner has opened the answer.</summary>
    public void Read(DateTimeOffset now)
    {
        if (AnsweredAt is not null && ReadAt is null)
        {
            ReadAt = now;
            Happened(new FeedbackRead(OwnerId.Value, Id.Value, now));
        }
    }

    /// <summary>Tells that the request is going; its row and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new FeedbackRemoved(OwnerId.Value, Id.Value, now));

    private void CloseLink() => (GiverWrap, Secret) = (null, null);
}

/// <summary>The link as the request keeps it: the secret for its owner, the hash to find it by, the key wrapped under it.</summary>
public sealed record FeedbackLink(string Secret, byte[] SecretHash, byte[] Wrap);

public sealed record FeedbackAsked(Guid Person, Guid Request, FeedbackWay Way, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FeedbackGiven(Guid Person, Guid Request, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

/// <summary>The link no longer opens. A silent "rather not" leaves the same trace, with the same date, as time running out.</summary>
public sealed record FeedbackLinkClosed(Guid Person, Guid Request, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FeedbackTakenBack(Guid Person, Guid Request, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FeedbackRead(Guid Person, Guid Request, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FeedbackRemoved(Guid Person, Guid Request, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
