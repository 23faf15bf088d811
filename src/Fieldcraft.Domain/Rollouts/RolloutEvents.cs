using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

public sealed record RolloutSet(Guid By, Guid Module, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record RolloutRatesSaid(Guid By, Guid Module, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record SiteGroundChanged(Guid By, Guid Site, SiteGroundPart Part, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record TeachingSessionPlanned(Guid By, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record TeachingSessionMoved(Guid By, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record SeatTaken(Guid By, Guid Session, Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record SeatFreed(Guid By, Guid Session, Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record TeachingSessionLocked(Guid By, Guid Session, bool Locked, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record TeachingSessionPublished(Guid By, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record TeachingSessionCancelled(Guid By, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record TeachingSessionHeld(Guid By, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record SwapAsked(Guid Person, Guid Request, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SwapSettled(Guid By, Guid Request, SwapState State, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record AbsenceTold(Guid By, Guid Person, Guid Absence, DateOnly From, DateOnly To, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record AbsenceTakenBack(Guid By, Guid Absence, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record ProposalAsked(Guid By, Guid Proposal, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record ProposalStopped(Guid By, Guid Proposal, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record ProposalAnswered(Guid By, Guid Proposal, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record ProposalSettled(Guid By, Guid Proposal, ProposalState State, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record AttendanceNoted(Guid By, Guid Session, Guid Person, bool Here, AttendanceWay Way, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record DoorOpened(Guid By, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}

public sealed record SessionLogged(Guid Person, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionRunWentOn(Guid By, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => By;
}
