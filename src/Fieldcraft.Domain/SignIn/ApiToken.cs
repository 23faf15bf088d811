using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.SignIn;

public readonly record struct ApiTokenId(Guid Value) : IEntityId<ApiTokenId>
{
    public static ApiTokenId From(Guid value) => new(value);
}

/// <summary>What a token may do. Only its owner, signed in, can give <see cref="Private"/>.</summary>
[Flags]
public enum TokenScopes
{
    None = 0,
    Read = 1,
    Write = 2,
    Admin = 4,
    Private = 8,
}

/// <summary>A secret that lets a program act for a person. The secret is shown once; its hash stands here.</summary>
public sealed class ApiToken : Aggregate<ApiTokenId>
{
    public const int NameLength = 80;
    public const int SecretHashLength = 32;

    private ApiToken(ApiTokenId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }
    public byte[] SecretHash { get; private set; } = [];
    public string Name { get; private set; } = "";
    public TokenScopes Scopes { get; private set; }
    public bool FromCommandLine { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Makes a token. One made on the command line never opens sealed items, whatever was asked for.</summary>
    public static ApiToken Make(
        ApiTokenId id,
        PersonId person,
        byte[] secretHash,
        string name,
        TokenScopes scopes,
        bool fromCommandLine,
        DateTimeOffset expiresAt,
        DateTimeOffset now
    )
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, NameLength);
        var token = new ApiToken(id)
        {
            PersonId = person,
            SecretHash = secretHash,
            Name = name,
            Scopes = fromCommandLine ? scopes & ~TokenScopes.Private : scopes,
            FromCommandLine = fromCommandLine,
            MadeAt = now,
            ExpiresAt = expiresAt,
        };
        token.Happened(new ApiTokenMade(person.Value, token.Scopes, fromCommandLine, now));
        return token;
    }

    public void End(DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            EndedAt = now;
            Happened(new ApiTokenEnded(PersonId.Value, now));
        }
    }
}

public sealed record ApiTokenMade(Guid Person, TokenScopes Scopes, bool FromCommandLine, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ApiTokenEnded(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
