using System.Security.Cryptography;

namespace Fieldcraft.Domain.Shared;

/// <summary>An id of one kind of thing. Each kind is its own type, so that a plan's id cannot be handed in for a person's.</summary>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>Makes new ids: version 7, so that they sort by the time they were made.</summary>
public static class Id
{
    public static TId New<TId>(DateTimeOffset now)
        where TId : struct, IEntityId<TId> => TId.From(Guid.CreateVersion7(now));

    /// <summary>An id that tells nothing, not even which of two was made first: for what nobody may put a time to.</summary>
    public static Guid Untimed() => new(RandomNumberGenerator.GetBytes(16));
}
