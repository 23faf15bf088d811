using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Frameworks;

public readonly record struct FrameworkEditionId(Guid Value) : IEntityId<FrameworkEditionId>, IComparable<FrameworkEditionId>
{
    /// <summary>The catalogue that comes with the product (DOMAIN 2.1); no row holds it.</summary>
    public static readonly FrameworkEditionId Default = new(new Guid("0f1e1d00-0000-7000-8000-000000000001"));

    public static FrameworkEditionId From(Guid value) => new(value);

    public int CompareTo(FrameworkEditionId other) => Value.CompareTo(other.Value);
}

/// <summary>
/// One edition of the organisation's capability framework. A draft is worked on; a published one never changes again, so that a check stays
/// readable under the edition it was made with. The newest published edition is the one in use; before the first, the default is.
/// </summary>
public sealed class FrameworkEdition : Aggregate<FrameworkEditionId>
{
    public const int NoteLength = 1_000;

    /// <summary>The number of the default.</summary>
    public const int DefaultNumber = 1;

    private FrameworkEdition(FrameworkEditionId id)
        : base(id) { }

    /// <summary>From 2: the default is the first.</summary>
    public int Number { get; private set; }
    public FrameworkEditionId BasedOnId { get; private set; }

    /// <summary><see cref="FrameworkContent"/> as JSON.</summary>
    public string Content { get; private set; } = "";

    /// <summary>What changed, for those who read it.</summary>
    public string? Note { get; private set; }
    public PersonId? StartedById { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public PersonId? PublishedById { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    public bool IsDraft => PublishedAt is null;

    public static FrameworkEdition Start(
        FrameworkEditionId id,
        int number,
        FrameworkEditionId basedOn,
        FrameworkContent content,
        PersonId by,
        DateTimeOffset now
    )
    {
        var edition = new FrameworkEdition(id)
        {
            Number = number,
            BasedOnId = basedOn,
            Content = content.ToJson(),
            StartedById = by,
            StartedAt = now,
        };
        edition.Happened(new FrameworkDrafted(by.Value, id.Value, now));
        return edition;
    }

    /// <summary>Refused: <c>framework-published</c>.</summary>
    public Outcome Rewrite(FrameworkContent content, PersonId by, DateTimeOffset now)
    {
        if (!IsDraft)
        {
            return new Refusal("framework-published");
        }

        Content = content.ToJson();
        Happened(new FrameworkRewritten(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// From now on it is in use, and fixed; what the edition in use has and this one left out is kept, hidden. Refused: <c>framework-published</c>, and
    /// <c>framework-unchanged</c> when it says the same.
    /// </summary>
    public Outcome Publish(FrameworkContent inUse, string? note, PersonId by, DateTimeOffset now)
    {
        if (!IsDraft)
        {
            return new Refusal("framework-published");
        }

        var content = FrameworkContent.FromJson(Content).Keeping(inUse);
        if (FrameworkComparison.Between(inUse, content).IsSame)
        {
            return new Refusal("framework-unchanged");
        }

        Content = content.ToJson();

        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Note?.Length ?? 0, NoteLength, nameof(note));
        (PublishedById, PublishedAt) = (by, now);
        Happened(new FrameworkPublished(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that the draft is going; its row is then removed. Refused: <c>framework-published</c>.</summary>
    public Outcome Discard(PersonId by, DateTimeOffset now)
    {
        if (!IsDraft)
        {
            return new Refusal("framework-published");
        }

        Happened(new FrameworkDraftDiscarded(by.Value, Id.Value, now));
        return Outcome.Done;
    }
}

public sealed record FrameworkDrafted(Guid Person, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FrameworkRewritten(Guid Person, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FrameworkPublished(Guid Person, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FrameworkDraftDiscarded(Guid Person, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
