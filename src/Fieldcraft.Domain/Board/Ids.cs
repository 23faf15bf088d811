using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Board;

public readonly record struct PostingId(Guid Value) : IEntityId<PostingId>, IComparable<PostingId>
{
    public static PostingId From(Guid value) => new(value);

    public int CompareTo(PostingId other) => Value.CompareTo(other.Value);
}

public readonly record struct InterestId(Guid Value) : IEntityId<InterestId>, IComparable<InterestId>
{
    public static InterestId From(Guid value) => new(value);

    public int CompareTo(InterestId other) => Value.CompareTo(other.Value);
}

public readonly record struct TrialNoticeId(Guid Value) : IEntityId<TrialNoticeId>, IComparable<TrialNoticeId>
{
    public static TrialNoticeId From(Guid value) => new(value);

    public int CompareTo(TrialNoticeId other) => Value.CompareTo(other.Value);
}
