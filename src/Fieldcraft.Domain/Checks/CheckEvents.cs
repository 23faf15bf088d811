using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Checks;

public sealed record SelfRated(Guid Person, Guid Check, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CheckRemoved(Guid Person, Guid Check, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CheckLaunched(Guid Person, Guid Check, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CheckReminded(Guid Person, Guid Check, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CheckClosed(Guid Person, Guid Check, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CheckCalledOff(Guid Person, Guid Check, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
