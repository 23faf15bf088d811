using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Experiments;

/// <summary>A form on one experiment that saves itself: what is planned, or what happened.</summary>
public abstract class ExperimentFormModel<TText>(
    ExperimentDesk desk,
    ExperimentReading reading,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : WordingModel<TText>(words, clock)
    where TText : class, IWording, new()
{
    private const int Tries = 3;

    public OpenExperiment? Experiment { get; private set; }

    protected ExperimentDesk Desk => desk;

    protected abstract string Flash { get; }

    protected abstract TText SavedIn(OpenExperiment experiment);

    protected abstract Outcome Write(LeadershipExperiment experiment, ISealer sealer, DateTimeOffset now);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = SavedIn(Experiment!);
        Version = Wordings.PrintOf(Input);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => WriteAsync(id, Write, cancellationToken);

    /// <summary>Writes what was typed, with what else <paramref name="write"/> does at once.</summary>
    protected async Task<IActionResult> WriteAsync(
        Guid id,
        Func<LeadershipExperiment, ISealer, DateTimeOffset, Outcome> write,
        CancellationToken cancellationToken,
        bool always = false
    )
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (!await LoadAsync(id, cancellationToken))
            {
                return NotFound();
            }

            if (Mend() is { } mend)
            {
                return mend;
            }

            var saved = SavedIn(Experiment!);
            var (now, mine) = (Wordings.PrintOf(saved), Wordings.PrintOf(Input));
            if (mine == now && !always)
            {
                return Kept(now, Onward, Flash);
            }

            if (Version != now && mine != now)
            {
                return Meanwhile(saved);
            }

            if (await TryWriteAsync(id, write, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return RefusedFor(new Refusal("plan-busy"));
    }

    private string Onward => ExperimentsLinks.Experiment(Experiment!.Id);

    private async Task<IActionResult?> TryWriteAsync(
        Guid id,
        Func<LeadershipExperiment, ISealer, DateTimeOffset, Outcome> write,
        CancellationToken cancellationToken
    )
    {
        if (await desk.LoadAsync(Experiment!.Id, cancellationToken) is not { } experiment || experiment.Version != Experiment.Version)
        {
            return null;
        }

        if (write(experiment, await desk.SealerAsync(experiment.Id, cancellationToken), desk.Now).Refusal is { } refusal)
        {
            return RefusedFor(refusal);
        }

        if (!await desk.TrySaveAsync(cancellationToken))
        {
            return null;
        }

        await LoadAsync(id, cancellationToken);
        return Kept(Wordings.PrintOf(SavedIn(Experiment!)), Onward, Flash);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Experiment = await reading.FindAsync(viewer, ExperimentId.From(id), cancellationToken)) is not null;
}
