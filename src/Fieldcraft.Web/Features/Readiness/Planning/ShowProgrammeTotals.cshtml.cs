using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Planning;

/// <summary>The same for every module of a programme.</summary>
public sealed class ShowProgrammeTotalsModel(TotalsReading reading, Viewer viewer) : PageModel
{
    public IReadOnlyList<ReadinessTotals> Modules { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.OfProgrammeAsync(viewer, ProgrammeId.From(id), cancellationToken) is not { } modules)
        {
            return NotFound();
        }

        Modules = modules;
        return Page();
    }
}
