using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans.PrintPlan;

public sealed class PrintPlanModel(PlanReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Paper { get; set; }

    public OpenPlan? Plan { get; private set; }

    public string Sheet => SheetOf(Paper);

    /// <summary>The sheet that was asked for; A4 unless it is Letter.</summary>
    public static string SheetOf(string? paper) => string.Equals(paper, "letter", StringComparison.OrdinalIgnoreCase) ? "letter" : "a4";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Plan = await reading.FindWholeAsync(viewer, PlanId.From(id), cancellationToken)) is null ? NotFound() : Page();
}
