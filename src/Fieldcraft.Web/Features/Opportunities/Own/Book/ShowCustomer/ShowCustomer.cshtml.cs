using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Web.Features.Opportunities.Own.Process;
using Fieldcraft.Web.Features.Opportunities.Own.Talks;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.Book.ShowCustomer;

/// <summary>One internal customer: what they try to achieve, the talks, what came of them.</summary>
public sealed class ShowCustomerModel(ProviderBook book, Viewer viewer) : PageModel
{
    public OpenEntry Customer { get; private set; } = null!;

    public IReadOnlyList<OpenTalk> Talks { get; private set; } = [];

    public IReadOnlyList<OpenOpportunity> Opportunities { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await book.FindCustomerAsync(viewer, ProviderEntryId.From(id), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Customer, Talks, Opportunities) = found;
        return Page();
    }
}
