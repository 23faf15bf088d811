using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process;

/// <summary>A page that only shows an opportunity.</summary>
public abstract class ReadPage(OpportunityReading reading, Viewer viewer) : PageModel
{
    public OpenOpportunity Opportunity { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, OpportunityId.From(id), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Opportunity = found;
        return Page();
    }
}
