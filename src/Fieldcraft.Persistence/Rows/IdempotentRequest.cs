using Fieldcraft.Domain.People;

namespace Fieldcraft.Persistence.Rows;

/// <summary>A request that may be sent again, and its answer. Only the sender's key opens the answer.</summary>
public sealed class IdempotentRequest
{
    public const int HashLength = 32;

    /// <summary>How long the same request gets the same answer.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public required byte[] KeyHash { get; init; }

    /// <summary>Who sent it; null where nobody was signed in.</summary>
    public required PersonId? OwnerId { get; init; }

    /// <summary>Keyed: a short private text could be guessed from a plain hash.</summary>
    public required byte[] BodyHash { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Set in the same transaction as the change itself; without it nothing was changed.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    public byte[]? Answer { get; set; }
}
