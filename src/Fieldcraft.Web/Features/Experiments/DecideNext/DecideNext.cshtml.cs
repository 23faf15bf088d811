using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experiments.DecideNext;

/// <summary>Looks back at a try and decides what follows, in one form: the lesson first, because the decision comes out of it.</summary>
public sealed class DecideNextModel(ExperimentDesk desk, ExperimentReading reading, Viewer viewer) : PageModel
{
    [BindProperty]
    public LessonWording Lesson { get; set; } = new();

    [BindProperty]
    public NextWording Next { get; set; } = new();

    public OpenExperiment? Experiment { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!Experiment!.TookPlace)
        {
            return this.Onward(ExperimentsLinks.Experiment(Experiment.Id), "experiment.flash.not_done");
        }

        Lesson = new() { Lesson = Experiment.Lesson };
        Next = new() { Move = MoveOf(Experiment.State), NextStep = Experiment.NextStep };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (await desk.LoadAsync(Experiment!.Id, cancellationToken) is not { } experiment)
        {
            return NotFound();
        }

        var sealer = await desk.SealerAsync(experiment.Id, cancellationToken);
        var outcome = experiment.LookBack(Lesson, sealer, desk.Now);

        // A decision that was made before may be changed; its lesson stands.
        if (outcome.IsDone || outcome.Refusal!.Code == "experiment-decided")
        {
            outcome = experiment.Decide(Next, sealer, desk.Now);
        }

        if (outcome.Refusal is { } refusal)
        {
            return this.Refused(refusal);
        }

        if (!await desk.TrySaveAsync(cancellationToken))
        {
            return this.Refused(new Refusal("plan-busy"));
        }

        return this.Onward(ExperimentsLinks.Experiment(experiment.Id), "experiment.flash.decided");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Experiment = await reading.FindAsync(viewer, ExperimentId.From(id), cancellationToken)) is not null;

    private static NextMove? MoveOf(ExperimentState state) =>
        state switch
        {
            ExperimentState.Repeat => NextMove.Repeat,
            ExperimentState.Vary => NextMove.Vary,
            ExperimentState.Stop => NextMove.Stop,
            ExperimentState.Raised => NextMove.Raise,
            _ => null,
        };
}
