using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>Agreeing, declining, calling off and looking back, the same for pages and API. Null: the viewer has no such visit, or not this part in it.</summary>
public sealed class VisitsActions(FieldcraftDb db, Vault vault, Notices notices, Appointments appointments, Words words, TimeProvider clock)
{
    private const string AppointmentKind = "alongside.visit";

    /// <summary>The host agrees to a day and a time; it stands in the calendar of both.</summary>
    public async Task<Outcome?> AgreeAsync(Viewer viewer, VisitId id, AppointedTime when, CancellationToken cancellationToken)
    {
        if (await db.AlongsideVisits.HostedBy(viewer).FirstOrDefaultAsync(v => v.Id == id, cancellationToken) is not { } visit)
        {
            return null;
        }

        var offer = visit.OfferId;
        var guests = await db.LearningOffers.Where(o => o.Id == offer).Select(o => o.Guests).FirstAsync(cancellationToken);
        var others = await db.AlongsideVisits.CountAsync(
            v => v.OfferId == offer && v.State == VisitState.Agreed && v.Id != id,
            cancellationToken
        );
        var outcome = visit.Agree(when, others, guests, clock.GetUtcNow());
        if (outcome.IsDone)
        {
            var facts = new AppointmentFacts(id.Value, AppointmentKind, visit.OwnerId, when, AlongsideLinks.Visit(id));
            await appointments.SetAsync(facts, [visit.OwnerId, visit.HostId], cancellationToken);
            notices.Tell(visit.OwnerId, AlongsideNotices.Agreed, AlongsideLinks.Visit(id), viewer.PersonId);
            return await SaveAsync(cancellationToken);
        }

        return outcome;
    }

    public async Task<Outcome?> DeclineAsync(Viewer viewer, VisitId id, CancellationToken cancellationToken)
    {
        if (await db.AlongsideVisits.HostedBy(viewer).FirstOrDefaultAsync(v => v.Id == id, cancellationToken) is not { } visit)
        {
            return null;
        }

        var outcome = visit.Decline(clock.GetUtcNow());
        if (outcome.IsDone)
        {
            notices.Tell(visit.OwnerId, AlongsideNotices.Declined, AlongsideLinks.Visit(id), viewer.PersonId);
            return await SaveAsync(cancellationToken);
        }

        return outcome;
    }

    public async Task<Outcome?> CallOffAsync(Viewer viewer, VisitId id, CancellationToken cancellationToken)
    {
        if (await db.AlongsideVisits.VisibleTo(viewer).FirstOrDefaultAsync(v => v.Id == id, cancellationToken) is not { } visit)
        {
            return null;
        }

        var outcome = visit.CallOff(clock.GetUtcNow());
        if (outcome.IsDone)
        {
            await appointments.CancelAsync(id.Value, cancellationToken);
            var other = visit.OwnerId == viewer.PersonId ? visit.HostId : visit.OwnerId;
            notices.Tell(other, AlongsideNotices.CalledOff, AlongsideLinks.Visit(id), viewer.PersonId);
            return await SaveAsync(cancellationToken);
        }

        return outcome;
    }

    /// <summary>The guest writes the two answers, or writes them anew.</summary>
    public async Task<Outcome?> LookBackAsync(Viewer viewer, VisitId id, string? saw, string? willTry, CancellationToken cancellationToken)
    {
        var (me, now) = (viewer.PersonId, clock.GetUtcNow());
        if (await db.AlongsideVisits.FirstOrDefaultAsync(v => v.Id == id && v.OwnerId == me, cancellationToken) is not { } visit)
        {
            return null;
        }

        if (await db.VisitReflections.VisibleTo(viewer).FirstOrDefaultAsync(r => r.VisitId == id, cancellationToken) is { } written)
        {
            written.Rewrite(saw, willTry, await vault.SealerAsync(me, written.Id.Value, cancellationToken), now);
            return await SaveAsync(cancellationToken);
        }

        var reflection = Id.New<ReflectionId>(now);
        var sealer = await vault.SealerAsync(me, reflection.Value, cancellationToken);
        var outcome = VisitReflection.Write(reflection, visit, saw, willTry, sealer, words.Today(now), now);
        if (outcome.Value is not { } made)
        {
            // The key that was made for it is not saved.
            db.ChangeTracker.Clear();
            return outcome.Refusal!;
        }

        db.Add(made);
        return await SaveAsync(cancellationToken);
    }

    public async Task<bool> TearUpAsync(Viewer viewer, VisitId id, CancellationToken cancellationToken)
    {
        if (await db.VisitReflections.VisibleTo(viewer).FirstOrDefaultAsync(r => r.VisitId == id, cancellationToken) is not { } written)
        {
            return false;
        }

        written.TearUp(clock.GetUtcNow());
        db.Remove(written);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(written.Id.Value, cancellationToken);
        return true;
    }

    private async Task<Outcome> SaveAsync(CancellationToken cancellationToken) =>
        await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("visit-changed-meanwhile");
}
