using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sharing;

namespace Fieldcraft.Domain.SharedIdeas;

public readonly record struct IdeaId(Guid Value) : IEntityId<IdeaId>, IComparable<IdeaId>
{
    public static IdeaId From(Guid value) => new(value);

    public int CompareTo(IdeaId other) => Value.CompareTo(other.Value);
}

/// <summary>What the owner made of an idea.</summary>
public enum IdeaUse
{
    /// <summary>Not looked at yet.</summary>
    New,

    /// <summary>A step of a plan.</summary>
    Step,

    /// <summary>A try that is being planned.</summary>
    Experiment,

    /// <summary>A line under an answer to a trigger question.</summary>
    Answer,

    /// <summary>Put aside. The partner is not told.</summary>
    PutAside,
}

/// <summary>
/// An idea that a partner adds to a shared copy. It is sealed for the owner of the copy the moment it is sent; the partner cannot open it again and
/// is never told what became of it.
/// </summary>
public sealed class Idea : Aggregate<IdeaId>
{
    public const int TextLength = 500;

    private Idea(IdeaId id)
        : base(id) { }

    /// <summary>The owner of the item, whose idea it now is to take in or not.</summary>
    public PersonId OwnerId { get; private set; }

    /// <summary>The copy it was added to: shared with an account…</summary>
    public ShareId? ShareId { get; private set; }

    /// <summary>…or from outside.</summary>
    public OutsideCopyId? OutsideCopyId { get; private set; }
    public SharedItemKind Kind { get; private set; }
    public Guid ItemId { get; private set; }

    /// <summary>Who added it, as the owner knows them.</summary>
    public SealedText FromName { get; private set; } = null!;
    public SealedText Text { get; private set; } = null!;
    public DateTimeOffset AddedAt { get; private set; }
    public IdeaUse Use { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    public static Idea AddTo(IdeaId id, Share share, string from, string text, ISealer sealer, DateTimeOffset now) =>
        Add(id, share.OwnerId, share.Id, null, share.Kind, share.ItemId, from, text, sealer, now);

    public static Idea AddTo(IdeaId id, OutsideCopy copy, string from, string text, ISealer sealer, DateTimeOffset now) =>
        Add(id, copy.OwnerId, null, copy.Id, copy.Kind, copy.ItemId, from, text, sealer, now);

    /// <summary>The owner takes it in, as something of the own work.</summary>
    public Outcome TakeIn(IdeaUse use, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)use, (int)IdeaUse.New);
        ArgumentOutOfRangeException.ThrowIfEqual((int)use, (int)IdeaUse.PutAside);
        return Decide(use, now);
    }

    /// <summary>The owner puts it aside; it can still be taken in later.</summary>
    public Outcome PutAside(DateTimeOffset now) => Decide(IdeaUse.PutAside, now);

    /// <summary>Tells that the idea goes; its row and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new IdeaRemoved(OwnerId.Value, Id.Value, now));

    private static Idea Add(
        IdeaId id,
        PersonId owner,
        ShareId? share,
        OutsideCopyId? outside,
        SharedItemKind kind,
        Guid item,
        string from,
        string text,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var idea = new Idea(id)
        {
            OwnerId = owner,
            ShareId = share,
            OutsideCopyId = outside,
            Kind = kind,
            ItemId = item,
            FromName = sealer.SealRequired(nameof(FromName), from, OutsideCopy.PartnerNameLength),
            Text = sealer.SealRequired(nameof(Text), text, TextLength),
            AddedAt = now,
        };
        idea.Happened(new IdeaAdded(owner.Value, id.Value, now));
        return idea;
    }

    private Outcome Decide(IdeaUse use, DateTimeOffset now)
    {
        if (Use is not (IdeaUse.New or IdeaUse.PutAside))
        {
            return new Refusal("idea-taken-in-already");
        }

        (Use, DecidedAt) = (use, now);
        Happened(new IdeaDecided(OwnerId.Value, Id.Value, use, now));
        return Outcome.Done;
    }
}

public sealed record IdeaAdded(Guid Person, Guid Idea, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record IdeaDecided(Guid Person, Guid Idea, IdeaUse Use, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record IdeaRemoved(Guid Person, Guid Idea, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
