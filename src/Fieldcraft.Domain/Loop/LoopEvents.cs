using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Loop;

public sealed record TeamIdeaSubmitted(Guid Person, Guid Idea, LoopTier Tier, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TeamIdeaForwarded(Guid Person, Guid Idea, LoopTier To, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

/// <summary>Belongs to the team's leader, or to the site where nobody leads the team any more; so do all that nobody does.</summary>
public sealed record TeamIdeaPassedOn(Guid Place, Guid Idea, LoopTier To, StayEnd Why, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Place;
}

public sealed record TeamIdeaLate(Guid Place, Guid Idea, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Place;
}

public sealed record TeamIdeaAnswered(Guid Person, Guid Idea, IdeaAnswerKind Answer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TeamIdeaCorrected(Guid Person, Guid Idea, IdeaAnswerKind Answer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TeamIdeaTookIn(Guid Person, Guid Idea, Guid Other, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TeamIdeaFollowed(Guid Place, Guid Idea, Guid Root, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Place;
}

public sealed record LoopMeetingArranged(Guid Person, Guid Meeting, LoopTier Tier, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record LoopMeetingMoved(Guid Person, Guid Meeting, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record LoopMeetingOrdered(Guid Person, Guid Meeting, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record LoopMeetingHeld(Guid Person, Guid Meeting, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record LoopMeetingCalledOff(Guid Person, Guid Meeting, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
