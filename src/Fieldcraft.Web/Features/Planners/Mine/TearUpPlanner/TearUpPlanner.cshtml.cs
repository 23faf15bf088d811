using Fieldcraft.Domain.Planners;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Planners.Mine.TearUpPlanner;

public sealed class TearUpPlannerModel(PlannerDesk desk, PlannerReading reading, Viewer viewer) : PageModel
{
    public OpenPlanner? Planner { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Planner = await reading.FindAsync(viewer, PlannerId.From(id), cancellationToken)) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.LoadAsync(PlannerId.From(id), cancellationToken) is not { } planner)
        {
            return NotFound();
        }

        await desk.TearUpAsync(planner, cancellationToken);
        return this.Onward(PlannersLinks.List, "planner.flash.torn_up");
    }
}
