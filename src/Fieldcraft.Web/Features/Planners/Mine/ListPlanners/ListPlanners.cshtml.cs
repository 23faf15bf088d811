using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Planners.Mine.ListPlanners;

/// <summary>The modules that the viewer teaches, with the planner of each.</summary>
public sealed class ListPlannersModel(PlannerReading reading, Viewer viewer) : PageModel
{
    public IReadOnlyList<PlannerLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!viewer.MayPlanSessions())
        {
            return NotFound();
        }

        Lines = await reading.ListAsync(viewer, cancellationToken);
        return Page();
    }
}
