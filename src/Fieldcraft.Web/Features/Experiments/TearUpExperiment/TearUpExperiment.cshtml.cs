using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experiments.TearUpExperiment;

public sealed class TearUpExperimentModel(ExperimentDesk desk, ExperimentReading reading, Viewer viewer) : PageModel
{
    public OpenExperiment? Experiment { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Experiment = await reading.FindAsync(viewer, ExperimentId.From(id), cancellationToken)) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.LoadAsync(ExperimentId.From(id), cancellationToken) is not { } experiment)
        {
            return NotFound();
        }

        await desk.TearUpAsync(experiment, cancellationToken);
        return this.Onward(ExperimentsLinks.List, "experiment.flash.torn_up");
    }
}
