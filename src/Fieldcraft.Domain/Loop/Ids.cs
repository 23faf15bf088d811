using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Loop;

public readonly record struct TeamIdeaId(Guid Value) : IEntityId<TeamIdeaId>, IComparable<TeamIdeaId>
{
    public static TeamIdeaId From(Guid value) => new(value);

    public int CompareTo(TeamIdeaId other) => Value.CompareTo(other.Value);
}

public readonly record struct LoopMeetingId(Guid Value) : IEntityId<LoopMeetingId>, IComparable<LoopMeetingId>
{
    public static LoopMeetingId From(Guid value) => new(value);

    public int CompareTo(LoopMeetingId other) => Value.CompareTo(other.Value);
}
