using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Readiness;

public sealed record PreparationPlanned(Guid Person, Guid Module, Guid Preparation, PreparationKind Kind, DateOnly On, DateTimeOffset At)
    : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PreparationDescribed(Guid Person, Guid Module, Guid Preparation, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PreparationInvited(Guid Person, Guid Preparation, Guid Leader, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PreparationSeatTaken(Guid Leader, Guid Preparation, PreparationSeatState State, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record PreparationDeclined(Guid Leader, Guid Preparation, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record PreparationSeatReleased(Guid Person, Guid Preparation, Guid Leader, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

/// <summary>How many were there, and not who: that is for them and the facilitator.</summary>
public sealed record PreparationHeld(Guid Person, Guid Module, Guid Preparation, int Present, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PreparationCancelled(Guid Person, Guid Module, Guid Preparation, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ReadinessBegun(Guid Leader, Guid Module, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record LeaderTookPart(Guid Leader, Guid Module, PreparationKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record NoticedWritten(Guid Leader, Guid Module, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record PlannerSaidDone(Guid Leader, Guid Module, PlannerWord Word, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record PlannerTakenUpAgain(Guid Leader, Guid Module, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record LeaderCleared(Guid Leader, Guid Module, Guid Coach, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record LeaderClearanceTakenBack(Guid Leader, Guid Module, Guid Coach, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record NotYetSaid(Guid Leader, Guid Module, DateOnly Expected, Guid? Deputy, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record NotYetWithdrawn(Guid Leader, Guid Module, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record ComfortMarked(Guid Leader, Guid Module, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record ConfidenceStated(Guid Leader, Guid Module, ConfidenceMoment Moment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record ComfortShownToCoach(Guid Leader, Guid Module, Guid Coach, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}

public sealed record ComfortHiddenFromCoach(Guid Leader, Guid Module, Guid Coach, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Leader;
}
