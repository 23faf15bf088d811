using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Planners.Mine.DownloadPlanner;

/// <summary>The planner as a PDF. Where none can be made, a page says how to print it instead.</summary>
public sealed class DownloadPlannerModel(PlannerReading reading, PlannerPrinting printing, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Paper { get; set; }

    public OpenPlanner? Planner { get; private set; }

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Planner = await reading.FindAsync(viewer, PlannerId.From(id), cancellationToken);
        if (Planner is null)
        {
            return NotFound();
        }

        var pdf = await printing.PrintAsync(PageContext, PlannerSheet.Of(Planner, viewer.Name), PlannerPaper.Of(Paper), cancellationToken);
        if (pdf.Refusal is { } refusal)
        {
            Refusal = refusal;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return File(pdf.Value!, PlannerPrinting.ContentType, PlannerPrinting.FileName);
    }
}
