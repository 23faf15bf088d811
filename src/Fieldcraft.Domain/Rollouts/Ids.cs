using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

public readonly record struct TeachingSessionId(Guid Value) : IEntityId<TeachingSessionId>, IComparable<TeachingSessionId>
{
    public static TeachingSessionId From(Guid value) => new(value);

    public int CompareTo(TeachingSessionId other) => Value.CompareTo(other.Value);
}

public readonly record struct SiteRoomId(Guid Value) : IEntityId<SiteRoomId>, IComparable<SiteRoomId>
{
    public static SiteRoomId From(Guid value) => new(value);

    public int CompareTo(SiteRoomId other) => Value.CompareTo(other.Value);
}

public readonly record struct SiteClosureId(Guid Value) : IEntityId<SiteClosureId>, IComparable<SiteClosureId>
{
    public static SiteClosureId From(Guid value) => new(value);

    public int CompareTo(SiteClosureId other) => Value.CompareTo(other.Value);
}

public readonly record struct ProposalId(Guid Value) : IEntityId<ProposalId>, IComparable<ProposalId>
{
    public static ProposalId From(Guid value) => new(value);

    public int CompareTo(ProposalId other) => Value.CompareTo(other.Value);
}

public readonly record struct SwapRequestId(Guid Value) : IEntityId<SwapRequestId>, IComparable<SwapRequestId>
{
    public static SwapRequestId From(Guid value) => new(value);

    public int CompareTo(SwapRequestId other) => Value.CompareTo(other.Value);
}

public readonly record struct LeaderAbsenceId(Guid Value) : IEntityId<LeaderAbsenceId>, IComparable<LeaderAbsenceId>
{
    public static LeaderAbsenceId From(Guid value) => new(value);

    public int CompareTo(LeaderAbsenceId other) => Value.CompareTo(other.Value);
}
