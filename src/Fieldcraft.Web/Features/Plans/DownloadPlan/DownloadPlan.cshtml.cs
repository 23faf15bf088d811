using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Documents;
using Fieldcraft.Web.Features.Plans.PrintPlan;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans.DownloadPlan;

/// <summary>The plan as a PDF. Where none can be made, a page says how to print it instead.</summary>
public sealed class DownloadPlanModel(PlanReading reading, PaperPages paper, IPdfPrinter printer, Viewer viewer) : PageModel
{
    public const string Sheet = "/Features/Plans/_PlanDocument.cshtml";

    public OpenPlan? Plan { get; private set; }

    public Refusal? Refusal { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Paper { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Plan = await reading.FindWholeAsync(viewer, PlanId.From(id), cancellationToken);
        if (Plan is null)
        {
            return NotFound();
        }

        var html = await paper.RenderAsync(PageContext, Sheet, Plan, PrintPlanModel.SheetOf(Paper));
        var pdf = await printer.PrintAsync(html, cancellationToken);
        if (pdf.Refusal is { } refusal)
        {
            Refusal = refusal;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        // The name of the file is no private text: a download list is seen by others.
        return File(pdf.Value!, "application/pdf", "plan.pdf");
    }
}
