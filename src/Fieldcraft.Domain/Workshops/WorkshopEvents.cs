using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

public sealed record WorkshopPlanned(Guid Person, Guid Workshop, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopDescribed(Guid Person, Guid Workshop, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopArranged(Guid Person, Guid Workshop, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopSecondNamed(Guid Person, Guid Workshop, Guid? Second, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopInvited(Guid Person, Guid Workshop, Guid Invitation, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopUninvited(Guid Person, Guid Workshop, Guid Invitation, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopEnrolled(Guid Person, Guid Workshop, bool Waits, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopLeft(Guid Person, Guid Workshop, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopMovedUp(Guid Person, Guid Workshop, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopDeclined(Guid Person, Guid Workshop, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopGroupsDrawn(Guid Person, Guid Workshop, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopCalledOff(Guid Person, Guid Workshop, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopMilestonesTold(Guid Person, Guid Workshop, DateOnly Through, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CoachingSlotOffered(Guid Person, Guid Workshop, Guid Slot, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CoachingSlotBooked(Guid Person, Guid Slot, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CoachingSlotFreed(Guid Person, Guid Slot, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CoachingSlotWithdrawn(Guid Person, Guid Slot, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopNoteWritten(Guid Person, Guid Workshop, Guid Note, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopNoteTornUp(Guid Person, Guid Note, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record InitiativeCheckTaken(Guid Person, Guid Check, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record InitiativeCheckTornUp(Guid Person, Guid Check, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopHandCounted(Guid Person, Guid Workshop, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record WorkshopLeavingEntered(Guid Person, Guid Workshop, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
