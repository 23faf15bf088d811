using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>One change of a plan through the API: only on the version that the caller has seen.</summary>
public sealed class PlanOperation(PlanDesk desk, PlanReading reading, Viewer viewer, IHttpContextAccessor http)
{
    /// <summary>Changes the plan; answers with its new version, or with why not.</summary>
    /// <param name="yours">What the caller sent, to be given back when the plan was changed meanwhile.</param>
    public Task<IResult> ChangeAsync(
        Guid id,
        object? yours,
        Func<DevelopmentPlan, ISealer, Outcome> change,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            id,
            yours,
            (plan, sealer) => new Outcome<object>(null, change(plan, sealer).Refusal),
            (plan, _) => Results.Ok(new { id, version = plan.Version }),
            cancellationToken
        );

    /// <summary>As the other, with an answer made of what the change gave.</summary>
    public async Task<IResult> ChangeAsync<T>(
        Guid id,
        object? yours,
        Func<DevelopmentPlan, ISealer, Outcome<T>> change,
        Func<DevelopmentPlan, T?, IResult> answer,
        CancellationToken cancellationToken
    )
    {
        var planId = PlanId.From(id);
        if (await desk.LoadAsync(planId, cancellationToken) is not { } plan)
        {
            return Problem.NotFound.Result();
        }

        var context = http.HttpContext!;
        if (context.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version == plan.Version)
        {
            var outcome = change(plan, await desk.SealerAsync(planId, cancellationToken));
            if (outcome.Refusal is { } refusal)
            {
                return Problem.Refused(refusal);
            }

            if (await desk.TrySaveAsync(cancellationToken))
            {
                context.Response.SetVersion(plan.Version);
                return answer(plan, outcome.Value);
            }
        }

        var theirs = await reading.FindAsync(viewer, planId, cancellationToken);
        return Problem.Meanwhile(yours, theirs is null ? null : PlanJson.Of(theirs));
    }
}
