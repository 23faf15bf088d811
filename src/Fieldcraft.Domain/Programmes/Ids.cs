using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Programmes;

public readonly record struct ProgrammeId(Guid Value) : IEntityId<ProgrammeId>, IComparable<ProgrammeId>
{
    public static ProgrammeId From(Guid value) => new(value);

    public int CompareTo(ProgrammeId other) => Value.CompareTo(other.Value);
}

public readonly record struct ModuleId(Guid Value) : IEntityId<ModuleId>, IComparable<ModuleId>
{
    public static ModuleId From(Guid value) => new(value);

    public int CompareTo(ModuleId other) => Value.CompareTo(other.Value);
}

public readonly record struct ModuleEditionId(Guid Value) : IEntityId<ModuleEditionId>, IComparable<ModuleEditionId>
{
    public static ModuleEditionId From(Guid value) => new(value);

    public int CompareTo(ModuleEditionId other) => Value.CompareTo(other.Value);
}

public readonly record struct ModulePilotId(Guid Value) : IEntityId<ModulePilotId>, IComparable<ModulePilotId>
{
    public static ModulePilotId From(Guid value) => new(value);

    public int CompareTo(ModulePilotId other) => Value.CompareTo(other.Value);
}

public readonly record struct ModuleMediaId(Guid Value) : IEntityId<ModuleMediaId>, IComparable<ModuleMediaId>
{
    public static ModuleMediaId From(Guid value) => new(value);

    public int CompareTo(ModuleMediaId other) => Value.CompareTo(other.Value);
}

public readonly record struct RoutineId(Guid Value) : IEntityId<RoutineId>, IComparable<RoutineId>
{
    public static RoutineId From(Guid value) => new(value);

    public int CompareTo(RoutineId other) => Value.CompareTo(other.Value);
}
