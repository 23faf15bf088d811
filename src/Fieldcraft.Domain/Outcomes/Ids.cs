using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Outcomes;

public readonly record struct OutcomeMeasureId(Guid Value) : IEntityId<OutcomeMeasureId>, IComparable<OutcomeMeasureId>
{
    public static OutcomeMeasureId From(Guid value) => new(value);

    public int CompareTo(OutcomeMeasureId other) => Value.CompareTo(other.Value);
}

public readonly record struct FigureImportId(Guid Value) : IEntityId<FigureImportId>, IComparable<FigureImportId>
{
    public static FigureImportId From(Guid value) => new(value);

    public int CompareTo(FigureImportId other) => Value.CompareTo(other.Value);
}

public readonly record struct SignSightingId(Guid Value) : IEntityId<SignSightingId>, IComparable<SignSightingId>
{
    public static SignSightingId From(Guid value) => new(value);

    public int CompareTo(SignSightingId other) => Value.CompareTo(other.Value);
}

public readonly record struct TeamUseId(Guid Value) : IEntityId<TeamUseId>, IComparable<TeamUseId>
{
    public static TeamUseId From(Guid value) => new(value);

    public int CompareTo(TeamUseId other) => Value.CompareTo(other.Value);
}

public readonly record struct CaseDrawId(Guid Value) : IEntityId<CaseDrawId>, IComparable<CaseDrawId>
{
    public static CaseDrawId From(Guid value) => new(value);

    public int CompareTo(CaseDrawId other) => Value.CompareTo(other.Value);
}

public readonly record struct SuccessCaseId(Guid Value) : IEntityId<SuccessCaseId>, IComparable<SuccessCaseId>
{
    public static SuccessCaseId From(Guid value) => new(value);

    public int CompareTo(SuccessCaseId other) => Value.CompareTo(other.Value);
}
