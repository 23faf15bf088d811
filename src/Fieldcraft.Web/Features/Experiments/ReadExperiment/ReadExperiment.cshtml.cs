using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experiments.ReadExperiment;

public sealed class ReadExperimentModel(ExperimentReading reading, Viewer viewer) : PageModel
{
    public OpenExperiment? Experiment { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Experiment = await reading.FindAsync(viewer, ExperimentId.From(id), cancellationToken)) is null ? NotFound() : Page();
}
