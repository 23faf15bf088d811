namespace Fieldcraft.Domain.Shared;

/// <summary>
/// Something that happened, in the past tense. Stored in the same transaction as the change itself. Carries ids, dates and kinds;
/// never a private text.
/// </summary>
public abstract record DomainEvent(DateTimeOffset At)
{
    /// <summary>The person the event belongs to; an erasure takes the person's events with it.</summary>
    public abstract Guid Owner { get; }
}

public interface IAggregate
{
    int Version { get; }

    IReadOnlyList<DomainEvent> Events { get; }

    void ForgetEvents();
}

/// <summary>The root of things that change together. Its version counts its changes; a save that meets another version is refused.</summary>
public abstract class Aggregate<TId> : IAggregate
    where TId : struct, IEntityId<TId>
{
    private readonly List<DomainEvent> _events = [];

    protected Aggregate(TId id) => Id = id;

    public TId Id { get; private set; }

    /// <summary>1 when new, one more with each change.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<DomainEvent> Events => _events;

    public void ForgetEvents() => _events.Clear();

    /// <summary>Every change of an aggregate ends here: it is counted and told.</summary>
    protected void Happened(DomainEvent happened)
    {
        Version++;
        _events.Add(happened);
    }
}
