using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Outcomes.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.PrintGuide;

/// <summary>The guide for the talk about a success case, on one sheet with room to write. What is written on it stays on paper.</summary>
public sealed class PrintGuideModel(CaseReading reading) : PageModel
{
    public const int Questions = 7;

    public CasesOfModule Cases { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Cases = (await reading.OfModuleAsync(ModuleId.From(id), cancellationToken))!;
        return Cases is null ? NotFound() : Page();
    }
}
