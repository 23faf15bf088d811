using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Experiments;

/// <summary>Where experiments are written, for the pages and the API alike.</summary>
public sealed class ExperimentDesk(FieldcraftDb db, Vault vault, Viewer viewer, Rules rules, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<LeadershipExperiment?> LoadAsync(ExperimentId id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return db.Experiments.VisibleTo(viewer).FirstOrDefaultAsync(e => e.Id == id, cancellationToken);
    }

    public Task<ISealer> SealerAsync(ExperimentId id, CancellationToken cancellationToken) =>
        vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);

    public Task<bool> TrySaveAsync(CancellationToken cancellationToken) => db.TrySaveAsync(cancellationToken);

    /// <summary>
    /// Plans an experiment and saves it. Asked twice with one id (a double click), it is planned once. What it should belong to and is not
    /// the viewer's, or is gone, is left out: the try itself is what counts.
    /// </summary>
    public async Task<Outcome<LeadershipExperiment>> PlanAsync(
        ExperimentId id,
        ExperimentPlace place,
        ExperimentWording wording,
        CancellationToken cancellationToken
    )
    {
        if (await LoadAsync(id, cancellationToken) is { } already)
        {
            return already;
        }

        var active = await db.Experiments.VisibleTo(viewer).CountAsync(e => e.State == ExperimentState.Planned, cancellationToken);
        var sealer = await SealerAsync(id, cancellationToken);
        var known = await KnownAsync(place, cancellationToken);
        var planned = LeadershipExperiment.Plan(id, viewer.PersonId, known, wording, active, rules.Experiments, sealer, Now);
        if (planned.Value is { } experiment)
        {
            db.Add(experiment);
            await db.SaveChangesAsync(cancellationToken);
        }

        return planned;
    }

    /// <summary>Removes an experiment and its key.</summary>
    public async Task TearUpAsync(LeadershipExperiment experiment, CancellationToken cancellationToken)
    {
        experiment.TearUp(Now);
        db.Remove(experiment);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(experiment.Id.Value, cancellationToken);
    }

    private async Task<ExperimentPlace> KnownAsync(ExperimentPlace place, CancellationToken cancellationToken)
    {
        var plan =
            place.Plan is { } planId && await db.Plans.VisibleTo(viewer).AnyAsync(p => p.Id == planId, cancellationToken)
                ? place.Plan
                : null;
        var behaviour =
            plan is not null
            && place.Behaviour is { } row
            && await db
                .PlanItems.VisibleTo(viewer)
                .OfType<FocusBehaviour>()
                .AnyAsync(b => b.Id == row && b.PlanId == plan, cancellationToken)
                ? place.Behaviour
                : null;
        var follows =
            place.Follows is { } earlier && await db.Experiments.VisibleTo(viewer).AnyAsync(e => e.Id == earlier, cancellationToken)
                ? place.Follows
                : null;
        return new ExperimentPlace(plan, behaviour, follows);
    }
}
