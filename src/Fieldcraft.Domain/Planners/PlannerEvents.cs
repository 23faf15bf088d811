using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Planners;

public sealed record PlannerBegun(Guid Person, Guid Module, Guid Planner, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlannerWritten(Guid Person, Guid Planner, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlannerShaped(Guid Person, Guid Planner, bool InHalves, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlannerMovedOn(Guid Person, Guid Planner, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlannerTried(Guid Person, Guid Planner, Guid Experiment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlannerFinished(Guid Person, Guid Module, Guid Planner, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlannerReopened(Guid Person, Guid Module, Guid Planner, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PlannerTornUp(Guid Person, Guid Planner, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
