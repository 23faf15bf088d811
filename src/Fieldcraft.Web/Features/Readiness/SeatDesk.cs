using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>A leader's own seats: one preview and one coaching group in a module, and a place on a waiting list beside them.</summary>
public sealed class SeatDesk(FieldcraftDb db, LeadersReading leaders, PreparationDesk desk, CoachKeys keys, TimeProvider clock)
{
    /// <summary>
    /// The viewer comes. Another seat of the same kind in the module is given up when this one is sure. Null: not there, or not for the viewer.
    /// Refused as <see cref="PreparationEvent.Come"/>; <c>preparation-previewed</c>, <c>preparation-practised</c> when they took part already.
    /// </summary>
    public async Task<Outcome<PreparationSeatState>?> ComeAsync(Viewer viewer, PreparationEventId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        if (
            await db.PreparationEvents.Include(e => e.Seated).FirstOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } wanted
            || await leaders.ModuleAsync(viewer, wanted.ModuleId, cancellationToken) is not { } module
            || !(wanted.StateOf(me) is PreparationSeatState.Invited || (viewer.HasReports && module.ReachesViewer))
        )
        {
            db.ChangeTracker.Clear();
            return null;
        }

        var readiness = await db
            .LeaderReadiness.AsNoTracking()
            .OwnedBy(viewer)
            .FirstOrDefaultAsync(r => r.ModuleId == module.Id, cancellationToken);
        var seen = wanted.Kind == PreparationKind.Preview ? readiness?.PreviewedOn : readiness?.PractisedOn;
        var come = seen is not null
            ? new Refusal(wanted.Kind == PreparationKind.Preview ? "preparation-previewed" : "preparation-practised")
            : wanted.Come(me, clock.GetUtcNow());
        if (come.IsRefused)
        {
            db.ChangeTracker.Clear();
            return come;
        }

        if (come.Value == PreparationSeatState.Coming)
        {
            await desk.GiveUpOthersAsync(wanted, me, cancellationToken);
            await keys.LetInAsync(wanted, me, cancellationToken);
        }

        await desk.FollowAsync([wanted], cancellationToken);
        return await keys.SaveAsync(cancellationToken) ? come : (Outcome<PreparationSeatState>)new Refusal("preparation-changed-meanwhile");
    }

    /// <summary>The viewer cannot come, or no longer waits. Refused as <see cref="PreparationEvent.Decline"/>.</summary>
    public async Task<Outcome?> DeclineAsync(Viewer viewer, PreparationEventId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        if (
            await db
                .PreparationEvents.Include(e => e.Seated)
                .FirstOrDefaultAsync(e => e.Id == id && e.Seated.Any(s => s.PersonId == me), cancellationToken)
            is not { } planned
        )
        {
            return null;
        }

        var freed = planned.Decline(me, clock.GetUtcNow());
        if (freed.Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            return (Outcome)refusal;
        }

        await keys.ShutAsync(planned, me, cancellationToken);
        await desk.SeatedAsync(planned, freed.Value!, cancellationToken);
        return await keys.SaveAsync(cancellationToken) ? Outcome.Done : new Refusal("preparation-changed-meanwhile");
    }
}
