using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

public readonly record struct WorkshopSeatId(Guid Value) : IEntityId<WorkshopSeatId>, IComparable<WorkshopSeatId>
{
    public static WorkshopSeatId From(Guid value) => new(value);

    public int CompareTo(WorkshopSeatId other) => Value.CompareTo(other.Value);
}

public enum WorkshopSeatState
{
    In,

    /// <summary>Every seat was taken; moves up when one falls free.</summary>
    Waiting,
    Left,
}

/// <summary>A seat in a workshop, or a place on its waiting list. Somebody without an account has one by a free name of the list.</summary>
public sealed class WorkshopSeat
{
    private WorkshopSeat() { }

    internal WorkshopSeat(
        WorkshopSeatId id,
        WorkshopId workshop,
        PersonId? person,
        WorkshopInvitationId? invitation,
        WorkshopSeatState state,
        DateTimeOffset since
    )
    {
        (Id, WorkshopId, PersonId, InvitationId) = (id, workshop, person, invitation);
        (State, Since) = (state, since);
    }

    public WorkshopSeatId Id { get; private set; }
    public WorkshopId WorkshopId { get; private set; }
    public PersonId? PersonId { get; private set; }

    /// <summary>The line of the list with the free name, where there is no person.</summary>
    public WorkshopInvitationId? InvitationId { get; private set; }
    public WorkshopSeatState State { get; private set; }
    public DateTimeOffset Since { get; private set; }

    /// <summary>The small group for the guests' hour, from 1; null until groups are drawn.</summary>
    public int? Group { get; private set; }
    public int? Trio { get; private set; }

    /// <summary>Under which key the seat is drawn into groups.</summary>
    public Guid Key => PersonId?.Value ?? Id.Value;

    internal void Become(WorkshopSeatState state, DateTimeOffset now)
    {
        (State, Since) = (state, now);
        (Group, Trio) = (null, null);
    }

    internal void Put(int? group, int? trio) => (Group, Trio) = (group, trio);
}

/// <summary>A line of the list of those invited: a person or a free name, and nothing else. Why anybody is on it is not kept.</summary>
public sealed class WorkshopInvitation
{
    public const int NameLength = 120;

    private WorkshopInvitation() { }

    internal WorkshopInvitation(WorkshopInvitationId id, WorkshopId workshop, PersonId? person, string? name) =>
        (Id, WorkshopId, PersonId, Name) = (id, workshop, person, name);

    public WorkshopInvitationId Id { get; private set; }
    public WorkshopId WorkshopId { get; private set; }
    public PersonId? PersonId { get; private set; }
    public string? Name { get; private set; }
}
