using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments;

public readonly record struct AssignmentId(Guid Value) : IEntityId<AssignmentId>, IComparable<AssignmentId>
{
    public static AssignmentId From(Guid value) => new(value);

    public int CompareTo(AssignmentId other) => Value.CompareTo(other.Value);
}
