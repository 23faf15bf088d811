using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.SignIn;

public readonly record struct OneTimeCodeId(Guid Value) : IEntityId<OneTimeCodeId>
{
    public static OneTimeCodeId From(Guid value) => new(value);
}

/// <summary>What a one-time code was made for, and by whose wish.</summary>
public enum CodePurpose
{
    /// <summary>A link by mail, made by somebody else for a person who has no password yet.</summary>
    Invitation,

    /// <summary>A link by mail that the person asked for on the sign-in page.</summary>
    OwnReset,

    /// <summary>A link by mail, made by somebody else for a person who has a password.</summary>
    ResetByOther,

    /// <summary>A printed slip with a short code, handed over by somebody else.</summary>
    Slip,
}

/// <summary>
/// A way to choose a password without one: a link in a mail or a code on a slip. It works once, for two weeks at most, and only its keyed
/// hash is stored. Looking at it does not use it up.
/// </summary>
public sealed class OneTimeCode : Aggregate<OneTimeCodeId>
{
    public const int CodeHashLength = 32;

    /// <summary>A slip lies in a locker until the next shift, a mail is read now: a link that the person asked for lives shorter.</summary>
    public static readonly TimeSpan SlipLife = TimeSpan.FromDays(14);

    public static readonly TimeSpan OwnResetLife = TimeSpan.FromHours(2);

    private OneTimeCode(OneTimeCodeId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }
    public CodePurpose Purpose { get; private set; }
    public byte[] CodeHash { get; private set; } = [];

    /// <summary>Where the link was sent; null for a slip.</summary>
    public string? SentTo { get; private set; }

    /// <summary>Who made it for the person; null when the person asked for it.</summary>
    public PersonId? MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A newer code, or the person, took its place.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && EndedAt is null && ExpiresAt > now;

    public static OneTimeCode Make(
        OneTimeCodeId id,
        PersonId person,
        CodePurpose purpose,
        byte[] codeHash,
        string? sentTo,
        PersonId? by,
        DateTimeOffset now
    )
    {
        var code = new OneTimeCode(id)
        {
            PersonId = person,
            Purpose = purpose,
            CodeHash = codeHash,
            SentTo = sentTo,
            MadeBy = by,
            MadeAt = now,
            ExpiresAt = now + (purpose == CodePurpose.OwnReset ? OwnResetLife : SlipLife),
        };
        code.Happened(new OneTimeCodeMade(person.Value, purpose, by?.Value, now));
        return code;
    }

    /// <summary>Uses the code up.</summary>
    /// <returns>Refused as <c>code-spent</c> when it was used, ended or is too old.</returns>
    public Outcome Use(DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            return new Refusal("code-spent");
        }

        UsedAt = now;
        Happened(new OneTimeCodeUsed(PersonId.Value, Purpose, now));
        return Outcome.Done;
    }

    /// <summary>Makes the code worthless; done already, nothing happens.</summary>
    public void End(DateTimeOffset now)
    {
        if (IsOpen(now))
        {
            EndedAt = now;
            Happened(new OneTimeCodeEnded(PersonId.Value, Purpose, now));
        }
    }
}

public sealed record OneTimeCodeMade(Guid Person, CodePurpose Purpose, Guid? By, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OneTimeCodeUsed(Guid Person, CodePurpose Purpose, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OneTimeCodeEnded(Guid Person, CodePurpose Purpose, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
