using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Partners;

public readonly record struct PartnerOfferId(Guid Value) : IEntityId<PartnerOfferId>, IComparable<PartnerOfferId>
{
    public static PartnerOfferId From(Guid value) => new(value);

    public int CompareTo(PartnerOfferId other) => Value.CompareTo(other.Value);
}

public readonly record struct PartnershipId(Guid Value) : IEntityId<PartnershipId>, IComparable<PartnershipId>
{
    public static PartnershipId From(Guid value) => new(value);

    public int CompareTo(PartnershipId other) => Value.CompareTo(other.Value);
}

public readonly record struct PartnerMeetingId(Guid Value) : IEntityId<PartnerMeetingId>, IComparable<PartnerMeetingId>
{
    public static PartnerMeetingId From(Guid value) => new(value);

    public int CompareTo(PartnerMeetingId other) => Value.CompareTo(other.Value);
}

public readonly record struct PartnerNoteId(Guid Value) : IEntityId<PartnerNoteId>, IComparable<PartnerNoteId>
{
    public static PartnerNoteId From(Guid value) => new(value);

    public int CompareTo(PartnerNoteId other) => Value.CompareTo(other.Value);
}

public readonly record struct AppraisalSeasonId(Guid Value) : IEntityId<AppraisalSeasonId>
{
    public static AppraisalSeasonId From(Guid value) => new(value);
}

public readonly record struct GroupTalkId(Guid Value) : IEntityId<GroupTalkId>, IComparable<GroupTalkId>
{
    public static GroupTalkId From(Guid value) => new(value);

    public int CompareTo(GroupTalkId other) => Value.CompareTo(other.Value);
}
