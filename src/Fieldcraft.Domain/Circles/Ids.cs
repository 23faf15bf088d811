using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Circles;

public readonly record struct CircleId(Guid Value) : IEntityId<CircleId>, IComparable<CircleId>
{
    public static CircleId From(Guid value) => new(value);

    public int CompareTo(CircleId other) => Value.CompareTo(other.Value);
}

public readonly record struct CircleMeetingId(Guid Value) : IEntityId<CircleMeetingId>, IComparable<CircleMeetingId>
{
    public static CircleMeetingId From(Guid value) => new(value);

    public int CompareTo(CircleMeetingId other) => Value.CompareTo(other.Value);
}

public readonly record struct CommitmentId(Guid Value) : IEntityId<CommitmentId>, IComparable<CommitmentId>
{
    public static CommitmentId From(Guid value) => new(value);

    public int CompareTo(CommitmentId other) => Value.CompareTo(other.Value);
}
