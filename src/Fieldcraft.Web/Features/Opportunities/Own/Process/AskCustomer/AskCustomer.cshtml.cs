using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process.AskCustomer;

/// <summary>Sends the common page, or the result, to the customer: what they will see, and how it gets there.</summary>
public sealed class AskCustomerModel(OpportunityReading reading, CustomerLinks links, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public CustomerAsk What { get; set; } = CustomerAsk.Proposition;

    [BindProperty]
    public SendInput Send { get; set; } = new();

    public OpenOpportunity Opportunity { get; private set; } = null!;

    public Asking Asking => Opportunity.Asking(What, Send.Customer, Send.MailAddress);

    public SheetForm Form => CustomerLink.FormOf(What);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Send = new SendInput { Customer = Opportunity.Customer };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await links.SendAsync(viewer, Opportunity.Id, Asking, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            { Value: { } link } => this.Onward(
                OpportunitiesLinks.Link(link.Id),
                Send.MailAddress is null ? null : "opportunities.flash.mailed"
            ),
            _ => throw new InvalidOperationException(),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (What == CustomerAsk.Summary || await reading.FindAsync(viewer, OpportunityId.From(id), cancellationToken) is not { } found)
        {
            return false;
        }

        Opportunity = found;
        return true;
    }
}
