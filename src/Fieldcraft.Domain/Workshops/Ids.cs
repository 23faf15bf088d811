using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

public readonly record struct WorkshopId(Guid Value) : IEntityId<WorkshopId>, IComparable<WorkshopId>
{
    public static WorkshopId From(Guid value) => new(value);

    public int CompareTo(WorkshopId other) => Value.CompareTo(other.Value);
}

public readonly record struct WorkshopInvitationId(Guid Value) : IEntityId<WorkshopInvitationId>, IComparable<WorkshopInvitationId>
{
    public static WorkshopInvitationId From(Guid value) => new(value);

    public int CompareTo(WorkshopInvitationId other) => Value.CompareTo(other.Value);
}

public readonly record struct CoachingSlotId(Guid Value) : IEntityId<CoachingSlotId>, IComparable<CoachingSlotId>
{
    public static CoachingSlotId From(Guid value) => new(value);

    public int CompareTo(CoachingSlotId other) => Value.CompareTo(other.Value);
}

public readonly record struct WorkshopNoteId(Guid Value) : IEntityId<WorkshopNoteId>, IComparable<WorkshopNoteId>
{
    public static WorkshopNoteId From(Guid value) => new(value);

    public int CompareTo(WorkshopNoteId other) => Value.CompareTo(other.Value);
}

public readonly record struct InitiativeCheckId(Guid Value) : IEntityId<InitiativeCheckId>, IComparable<InitiativeCheckId>
{
    public static InitiativeCheckId From(Guid value) => new(value);

    public int CompareTo(InitiativeCheckId other) => Value.CompareTo(other.Value);
}
