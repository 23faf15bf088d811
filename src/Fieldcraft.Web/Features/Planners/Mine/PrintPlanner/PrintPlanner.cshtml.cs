using Fieldcraft.Domain.Planners;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Planners.Mine.PrintPlanner;

/// <summary>The sheet for the browser's own print.</summary>
public sealed class PrintPlannerModel(PlannerReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Paper { get; set; }

    public PlannerSheet? Sheet { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, PlannerId.From(id), cancellationToken) is not { } planner)
        {
            return NotFound();
        }

        Sheet = PlannerSheet.Of(planner, viewer.Name);
        return Page();
    }
}
