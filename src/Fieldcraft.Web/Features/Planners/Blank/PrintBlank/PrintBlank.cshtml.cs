using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Planners.Blank.PrintBlank;

/// <summary>A sheet to write on by hand, for the browser's own print.</summary>
public sealed class PrintBlankModel(PlannerReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Paper { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Halves { get; set; }

    public ModuleId ModuleId { get; private set; }

    public PlannerSheet? Sheet { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        ModuleId = ModuleId.From(id);
        Sheet = await reading.BlankAsync(viewer, ModuleId, Halves, cancellationToken);
        return Sheet is null ? NotFound() : Page();
    }
}
