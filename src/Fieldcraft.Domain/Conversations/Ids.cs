using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Conversations;

public readonly record struct LiveSessionId(Guid Value) : IEntityId<LiveSessionId>, IComparable<LiveSessionId>
{
    public static LiveSessionId From(Guid value) => new(value);

    public int CompareTo(LiveSessionId other) => Value.CompareTo(other.Value);
}

public readonly record struct SessionMemberId(Guid Value) : IEntityId<SessionMemberId>, IComparable<SessionMemberId>
{
    public static SessionMemberId From(Guid value) => new(value);

    public int CompareTo(SessionMemberId other) => Value.CompareTo(other.Value);
}

public readonly record struct SessionAnswerId(Guid Value) : IEntityId<SessionAnswerId>, IComparable<SessionAnswerId>
{
    public static SessionAnswerId From(Guid value) => new(value);

    public int CompareTo(SessionAnswerId other) => Value.CompareTo(other.Value);
}
