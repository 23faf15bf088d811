using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Communities;

public sealed record CommunityFounded(Guid Person, Guid Community, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CommunityDescribed(Guid Person, Guid Community, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CommunityHandedOn(Guid Person, Guid Community, Guid? To, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CommunityClosed(Guid Person, Guid Community, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CommunityJoined(Guid Person, Guid Community, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CommunityLeft(Guid Person, Guid Community, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CommunityMeetingArranged(Guid Person, Guid Community, Guid Meeting, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CommunityMeetingCalledOff(Guid Person, Guid Community, Guid Meeting, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FindingWritten(Guid Person, Guid Community, Guid Finding, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FindingCorrected(Guid Person, Guid Community, Guid Finding, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FindingStruck(Guid Person, Guid Community, Guid Finding, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
