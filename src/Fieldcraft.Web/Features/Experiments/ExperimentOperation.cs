using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Experiments;

/// <summary>One change of an experiment through the API: only on the version that the caller has seen.</summary>
public sealed class ExperimentOperation(ExperimentDesk desk, ExperimentReading reading, Viewer viewer, IHttpContextAccessor http)
{
    /// <summary>Changes the experiment; answers with its new version and state, or with why not.</summary>
    public async Task<IResult> ChangeAsync(
        Guid id,
        object? yours,
        Func<LeadershipExperiment, ISealer, DateTimeOffset, Outcome> change,
        CancellationToken cancellationToken
    )
    {
        var experimentId = ExperimentId.From(id);
        if (await desk.LoadAsync(experimentId, cancellationToken) is not { } experiment)
        {
            return Problem.NotFound.Result();
        }

        var context = http.HttpContext!;
        if (context.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version == experiment.Version)
        {
            if (change(experiment, await desk.SealerAsync(experimentId, cancellationToken), desk.Now).Refusal is { } refusal)
            {
                return Problem.Refused(refusal);
            }

            if (await desk.TrySaveAsync(cancellationToken))
            {
                context.Response.SetVersion(experiment.Version);
                return Results.Ok(
                    new
                    {
                        id,
                        version = experiment.Version,
                        state = experiment.State,
                    }
                );
            }
        }

        var theirs = await reading.FindAsync(viewer, experimentId, cancellationToken);
        return Problem.Meanwhile(yours, theirs is null ? null : ExperimentJson.Of(theirs));
    }
}
