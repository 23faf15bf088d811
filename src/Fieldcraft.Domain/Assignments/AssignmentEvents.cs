using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments;

public sealed record AssignmentBrought(Guid Person, Guid Assignment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record AssignmentDescribed(Guid Person, Guid Assignment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record RoundBegun(Guid Person, Guid Assignment, int Round, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record AssignmentEnded(Guid Person, Guid Assignment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record AssignmentTakenUpAgain(Guid Person, Guid Assignment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record AssignmentDiscarded(Guid Person, Guid Assignment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record QuestionAnswered(Guid Person, Guid Assignment, Guid Answer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

/// <summary>The profile was rated; what the ratings are stays in it.</summary>
public sealed record ProfileRated(Guid Person, Guid Assignment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OpinionAsked(Guid Person, Guid Request, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OpinionGiven(Guid Person, Guid Request, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

/// <summary>The link leads nowhere any more. Whether it was declined or withdrawn is not told.</summary>
public sealed record OpinionRequestClosed(Guid Person, Guid Request, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CheckedIn(Guid Person, Guid CheckIn, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
