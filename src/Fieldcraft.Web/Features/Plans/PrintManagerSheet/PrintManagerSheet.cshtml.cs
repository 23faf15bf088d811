using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Features.Plans.PrintPlan;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans.PrintManagerSheet;

/// <summary>What I need from my manager, alone on a sheet to take along. Nothing else of the plan is on it.</summary>
public sealed class PrintManagerSheetModel(PlanReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Paper { get; set; }

    public OpenPlan? Plan { get; private set; }

    public string Name => viewer.Name;

    public string Sheet => PrintPlanModel.SheetOf(Paper);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Plan = await reading.FindAsync(viewer, PlanId.From(id), cancellationToken)) is null ? NotFound() : Page();
}
