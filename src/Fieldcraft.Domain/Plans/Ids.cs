using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

public readonly record struct PlanId(Guid Value) : IEntityId<PlanId>, IComparable<PlanId>
{
    public static PlanId From(Guid value) => new(value);

    public int CompareTo(PlanId other) => Value.CompareTo(other.Value);
}

/// <summary>A row of a plan: a goal, a step, a behaviour, a supporter or a source.</summary>
public readonly record struct PlanItemId(Guid Value) : IEntityId<PlanItemId>, IComparable<PlanItemId>
{
    public static PlanItemId From(Guid value) => new(value);

    public int CompareTo(PlanItemId other) => Value.CompareTo(other.Value);
}

public readonly record struct ExperimentId(Guid Value) : IEntityId<ExperimentId>, IComparable<ExperimentId>
{
    public static ExperimentId From(Guid value) => new(value);

    public int CompareTo(ExperimentId other) => Value.CompareTo(other.Value);
}
