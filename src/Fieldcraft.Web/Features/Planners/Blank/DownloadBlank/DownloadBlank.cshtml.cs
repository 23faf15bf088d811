using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Planners.Blank.DownloadBlank;

/// <summary>The blank sheet as a PDF. Where none can be made, a page says how to print it instead.</summary>
public sealed class DownloadBlankModel(PlannerReading reading, PlannerPrinting printing, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Paper { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Halves { get; set; }

    public ModuleId ModuleId { get; private set; }

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        ModuleId = ModuleId.From(id);
        if (await reading.BlankAsync(viewer, ModuleId, Halves, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var pdf = await printing.PrintAsync(PageContext, sheet, PlannerPaper.Of(Paper), cancellationToken);
        if (pdf.Refusal is { } refusal)
        {
            Refusal = refusal;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return File(pdf.Value!, PlannerPrinting.ContentType, PlannerPrinting.FileName);
    }
}
