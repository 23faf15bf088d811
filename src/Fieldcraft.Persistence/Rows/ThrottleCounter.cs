namespace Fieldcraft.Persistence.Rows;

/// <summary>How often something was tried in the window that runs now. In the database, so that every node counts the same.</summary>
public sealed class ThrottleCounter
{
    /// <summary>A keyed hash of what is counted (a user name, an address): the table names nobody.</summary>
    public const int KeyLength = 32;

    public required byte[] KeyHash { get; init; }

    public required int Count { get; init; }

    /// <summary>When the window ends, in milliseconds since 1970: one statement serves both databases, and they store instants differently.</summary>
    public required long EndsAt { get; init; }
}
