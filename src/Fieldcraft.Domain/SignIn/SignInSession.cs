using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.SignIn;

public readonly record struct SessionId(Guid Value) : IEntityId<SessionId>
{
    public static SessionId From(Guid value) => new(value);
}

/// <summary>How a person showed who they are. Only an own secret opens sealed items.</summary>
public enum Proof
{
    /// <summary>The person at the machine of a "just me" installation.</summary>
    Machine,
    Password,
    Passkey,
    IdentityProvider,
    Pin,
    Kiosk,

    /// <summary>An API token made by the person while signed in, with the scope to open private items.</summary>
    PrivateToken,

    /// <summary>Any other API token.</summary>
    Token,
}

/// <summary>One sign-in on one device. The cookie carries a secret whose hash stands here; the person can see and end each session.</summary>
public sealed class SignInSession : Aggregate<SessionId>
{
    public const int DeviceLength = 200;
    public const int SecretHashLength = 32;

    /// <summary>A session ends when it was not used for this long.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromDays(14);

    /// <summary>On a shared device it ends sooner.</summary>
    public static readonly TimeSpan SharedIdleLimit = TimeSpan.FromMinutes(15);

    private SignInSession(SessionId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }
    public byte[] SecretHash { get; private set; } = [];
    public Proof Proof { get; private set; }
    public bool OnSharedDevice { get; private set; }
    public string Device { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset LastSeenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static SignInSession Start(
        SessionId id,
        PersonId person,
        byte[] secretHash,
        Proof proof,
        bool shared,
        string device,
        DateTimeOffset now
    )
    {
        var session = new SignInSession(id)
        {
            PersonId = person,
            SecretHash = secretHash,
            Proof = proof,
            OnSharedDevice = shared,
            Device = device.Length > DeviceLength ? device[..DeviceLength] : device,
            StartedAt = now,
            LastSeenAt = now,
        };
        session.Happened(new SignedIn(person.Value, proof, now));
        return session;
    }

    public void End(DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            EndedAt = now;
            Happened(new SignedOut(PersonId.Value, now));
        }
    }
}

public sealed record SignedIn(Guid Person, Proof Proof, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SignedOut(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
