using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.SignIn;

public readonly record struct SignInNoticeId(Guid Value) : IEntityId<SignInNoticeId>, IComparable<SignInNoticeId>
{
    public static SignInNoticeId From(Guid value) => new(value);

    public int CompareTo(SignInNoticeId other) => Value.CompareTo(other.Value);
}

/// <summary>What the owner of a sign-in is told, whoever did it.</summary>
public enum SignInNoticeKind
{
    /// <summary>Somebody printed a slip with a code for this person.</summary>
    SlipMade,

    /// <summary>Somebody sent this person a link to choose a password.</summary>
    LinkMade,

    /// <summary>A link was asked for on the sign-in page.</summary>
    ResetAsked,

    /// <summary>A code or link was used to choose a new password.</summary>
    PasswordSetByCode,

    /// <summary>The password was changed in a session that knew the old one.</summary>
    PasswordChanged,

    /// <summary>Codes were tried that are not right.</summary>
    WrongCodes,

    /// <summary>So many wrong passwords were tried that signing in had to wait.</summary>
    WrongPasswords,

    /// <summary>A token was made on the command line of the machine.</summary>
    TokenMade,

    /// <summary>A PIN was chosen, with a code or by the person alone.</summary>
    PinSet,
}

/// <summary>
/// Something that was done or tried with a person's sign-in. The owner sees every one; it cannot be taken back. The same thing, tried
/// again within a day, is one notice with a first and a last time: a stranger cannot fill the page.
/// </summary>
public sealed class SignInNotice : Aggregate<SignInNoticeId>
{
    public static readonly TimeSpan SameWithin = TimeSpan.FromDays(1);

    private SignInNotice(SignInNoticeId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }
    public SignInNoticeKind Kind { get; private set; }

    /// <summary>Who did it, where that is known.</summary>
    public PersonId? ById { get; private set; }
    public DateTimeOffset FirstAt { get; private set; }
    public DateTimeOffset LastAt { get; private set; }
    public DateTimeOffset? SeenAt { get; private set; }

    public static SignInNotice Tell(SignInNoticeId id, PersonId person, SignInNoticeKind kind, PersonId? by, DateTimeOffset now)
    {
        var notice = new SignInNotice(id)
        {
            PersonId = person,
            Kind = kind,
            ById = by,
            FirstAt = now,
            LastAt = now,
        };
        notice.Happened(new OwnerTold(person.Value, kind, by?.Value, now));
        return notice;
    }

    public bool IsRepeated => LastAt > FirstAt;

    /// <summary>It happened again, and is told anew.</summary>
    public void Again(DateTimeOffset now)
    {
        LastAt = now;
        SeenAt = null;
        Happened(new OwnerTold(PersonId.Value, Kind, ById?.Value, now));
    }
}

public sealed record OwnerTold(Guid Person, SignInNoticeKind Kind, Guid? By, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
