using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Readiness;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>Where planners are written, for the pages and the API alike.</summary>
public sealed class PlannerDesk(
    FieldcraftDb db,
    Vault vault,
    PlannerReading reading,
    ExperimentDesk experiments,
    ReadinessDesk readiness,
    Viewer viewer,
    Words words,
    TimeProvider clock
)
{
    private const int Tries = 3;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Opens the viewer's planner of a module, or begins it; null when there is no such module for the viewer.</summary>
    public async Task<Outcome<PlannerId>?> BeginAsync(ModuleId moduleId, CancellationToken cancellationToken)
    {
        if (
            !viewer.MayPlanSessions()
            || await db.Modules.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(m => m.Id == moduleId, cancellationToken)
                is not { } module
        )
        {
            return null;
        }

        if (await MineAsync(moduleId, cancellationToken) is { } already)
        {
            return already;
        }

        var begun = Planner.Begin(Id.New<PlannerId>(Now), viewer.PersonId, module, Now);
        if (begun.Value is not { } planner)
        {
            return begun.Refusal!;
        }

        try
        {
            db.Add(planner);
            await db.SaveChangesAsync(cancellationToken);
            return planner.Id;
        }
        catch (DbUpdateException wrong) when (!Outage.Is(wrong))
        {
            // Two windows began it at one moment: the first one's planner is the planner.
            db.ChangeTracker.Clear();
            if (await MineAsync(moduleId, cancellationToken) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    public async Task<PlannerId?> MineAsync(ModuleId module, CancellationToken cancellationToken) =>
        await db
            .Planners.AsNoTracking()
            .VisibleTo(viewer)
            .Where(p => p.ModuleId == module)
            .Select(p => (PlannerId?)p.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The planner with its texts, ready to be changed.</summary>
    public Task<Planner?> LoadAsync(PlannerId id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return db.Planners.VisibleTo(viewer).Include(p => p.Texts).FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
    }

    public Task<ISealer> SealerAsync(PlannerId id, CancellationToken cancellationToken) =>
        vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);

    /// <summary>What the module says in the planner's edition, or in another one of the same module.</summary>
    public async Task<ModuleContent?> ContentAsync(Planner planner, ModuleEditionId edition, CancellationToken cancellationToken) =>
        await db
            .ModuleEditions.AsNoTracking()
            .Where(e => e.Id == edition && e.ModuleId == planner.ModuleId && e.PublishedAt != null)
            .Select(e => e.Content)
            .FirstOrDefaultAsync(cancellationToken)
            is { } content
            ? ModuleContent.FromJson(content)
            : null;

    /// <summary>Changes the planner whatever its version; for what cannot overwrite a text. Null when it is not there.</summary>
    public async Task<Outcome?> ChangeAsync(PlannerId id, Func<Planner, Task<Outcome>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await LoadAsync(id, cancellationToken) is not { } planner)
            {
                return null;
            }

            if ((await change(planner)).Refusal is { } refusal)
            {
                return refusal;
            }

            if (await db.TrySaveAsync(cancellationToken))
            {
                return Outcome.Done;
            }
        }

        return new Refusal("planner-busy");
    }

    /// <summary>It is finished; the leader's readiness takes it up in the same save.</summary>
    public async Task<Outcome> FinishAsync(Planner planner, CancellationToken cancellationToken)
    {
        var finished = planner.Finish(Now);
        if (finished.IsDone)
        {
            await readiness.PlannerIsDoneAsync(planner.OwnerId, planner.ModuleId, true, cancellationToken);
        }

        return finished;
    }

    /// <summary>Not finished after all; the leader's readiness takes it up, unless the coach has cleared them.</summary>
    public async Task<Outcome> ReopenAsync(Planner planner, CancellationToken cancellationToken)
    {
        planner.Reopen(Now);
        await readiness.PlannerIsDoneAsync(planner.OwnerId, planner.ModuleId, false, cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Moves the planner over to the edition that leaders prepare with now.</summary>
    public Task<Outcome?> MoveOnAsync(PlannerId id, CancellationToken cancellationToken) =>
        ChangeAsync(id, planner => MoveOnAsync(planner, cancellationToken), cancellationToken);

    public async Task<Outcome> MoveOnAsync(Planner planner, CancellationToken cancellationToken)
    {
        var newest = await db.Modules.Where(m => m.Id == planner.ModuleId).Select(m => m.EditionId).FirstAsync(cancellationToken);
        if (newest is { } edition && await ContentAsync(planner, edition, cancellationToken) is { } content)
        {
            planner.MoveOn(edition, content, Now);
        }

        return Outcome.Done;
    }

    public async Task<Outcome> HoldAsync(Planner planner, bool inHalves, CancellationToken cancellationToken) =>
        planner.Hold(inHalves, (await ContentAsync(planner, planner.EditionId, cancellationToken))!, Now);

    /// <summary>
    /// Puts the own experiment of a planner among the viewer's tries, in one transaction. Once it is there, asking again changes nothing. Refused:
    /// <c>planner-try-unfinished</c> while what, when or who sees it is missing, and whatever planning a try refuses.
    /// </summary>
    public async Task<Outcome?> TryAsync(PlannerId id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, id, cancellationToken) is not { } open)
        {
            return null;
        }

        if (open.Experiment is not null)
        {
            return Outcome.Done;
        }

        var wording = new ExperimentWording
        {
            What = open.Own(PlannerField.TryWhat),
            On = PlannerFields.DayOf(open.Own(PlannerField.TryOn)),
            SeenBy = open.Own(PlannerField.TrySeenBy),
            Situation = words["planner.try.situation", open.Module],
        };
        if (wording.Problems().Count > 0)
        {
            return new Refusal("planner-try-unfinished");
        }

        return await db.WriteAsync(
            async () =>
            {
                // Asked twice at one moment, the second finds what the first has done.
                if (await db.Planners.VisibleTo(viewer).AnyAsync(p => p.Id == id && p.ExperimentId != null, cancellationToken))
                {
                    return (Outcome?)Outcome.Done;
                }

                var experiment = Id.New<ExperimentId>(Now);
                var planned = await experiments.PlanAsync(experiment, new ExperimentPlace(), wording, cancellationToken);
                if (planned.Refusal is { } refusal)
                {
                    return refusal;
                }

                return await ChangeAsync(
                    id,
                    planner =>
                    {
                        planner.Try(experiment, Now);
                        return Task.FromResult(Outcome.Done);
                    },
                    cancellationToken
                );
            },
            cancellationToken
        );
    }

    /// <summary>Removes a planner, its texts and its key. Its experiment stays: it is experience of its own.</summary>
    public async Task TearUpAsync(Planner planner, CancellationToken cancellationToken)
    {
        planner.TearUp(Now);
        db.Remove(planner);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(planner.Id.Value, cancellationToken);
    }
}
