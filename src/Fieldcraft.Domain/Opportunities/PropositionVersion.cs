using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Opportunities;

/// <summary>One state of the page that owner and customer write together, and whose it is. Sealed like the opportunity it belongs to.</summary>
public sealed class PropositionVersion
{
    private PropositionVersion() { }

    public PersonId OwnerId { get; private set; }
    public OpportunityId OpportunityId { get; private set; }

    /// <summary>The place in the order, from 1.</summary>
    public int Number { get; private set; }
    public bool IsCustomers { get; private set; }
    public SealedText Page { get; private set; } = null!;
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When it went to the customer; from then on it stays as it is.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    internal static PropositionVersion Write(
        Opportunity opportunity,
        int number,
        bool isCustomers,
        Sheet page,
        ISealer sealer,
        DateTimeOffset now
    ) =>
        new()
        {
            OwnerId = opportunity.OwnerId,
            OpportunityId = opportunity.Id,
            Number = number,
            IsCustomers = isCustomers,
            Page = sealer.Seal(nameof(Page), SheetJson.Write(page)),
            WrittenAt = now,
        };

    internal void Rewrite(Sheet page, ISealer sealer, DateTimeOffset now) =>
        (Page, WrittenAt) = (sealer.Seal(nameof(Page), SheetJson.Write(page)), now);

    internal void Send(DateTimeOffset now) => SentAt ??= now;
}
