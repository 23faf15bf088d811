using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Circles;

public sealed record CircleCalled(Guid Person, Guid Circle, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleDescribed(Guid Person, Guid Circle, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleInvited(Guid Person, Guid Circle, Guid Invited, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleJoined(Guid Person, Guid Circle, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleDeclined(Guid Person, Guid Circle, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleSeatFreed(Guid Person, Guid Circle, Guid Freed, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleLeft(Guid Person, Guid Circle, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleRhythmAgreed(Guid Person, Guid Circle, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleEnded(Guid Person, Guid Circle, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleMeetingArranged(Guid Person, Guid Circle, Guid Meeting, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleMeetingMoved(Guid Person, Guid Circle, Guid Meeting, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleTurnPassed(Guid Person, Guid Circle, Guid Meeting, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleMeetingHeld(Guid Person, Guid Circle, Guid Meeting, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleCommitmentMade(Guid Person, Guid Circle, Guid Commitment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleCommitmentReworded(Guid Person, Guid Commitment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleCommitmentRevealed(Guid Person, Guid Circle, Guid Commitment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleCommitmentHidden(Guid Person, Guid Circle, Guid Commitment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleCommitmentSettled(Guid Person, Guid Commitment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CircleCommitmentTornUp(Guid Person, Guid Commitment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
