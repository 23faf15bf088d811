using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Experiments.CaptureExperiment;

/// <summary>Two minutes on the phone after the event: what happened, which effect, what surprised. Facts first.</summary>
public sealed class CaptureExperimentModel(ExperimentDesk desk, ExperimentReading reading, Viewer viewer, Words words, TimeProvider clock)
    : ExperimentFormModel<CaptureWording>(desk, reading, viewer, words, clock)
{
    protected override string Flash => "experiment.flash.captured";

    /// <summary>Keeps the note and says that it took place.</summary>
    public Task<IActionResult> OnPostDoneAsync(Guid id, CancellationToken cancellationToken) =>
        WriteAsync(
            id,
            (experiment, sealer, now) =>
                experiment.Capture(Input, sealer, now) is { IsRefused: true } refused ? refused : experiment.MarkDone(now),
            cancellationToken,
            always: true
        );

    protected override CaptureWording SavedIn(OpenExperiment experiment) => experiment.Captured;

    protected override Outcome Write(LeadershipExperiment experiment, ISealer sealer, DateTimeOffset now) =>
        experiment.Capture(Input, sealer, now);
}
