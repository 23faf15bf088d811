using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Features.Opportunities.Own.Book;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process.BeginOpportunity;

/// <summary>Begins an opportunity: a service for a customer, or a change of the present job.</summary>
public sealed class BeginOpportunityModel(OpportunityDesk desk, ProviderBook book, Words words, Viewer viewer) : PageModel
{
    [BindProperty, Required, MaxLength(SheetBox.LineLength)]
    public string? Subject { get; set; }

    [BindProperty, Required]
    public OpportunityKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Customer { get; set; }

    public IReadOnlyList<Choice> Customers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        ModelState.Clear();
        Kind = OpportunityKind.NewService;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Kind == OpportunityKind.NewService && Customer is null)
        {
            ModelState.AddModelError(nameof(Customer), words["refusal.opportunity-no-customer"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var customer = Customer is { } id ? ProviderEntryId.From(id) : (ProviderEntryId?)null;
        var begun = await desk.BeginAsync(viewer, Kind!.Value, customer, Subject!, cancellationToken);
        return begun.Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(OpportunitiesLinks.One(begun.Value!.Id), "opportunities.flash.begun");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Customers = [
            .. (await book.ListAsync(viewer, [ProviderEntryKind.Customer], cancellationToken)).Select(c => new Choice(
                c.Id.Value.ToString(),
                c.Name
            )),
        ];
}
