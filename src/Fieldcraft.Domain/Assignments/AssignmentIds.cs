using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments;

public readonly record struct AnswerId(Guid Value) : IEntityId<AnswerId>, IComparable<AnswerId>
{
    public static AnswerId From(Guid value) => new(value);

    public int CompareTo(AnswerId other) => Value.CompareTo(other.Value);
}

public readonly record struct ChallengeProfileId(Guid Value) : IEntityId<ChallengeProfileId>, IComparable<ChallengeProfileId>
{
    public static ChallengeProfileId From(Guid value) => new(value);

    public int CompareTo(ChallengeProfileId other) => Value.CompareTo(other.Value);
}

public readonly record struct OpinionRequestId(Guid Value) : IEntityId<OpinionRequestId>, IComparable<OpinionRequestId>
{
    public static OpinionRequestId From(Guid value) => new(value);

    public int CompareTo(OpinionRequestId other) => Value.CompareTo(other.Value);
}

public readonly record struct CheckInId(Guid Value) : IEntityId<CheckInId>, IComparable<CheckInId>
{
    public static CheckInId From(Guid value) => new(value);

    public int CompareTo(CheckInId other) => Value.CompareTo(other.Value);
}
