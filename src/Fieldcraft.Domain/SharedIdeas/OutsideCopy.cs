using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sharing;

namespace Fieldcraft.Domain.SharedIdeas;

public readonly record struct OutsideCopyId(Guid Value) : IEntityId<OutsideCopyId>, IComparable<OutsideCopyId>
{
    public static OutsideCopyId From(Guid value) => new(value);

    public int CompareTo(OutsideCopyId other) => Value.CompareTo(other.Value);
}

/// <summary>The link as it is kept: the secret for the owner to show again, its hash to find it by, the key wrapped under it.</summary>
public sealed record CopyLink(string Secret, byte[] SecretHash, byte[] Wrap);

/// <summary>
/// A copy of one item for one partner without an account, by a link that runs out. The database knows the hash of the link's secret and the key
/// wrapped under it; neither opens the copy without the link.
/// </summary>
public sealed class OutsideCopy : Aggregate<OutsideCopyId>
{
    public const int PartnerNameLength = 120;
    public const int SecretHashLength = 32;
    public const int WrapLength = 120;
    public const int DaysAtMost = 90;
    private const int LinkLength = 200;

    private OutsideCopy(OutsideCopyId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public SharedItemKind Kind { get; private set; }
    public Guid ItemId { get; private set; }
    public SealedText Title { get; private set; } = null!;
    public SealedText Copy { get; private set; } = null!;
    public SealedText PartnerName { get; private set; } = null!;
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Gone as soon as the link is closed.</summary>
    public byte[]? LinkWrap { get; private set; }
    public SealedText? Secret { get; private set; }
    public DateTimeOffset SharedAt { get; private set; }

    /// <summary>The first moment at which it no longer opens.</summary>
    public DateTimeOffset EndsAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When it was first and last opened through the link.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }
    public DateTimeOffset? LastOpenedAt { get; private set; }

    /// <exception cref="ArgumentException">A name is missing or the end lies outside the limits: forms and API refuse that before.</exception>
    public static OutsideCopy For(
        OutsideCopyId id,
        PersonId owner,
        SharedItemKind kind,
        Guid item,
        string title,
        string copy,
        string partnerName,
        CopyLink link,
        DateTimeOffset endsAt,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endsAt, now);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endsAt, now.AddDays(DaysAtMost + 2));
        var made = new OutsideCopy(id)
        {
            OwnerId = owner,
            Kind = kind,
            ItemId = item,
            Title = sealer.SealRequired(
                nameof(Title),
                title.Length > Share.TitleLength ? title[..Share.TitleLength] : title,
                Share.TitleLength
            ),
            Copy = sealer.SealRequired(nameof(Copy), copy, Share.CopyLength),
            PartnerName = sealer.SealRequired(nameof(PartnerName), partnerName, PartnerNameLength),
            SecretHash = link.SecretHash,
            LinkWrap = link.Wrap,
            Secret = sealer.SealRequired(nameof(Secret), link.Secret, LinkLength),
            SharedAt = now,
            EndsAt = endsAt,
        };
        made.Happened(new OutsideCopyMade(owner.Value, id.Value, kind, endsAt, now));
        return made;
    }

    public bool IsOpenAt(DateTimeOffset now) => LinkWrap is not null && EndsAt > now;

    /// <summary>Notes that the link was opened; opening it again within half an hour is the same visit.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Look(DateTimeOffset now)
    {
        if (now - LastOpenedAt < Sharing.Look.SameVisit)
        {
            return false;
        }

        OpenedAt ??= now;
        LastOpenedAt = now;
        Happened(new OutsideCopyOpened(OwnerId.Value, Id.Value, now));
        return true;
    }

    /// <summary>Closes the link, by its owner or because its time is over. Ideas that came stay.</summary>
    public void End(DateTimeOffset now)
    {
        if (LinkWrap is null && EndedAt is not null)
        {
            return;
        }

        (LinkWrap, Secret, EndedAt) = (null, null, now < EndsAt ? now : EndsAt);
        Happened(new OutsideCopyEnded(OwnerId.Value, Id.Value, now));
    }
}

public sealed record OutsideCopyMade(Guid Person, Guid Copy, SharedItemKind Kind, DateTimeOffset EndsAt, DateTimeOffset At)
    : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OutsideCopyOpened(Guid Person, Guid Copy, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OutsideCopyEnded(Guid Person, Guid Copy, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
