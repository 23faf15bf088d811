using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Programmes;

public sealed record ProgrammeBegun(Guid Person, Guid Programme, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ProgrammeDescribed(Guid Person, Guid Programme, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ProgrammeHandedOver(Guid Person, Guid Programme, Guid Lead, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ProgrammeEnded(Guid Person, Guid Programme, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleAdded(Guid Person, Guid Module, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleDescribed(Guid Person, Guid Module, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleRoleNamed(Guid Person, Guid Module, ModuleRole Role, Guid Holder, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleRoleReleased(Guid Person, Guid Module, ModuleRole Role, Guid Holder, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleEditionTaken(Guid Person, Guid Module, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleDrafted(Guid Person, Guid Module, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleRewritten(Guid Person, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModulePiloted(Guid Person, Guid Module, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModulePublished(Guid Person, Guid Module, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleDraftDiscarded(Guid Person, Guid Edition, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleMediaAdded(Guid Person, Guid Module, Guid Media, MediaKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleMediaChanged(Guid Person, Guid Media, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ModuleMediaRemoved(Guid Person, Guid Media, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record RoutineNoted(Guid Person, Guid Routine, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
