using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Opportunities;

public readonly record struct ProviderEntryId(Guid Value) : IEntityId<ProviderEntryId>, IComparable<ProviderEntryId>
{
    public static ProviderEntryId From(Guid value) => new(value);

    public int CompareTo(ProviderEntryId other) => Value.CompareTo(other.Value);
}

public readonly record struct CustomerDialogueId(Guid Value) : IEntityId<CustomerDialogueId>, IComparable<CustomerDialogueId>
{
    public static CustomerDialogueId From(Guid value) => new(value);

    public int CompareTo(CustomerDialogueId other) => Value.CompareTo(other.Value);
}

public readonly record struct OpportunityId(Guid Value) : IEntityId<OpportunityId>, IComparable<OpportunityId>
{
    public static OpportunityId From(Guid value) => new(value);

    public int CompareTo(OpportunityId other) => Value.CompareTo(other.Value);
}

public readonly record struct CustomerLinkId(Guid Value) : IEntityId<CustomerLinkId>, IComparable<CustomerLinkId>
{
    public static CustomerLinkId From(Guid value) => new(value);

    public int CompareTo(CustomerLinkId other) => Value.CompareTo(other.Value);
}
