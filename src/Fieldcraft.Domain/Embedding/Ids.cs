using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Embedding;

public readonly record struct TipId(Guid Value) : IEntityId<TipId>, IComparable<TipId>
{
    public static TipId From(Guid value) => new(value);

    public int CompareTo(TipId other) => Value.CompareTo(other.Value);
}

public readonly record struct NominationId(Guid Value) : IEntityId<NominationId>, IComparable<NominationId>
{
    public static NominationId From(Guid value) => new(value);

    public int CompareTo(NominationId other) => Value.CompareTo(other.Value);
}

public readonly record struct TeamActionId(Guid Value) : IEntityId<TeamActionId>, IComparable<TeamActionId>
{
    public static TeamActionId From(Guid value) => new(value);

    public int CompareTo(TeamActionId other) => Value.CompareTo(other.Value);
}

public readonly record struct LookBackId(Guid Value) : IEntityId<LookBackId>, IComparable<LookBackId>
{
    public static LookBackId From(Guid value) => new(value);

    public int CompareTo(LookBackId other) => Value.CompareTo(other.Value);
}
