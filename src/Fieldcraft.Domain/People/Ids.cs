namespace Fieldcraft.Domain.People;

using Fieldcraft.Domain.Shared;

public readonly record struct PersonId(Guid Value) : IEntityId<PersonId>, IComparable<PersonId>
{
    public int CompareTo(PersonId other) => Value.CompareTo(other.Value);

    public static PersonId From(Guid value) => new(value);
}

public readonly record struct UnitId(Guid Value) : IEntityId<UnitId>, IComparable<UnitId>
{
    public int CompareTo(UnitId other) => Value.CompareTo(other.Value);

    public static UnitId From(Guid value) => new(value);
}

public readonly record struct PlacementId(Guid Value) : IEntityId<PlacementId>
{
    public static PlacementId From(Guid value) => new(value);
}

public readonly record struct ReportingLineId(Guid Value) : IEntityId<ReportingLineId>
{
    public static ReportingLineId From(Guid value) => new(value);
}

public readonly record struct GrantId(Guid Value) : IEntityId<GrantId>, IComparable<GrantId>
{
    public int CompareTo(GrantId other) => Value.CompareTo(other.Value);

    public static GrantId From(Guid value) => new(value);
}
