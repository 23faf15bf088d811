using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Conversations;

public sealed record SessionPlanned(Guid Person, Guid Session, DateOnly? On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionAppointed(Guid Person, Guid Session, DateOnly? On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionRearranged(Guid Person, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionBegun(Guid Person, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StageEntered(Guid Person, Guid Session, int Stage, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionPaused(Guid Person, Guid Session, int Stage, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionResumed(Guid Person, Guid Session, int Stage, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record MinutesAdded(Guid Person, Guid Session, int Stage, int Minutes, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

/// <summary>Person is empty where time closed it and nobody did.</summary>
public sealed record SessionEnded(Guid Person, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionCalledOff(Guid Person, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record MemberInvited(Guid Person, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record MemberJoined(Guid Person, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record MemberLeft(Guid Person, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record MemberEntrusted(Guid Person, Guid Session, Guid By, bool Leads, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record AssignmentPicked(Guid Person, Guid Session, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionAnswerWritten(Guid Person, Guid Session, int Stage, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionAnswerRevealed(Guid Person, Guid Session, int Stage, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionAnswerTakenBack(Guid Person, Guid Session, int Stage, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionAnswerHidden(Guid Person, Guid Session, int Stage, Guid By, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionAnswerShownAgain(Guid Person, Guid Session, int Stage, Guid By, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SessionAnswerLanded(Guid Person, Guid Session, int Stage, Guid Answer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
