using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>One change of a planner through the API: only on the version that the caller has seen.</summary>
public sealed class PlannerOperation(FieldcraftDb db, PlannerDesk desk, PlannerReading reading, Viewer viewer, IHttpContextAccessor http)
{
    public PlannerDesk Desk => desk;

    public Task<OpenPlanner?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        reading.FindAsync(viewer, PlannerId.From(id), cancellationToken);

    public async Task<IResult> ChangeAsync(Guid id, object? yours, Func<Planner, Task<Outcome>> change, CancellationToken cancellationToken)
    {
        var planner = await desk.LoadAsync(PlannerId.From(id), cancellationToken);
        if (planner is not null && http.HttpContext!.Request.VersionMatched() is null)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var changed = await db.ChangeAsync(planner, http.HttpContext!.Request.VersionMatched() ?? 0, change, cancellationToken);
        switch (changed.End)
        {
            case SaveEnd.NotFound:
                return Problem.NotFound.Result();
            case SaveEnd.Refused:
                return Problem.Refused(changed.Refusal!);
            case SaveEnd.Saved:
                http.HttpContext.Response.SetVersion(changed.Version);
                return Results.Ok(new Changed(id, changed.Version));
            default:
                var theirs = await FindAsync(id, cancellationToken);
                return Problem.Meanwhile(yours, theirs is null ? null : PlannerJson.Of(theirs));
        }
    }

    public async Task<IResult> TearUpAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.LoadAsync(PlannerId.From(id), cancellationToken) is not { } planner)
        {
            return Problem.NotFound.Result();
        }

        if (http.HttpContext!.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version != planner.Version)
        {
            return Problem.Meanwhile(null, new { id, version = planner.Version });
        }

        await desk.TearUpAsync(planner, cancellationToken);
        return Results.NoContent();
    }
}
