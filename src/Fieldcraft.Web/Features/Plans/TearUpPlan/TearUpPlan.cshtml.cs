using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans.TearUpPlan;

public sealed class TearUpPlanModel(PlanDesk desk, PlanReading reading, Viewer viewer) : PageModel
{
    public OpenPlan? Plan { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Plan = await reading.FindAsync(viewer, PlanId.From(id), cancellationToken)) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.LoadAsync(PlanId.From(id), cancellationToken) is not { } plan)
        {
            return NotFound();
        }

        await desk.TearUpAsync(plan, cancellationToken);
        return this.Onward(PlansLinks.List, "plan.flash.torn_up");
    }
}
