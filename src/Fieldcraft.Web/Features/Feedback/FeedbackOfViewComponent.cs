using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary><c>&lt;vc:feedback-of experiment="one.Id" /&gt;</c>: what others were asked about an experiment, with what they answered. Two queries.</summary>
public sealed class FeedbackOfViewComponent(FeedbackReading reading, Viewer viewer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(ExperimentId experiment) =>
        View(
            "/Features/Feedback/FeedbackOf.cshtml",
            new FeedbackOf(experiment, await reading.OfExperimentAsync(viewer, experiment, HttpContext.RequestAborted))
        );
}

/// <summary>What was asked about one experiment.</summary>
public sealed record FeedbackOf(ExperimentId Experiment, IReadOnlyList<OpenRequest> Requests);
