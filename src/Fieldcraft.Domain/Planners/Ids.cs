using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Planners;

public readonly record struct PlannerId(Guid Value) : IEntityId<PlannerId>, IComparable<PlannerId>
{
    public static PlannerId From(Guid value) => new(value);

    public int CompareTo(PlannerId other) => Value.CompareTo(other.Value);
}
