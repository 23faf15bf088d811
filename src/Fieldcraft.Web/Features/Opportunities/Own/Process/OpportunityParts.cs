using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process;

/// <summary>Which forms belong to which step, for pages and API.</summary>
public static class OpportunityParts
{
    private static readonly SheetForm[] Forms =
    [
        SheetForms.Begin,
        SheetForms.Idea,
        SheetForms.Proposition,
        SheetForms.Champion,
        SheetForms.UpwardTalk,
        SheetForms.Agreement,
        SheetForms.Review,
        SheetForms.Result,
        SheetForms.End,
    ];

    public static SheetForm? Find(string? id) => Forms.FirstOrDefault(f => f.Id == id);

    /// <summary>The forms that are filled in during a step.</summary>
    public static IReadOnlyList<SheetForm> Of(OpportunityKind kind, OpportunityState state) =>
        (kind.IsCrafting(), state) switch
        {
            (true, OpportunityState.Idea) => [SheetForms.Idea, SheetForms.Agreement],
            (_, OpportunityState.Idea) => [SheetForms.Idea],
            (_, OpportunityState.Proposition) => [SheetForms.Proposition],
            (_, OpportunityState.Championed) => [SheetForms.Champion, SheetForms.UpwardTalk, SheetForms.Agreement],
            (_, OpportunityState.Trial) => [SheetForms.Review],
            (_, OpportunityState.Result) => [SheetForms.Result],
            _ => [],
        };

    /// <summary>What the customer is asked about it: the page as it stands, or the result.</summary>
    public static Asking Asking(this OpenOpportunity opportunity, CustomerAsk ask, string? customer, string? address) =>
        new(
            ask,
            string.IsNullOrWhiteSpace(customer) ? opportunity.Customer : customer.Trim(),
            opportunity.SheetOf(CustomerLink.FormOf(ask)),
            address
        );
}
