using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experiments.DropExperiment;

public sealed class DropExperimentModel(ExperimentDesk desk, ExperimentReading reading, Viewer viewer) : PageModel
{
    [BindProperty]
    public DropWording Drop { get; set; } = new();

    public OpenExperiment? Experiment { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || await desk.LoadAsync(Experiment!.Id, cancellationToken) is not { } experiment)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = experiment.Drop(Drop, await desk.SealerAsync(experiment.Id, cancellationToken), desk.Now);
        if (outcome.Refusal is { } refusal)
        {
            return this.Refused(refusal);
        }

        return await desk.TrySaveAsync(cancellationToken)
            ? this.Onward(ExperimentsLinks.Experiment(experiment.Id), "experiment.flash.dropped")
            : this.Refused(new Refusal("plan-busy"));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Experiment = await reading.FindAsync(viewer, ExperimentId.From(id), cancellationToken)) is not null;
}
