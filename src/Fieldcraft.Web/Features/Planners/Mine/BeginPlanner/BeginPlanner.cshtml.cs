using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Planners.Mine.BeginPlanner;

/// <summary>Opens the viewer's planner of a module; where there is none yet, says what it is for and begins it.</summary>
public sealed class BeginPlannerModel(PlannerDesk desk, PlannerReading reading, Viewer viewer) : PageModel
{
    public ModuleId ModuleId { get; private set; }

    public PlannerSheet? Sheet { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        ModuleId = ModuleId.From(id);
        if (await desk.MineAsync(ModuleId, cancellationToken) is { } mine)
        {
            return Redirect(PlannersLinks.Planner(mine));
        }

        Sheet = await reading.BlankAsync(viewer, ModuleId, false, cancellationToken);
        return Sheet is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.BeginAsync(ModuleId.From(id), cancellationToken) is { Refusal: null } begun
            ? this.Onward(PlannersLinks.Planner(begun.Value), "planner.flash.begun")
            : NotFound();
}
