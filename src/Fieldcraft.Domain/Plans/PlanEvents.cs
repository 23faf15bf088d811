using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

/// <summary>The parts of a plan, as events and forms name them.</summary>
public enum PlanPart
{
    Frame,
    Goal,
    Step,
    Behaviour,
    Supporter,
    Source,
    ManagerNeeds,
    Opportunity,
    StopRule,
}

public sealed record PlanStarted(Guid Person, Guid Plan, Guid? Assignment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlanPartWritten(Guid Person, Guid Plan, PlanPart Part, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlanPartRemoved(Guid Person, Guid Plan, PlanPart Part, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlanStepDone(Guid Person, Guid Plan, Guid Step, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlanReviewed(Guid Person, Guid Plan, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlanEnded(Guid Person, Guid Plan, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlanTakenUpAgain(Guid Person, Guid Plan, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlanTornUp(Guid Person, Guid Plan, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
