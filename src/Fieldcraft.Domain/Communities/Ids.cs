using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Communities;

public readonly record struct CommunityId(Guid Value) : IEntityId<CommunityId>, IComparable<CommunityId>
{
    public static CommunityId From(Guid value) => new(value);

    public int CompareTo(CommunityId other) => Value.CompareTo(other.Value);
}

public readonly record struct MembershipId(Guid Value) : IEntityId<MembershipId>, IComparable<MembershipId>
{
    public static MembershipId From(Guid value) => new(value);

    public int CompareTo(MembershipId other) => Value.CompareTo(other.Value);
}

public readonly record struct CommunityMeetingId(Guid Value) : IEntityId<CommunityMeetingId>, IComparable<CommunityMeetingId>
{
    public static CommunityMeetingId From(Guid value) => new(value);

    public int CompareTo(CommunityMeetingId other) => Value.CompareTo(other.Value);
}

public readonly record struct FindingId(Guid Value) : IEntityId<FindingId>, IComparable<FindingId>
{
    public static FindingId From(Guid value) => new(value);

    public int CompareTo(FindingId other) => Value.CompareTo(other.Value);
}
