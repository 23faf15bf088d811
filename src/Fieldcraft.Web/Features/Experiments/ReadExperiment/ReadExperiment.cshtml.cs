using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experiments.ReadExperiment;

public sealed class ReadExperimentModel(ExperimentReading reading, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    public OpenExperiment? Experiment { get; private set; }

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Experiment = await reading.FindAsync(viewer, ExperimentId.From(id), cancellationToken)) is null ? NotFound() : Page();
}
