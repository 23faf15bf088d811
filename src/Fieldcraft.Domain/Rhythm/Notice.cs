using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rhythm;

public readonly record struct NoticeId(Guid Value) : IEntityId<NoticeId>, IComparable<NoticeId>
{
    public static NoticeId From(Guid value) => new(value);

    public int CompareTo(NoticeId other) => Value.CompareTo(other.Value);
}

/// <summary>
/// Something a person is told: a kind, who it comes from and where to look. It holds no private text; how it reaches the person beyond their
/// Home is theirs to choose.
/// </summary>
public sealed class Notice : Aggregate<NoticeId>
{
    public const int KindLength = 60;
    public const int AddressLength = 200;

    private Notice(NoticeId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }

    /// <summary>The key of its words, and of the choice how it is told.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Whose doing it is, where it is somebody's.</summary>
    public PersonId? FromId { get; private set; }

    /// <summary>The page that shows more and where something can be done about it; begins with a slash.</summary>
    public string Address { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>When the person opened it or put it away.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>When a mail or a digest told it; it is told in no second one.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    /// <summary>A request that came in a month whose time was used up waits until this day; null when it does not wait.</summary>
    public DateOnly? WaitsUntil { get; private set; }

    public static Notice Tell(NoticeId id, PersonId person, string kind, PersonId? from, string address, DateTimeOffset now)
    {
        var notice = new Notice(id)
        {
            PersonId = person,
            Kind = kind,
            FromId = from,
            Address = address,
            At = now,
        };
        notice.Happened(new PersonTold(person.Value, kind, now));
        return notice;
    }

    /// <summary>Told by mail, alone or with others in a digest.</summary>
    public void NoteMail(DateTimeOffset now)
    {
        if (MailedAt is not null)
        {
            return;
        }

        MailedAt = now;
        Happened(new NoticeMailed(PersonId.Value, Kind, now));
    }

    /// <summary>Holds a request back while the person's month is full; null lets it through.</summary>
    public void Wait(DateOnly? until, DateTimeOffset now)
    {
        if (WaitsUntil == until)
        {
            return;
        }

        WaitsUntil = until;
        Happened(new NoticeHeld(PersonId.Value, Kind, until, now));
    }

    /// <summary>Opened or put away; the first time counts.</summary>
    public void See(DateTimeOffset now)
    {
        if (SeenAt is not null)
        {
            return;
        }

        SeenAt = now;
        Happened(new NoticeSeen(PersonId.Value, Kind, now));
    }
}

public sealed record PersonTold(Guid Person, string Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record NoticeSeen(Guid Person, string Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record NoticeMailed(Guid Person, string Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record NoticeHeld(Guid Person, string Kind, DateOnly? Until, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
