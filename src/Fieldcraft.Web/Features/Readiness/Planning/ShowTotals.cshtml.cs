using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Planning;

/// <summary>How far the leaders are with one module, nobody by name.</summary>
public sealed class ShowTotalsModel(TotalsReading reading, Viewer viewer) : PageModel
{
    public ReadinessTotals Totals { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.OfModuleAsync(viewer, ModuleId.From(id), cancellationToken) is not { } totals)
        {
            return NotFound();
        }

        Totals = totals;
        return Page();
    }
}
