using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>Where plans are written, for the pages and the API alike: load through the viewer, change, save once.</summary>
public sealed class PlanDesk(FieldcraftDb db, Vault vault, Viewer viewer, Rules rules, TimeProvider clock)
{
    public PlanRules Rules => rules.Plans;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The plan with its rows, ready to be changed.</summary>
    public async Task<DevelopmentPlan?> LoadAsync(PlanId id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.Plans.VisibleTo(viewer).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } plan)
        {
            return null;
        }

        // The rows find their places in the plan by themselves.
        await db.PlanItems.VisibleTo(viewer).Where(r => r.PlanId == id).OrderBy(r => r.Position).LoadAsync(cancellationToken);
        return plan;
    }

    public Task<ISealer> SealerAsync(PlanId id, CancellationToken cancellationToken) =>
        vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);

    public Task<bool> TrySaveAsync(CancellationToken cancellationToken) => db.TrySaveAsync(cancellationToken);

    /// <summary>Whether a plan may be started for this: for no assignment, or for one of the viewer's own.</summary>
    public async Task<bool> IsOwnAsync(AssignmentId? assignment, CancellationToken cancellationToken) =>
        assignment is not { } id || await db.Assignments.VisibleTo(viewer).AnyAsync(a => a.Id == id, cancellationToken);

    /// <summary>Starts a plan and saves it, with what else is written into it at once; null when the assignment is not the viewer's.</summary>
    public async Task<Outcome<DevelopmentPlan>?> StartAsync(
        PlanId id,
        AssignmentId? assignment,
        FrameWording frame,
        DateOnly today,
        Action<DevelopmentPlan, ISealer>? also,
        CancellationToken cancellationToken
    )
    {
        if (!await IsOwnAsync(assignment, cancellationToken))
        {
            return null;
        }

        var sealer = await SealerAsync(id, cancellationToken);
        var started = DevelopmentPlan.Start(id, viewer.PersonId, assignment, frame, today, Rules, sealer, Now);
        if (started.Value is { } plan)
        {
            also?.Invoke(plan, sealer);
            db.Add(plan);
            await db.SaveChangesAsync(cancellationToken);
        }

        return started;
    }

    /// <summary>Removes a plan, its rows and its key. Its experiments stay: they are experience of their own.</summary>
    public async Task TearUpAsync(DevelopmentPlan plan, CancellationToken cancellationToken)
    {
        plan.TearUp(Now);
        db.Remove(plan);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(plan.Id.Value, cancellationToken);
    }
}
