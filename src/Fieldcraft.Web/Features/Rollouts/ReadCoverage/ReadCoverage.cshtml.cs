using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Reading;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rollouts.ReadCoverage;

/// <summary>How far a module has come in its window. A full count, so no interval; how complete it is stands beside it.</summary>
public sealed class ReadCoverageModel(RolloutModules modules, CoverageReading reading, Viewer viewer, Words words, TimeProvider clock)
    : PageModel
{
    public ModuleCoverage Coverage { get; private set; } = null!;

    /// <summary>Sponsors read totals.</summary>
    public bool WithGroups => viewer.MayPlanRollouts();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MaySeeTotals() || await modules.FindAsync(viewer, ModuleId.From(id), cancellationToken) is not { } module)
        {
            return NotFound();
        }

        Coverage = await reading.OfAsync(module, words.Today(clock.GetUtcNow()), cancellationToken);
        return Page();
    }
}
