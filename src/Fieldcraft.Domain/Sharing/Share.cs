using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Sharing;

public readonly record struct ShareId(Guid Value) : IEntityId<ShareId>, IComparable<ShareId>
{
    public static ShareId From(Guid value) => new(value);

    public int CompareTo(ShareId other) => Value.CompareTo(other.Value);
}

/// <summary>What can be shared: always one item, as a copy made at that moment.</summary>
public enum SharedItemKind
{
    Assignment,
    ChallengeProfile,
    Plan,
    ManagerNeeds,
    Experiment,
    Review,
    JournalEntry,
    VisitReflection,
    MoveComparison,
    CheckReport,
    Planner,
    UpwardSheet,
    WorkshopNote,
}

/// <summary>
/// A copy of one item, for named people, until a day (DOMAIN 4.9, 9.2). The share is a document of its own with a key of its own: ending it
/// takes the readers' wraps of that key away and leaves the item as it was.
/// </summary>
public sealed class Share : Aggregate<ShareId>
{
    public const int TitleLength = 300;
    public const int CopyLength = 400_000;
    public const int ReadersAtMost = 12;

    /// <summary>Days offered when nothing else is chosen.</summary>
    public const int DaysOffered = 30;

    /// <summary>Days after which every share has ended.</summary>
    public const int DaysAtMost = 365;

    private readonly List<ShareReader> _readers = [];

    private Share(ShareId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public SharedItemKind Kind { get; private set; }

    /// <summary>The item the copy was made of; it may be gone by now.</summary>
    public Guid ItemId { get; private set; }
    public SealedText Title { get; private set; } = null!;
    public SealedText Copy { get; private set; } = null!;
    public DateTimeOffset SharedAt { get; private set; }

    /// <summary>The first moment at which it is no longer open.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>When the owner ended it before that.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<ShareReader> Readers => _readers;

    public static DateOnly DayOffered(DateOnly today) => today.AddDays(DaysOffered);

    public static DateOnly LastDayPossible(DateOnly today) => today.AddDays(DaysAtMost);

    /// <summary>Shares a copy. Who the readers are and whether they can sign in is looked up by the caller.</summary>
    /// <exception cref="ArgumentException">No reader, too many, the owner among them, or an end outside the limits: forms and API refuse that before.</exception>
    public static Share With(
        ShareId id,
        PersonId owner,
        SharedItemKind kind,
        Guid item,
        string title,
        string copy,
        IReadOnlyCollection<PersonId> readers,
        DateTimeOffset endsAt,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(readers.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(readers.Count, ReadersAtMost);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endsAt, now);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endsAt, now.AddDays(DaysAtMost + 2));
        if (readers.Contains(owner))
        {
            throw new ArgumentException("Nobody shares with themselves.", nameof(readers));
        }

        var share = new Share(id)
        {
            OwnerId = owner,
            Kind = kind,
            ItemId = item,
            Title = sealer.SealRequired(nameof(Title), title.Length > TitleLength ? title[..TitleLength] : title, TitleLength),
            Copy = sealer.SealRequired(nameof(Copy), copy, CopyLength),
            SharedAt = now,
            EndsAt = endsAt,
        };
        share._readers.AddRange(readers.Distinct().Select(r => new ShareReader(id, r)));
        share.Happened(new CopyShared(owner.Value, id.Value, kind, [.. share._readers.Select(r => r.ReaderId.Value)], endsAt, now));
        return share;
    }

    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && EndsAt > now;

    /// <summary>Ends it for everybody. Ending it twice is the same as once.</summary>
    public void End(DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            EndedAt = now;
            Happened(new ShareEnded(OwnerId.Value, Id.Value, now));
        }
    }

    /// <summary>Ends it for one reader; for the last one it ends altogether. A person who is no reader changes nothing.</summary>
    public void TakeAwayFrom(PersonId reader, DateTimeOffset now)
    {
        if (_readers.Find(r => r.ReaderId == reader && r.TakenAwayAt is null) is not { } one)
        {
            return;
        }

        one.TakeAway(now);
        Happened(new ShareTakenAway(OwnerId.Value, Id.Value, reader.Value, now));
        if (_readers.TrueForAll(r => r.TakenAwayAt is not null))
        {
            End(now);
        }
    }
}

/// <summary>A person named in a share.</summary>
public sealed class ShareReader
{
    private ShareReader() { }

    internal ShareReader(ShareId share, PersonId reader)
    {
        ShareId = share;
        ReaderId = reader;
    }

    public ShareId ShareId { get; private set; }
    public PersonId ReaderId { get; private set; }
    public DateTimeOffset? TakenAwayAt { get; private set; }

    internal void TakeAway(DateTimeOffset now) => TakenAwayAt = now;
}

public sealed record CopyShared(
    Guid Person,
    Guid Share,
    SharedItemKind Kind,
    IReadOnlyList<Guid> Readers,
    DateTimeOffset EndsAt,
    DateTimeOffset At
) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ShareEnded(Guid Person, Guid Share, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ShareTakenAway(Guid Person, Guid Share, Guid Reader, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
