using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.SignIn;

public readonly record struct AccountId(Guid Value) : IEntityId<AccountId>
{
    public static AccountId From(Guid value) => new(value);
}

/// <summary>How one person signs in: user name (an e-mail address or a personnel number) and password hash. Its id is the person's.</summary>
public sealed class SignInAccount : Aggregate<AccountId>
{
    public const int UserNameLength = 254;
    public const int PasswordHashLength = 400;
    public const int ShortestPassword = 10;
    public const int LongestPassword = 200;

    /// <summary>How long sealed items stay shut after somebody else reset the sign-in.</summary>
    public static readonly TimeSpan ShutAfterReset = TimeSpan.FromDays(1);

    private SignInAccount(AccountId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }

    /// <summary>Lower case, unique.</summary>
    public string UserName { get; private set; } = "";
    public string? PasswordHash { get; private set; }
    public DateTimeOffset? PasswordSetAt { get; private set; }

    /// <summary>
    /// The mail address at which this person has shown to read mail, lower case. The directory's address can be changed by others; a reset sent
    /// anywhere else is a reset by somebody else.
    /// </summary>
    public string? ProvenEmail { get; private set; }

    /// <summary>Until then sealed items made before stay shut, because somebody else reset the sign-in.</summary>
    public DateTimeOffset? SealedShutUntil { get; private set; }

    public static string Normalise(string userName) => userName.Trim().ToLowerInvariant();

    public static SignInAccount For(PersonId person, string userName, DateTimeOffset now)
    {
        var account = new SignInAccount(AccountId.From(person.Value)) { PersonId = person, UserName = Normalise(userName) };
        account.Happened(new AccountOpened(person.Value, now));
        return account;
    }

    /// <summary>Sets a new password. Where somebody else made the way in, sealed items of a person who had been here before stay shut for a day.</summary>
    public void SetPassword(string hash, bool byWayOfSomebodyElse, DateTimeOffset now)
    {
        if (byWayOfSomebodyElse && PasswordHash is not null)
        {
            SealedShutUntil = now + ShutAfterReset;
        }

        PasswordHash = hash;
        PasswordSetAt = now;
        Happened(new PasswordSet(PersonId.Value, byWayOfSomebodyElse, now));
    }

    /// <summary>A link that was sent to this address was used.</summary>
    public void ProveEmail(string email, DateTimeOffset now)
    {
        if (ProvenEmail != Normalise(email))
        {
            ProvenEmail = Normalise(email);
            Happened(new EmailProven(PersonId.Value, now));
        }
    }

    /// <summary>The same password with a stronger hash; nothing else changes.</summary>
    public void Rehash(string hash, DateTimeOffset now)
    {
        PasswordHash = hash;
        Happened(new PasswordRehashed(PersonId.Value, now));
    }
}

public sealed record AccountOpened(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PasswordSet(Guid Person, bool BySomebodyElse, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record EmailProven(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PasswordRehashed(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
