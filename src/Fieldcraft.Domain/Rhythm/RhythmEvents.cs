using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rhythm;

public sealed record RhythmBegun(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record RhythmSaid(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TellingsChosen(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record LoadCapped(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record NudgeDismissalNoted(Guid Person, int Dismissals, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record NudgeTakingNoted(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record NudgesResumed(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record DigestSent(Guid Person, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StrainMarked(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CalendarOpened(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CalendarClosed(Guid Person, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record NudgeGiven(Guid Person, Guid Nudge, StepKind Step, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record NudgeTaken(Guid Person, Guid Nudge, NudgeEnd End, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record NudgeDismissed(Guid Person, Guid Nudge, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
