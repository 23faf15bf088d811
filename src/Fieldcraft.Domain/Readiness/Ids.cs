using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Readiness;

public readonly record struct PreparationEventId(Guid Value) : IEntityId<PreparationEventId>, IComparable<PreparationEventId>
{
    public static PreparationEventId From(Guid value) => new(value);

    public int CompareTo(PreparationEventId other) => Value.CompareTo(other.Value);
}

public readonly record struct LeaderReadinessId(Guid Value) : IEntityId<LeaderReadinessId>, IComparable<LeaderReadinessId>
{
    public static LeaderReadinessId From(Guid value) => new(value);

    public int CompareTo(LeaderReadinessId other) => Value.CompareTo(other.Value);
}

public readonly record struct LeaderComfortId(Guid Value) : IEntityId<LeaderComfortId>, IComparable<LeaderComfortId>
{
    public static LeaderComfortId From(Guid value) => new(value);

    public int CompareTo(LeaderComfortId other) => Value.CompareTo(other.Value);
}
