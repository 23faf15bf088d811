using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>Making, changing, taking back and asking, the same for pages and API.</summary>
public sealed class OffersActions(FieldcraftDb db, Vault vault, Notices notices, Words words, TimeProvider clock)
{
    public async Task<LearningOffer> MakeAsync(Viewer viewer, OfferWording wording, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var offer = LearningOffer.Make(Id.New<OfferId>(now), viewer.PersonId, wording, now);
        db.Add(offer);
        await db.SaveChangesAsync(cancellationToken);
        return offer;
    }

    /// <returns>Null when the viewer made no such offer; false when another version was saved meanwhile.</returns>
    public async Task<(bool? Saved, int Version, Refusal? Refusal)> RewordAsync(
        Viewer viewer,
        OfferId id,
        int version,
        OfferWording wording,
        CancellationToken cancellationToken
    )
    {
        if (await db.LearningOffers.MadeBy(viewer).FirstOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } offer)
        {
            return (null, 0, null);
        }

        if (offer.Version != version)
        {
            return (false, offer.Version, null);
        }

        if (offer.Reword(wording, clock.GetUtcNow()).Refusal is { } refusal)
        {
            return (true, offer.Version, refusal);
        }

        return (await db.TrySaveAsync(cancellationToken), offer.Version, null);
    }

    /// <summary>Takes an offer back: it vanishes, who waits for an answer gets one, what was agreed stays.</summary>
    public async Task<bool> TakeBackAsync(Viewer viewer, OfferId id, CancellationToken cancellationToken)
    {
        if (await db.LearningOffers.MadeBy(viewer).FirstOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } offer)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        offer.TakeBack(now);
        foreach (
            var visit in await db.AlongsideVisits.Where(v => v.OfferId == id && v.State == VisitState.Asked).ToListAsync(cancellationToken)
        )
        {
            visit.Decline(now);
            notices.Tell(visit.OwnerId, AlongsideNotices.Declined, AlongsideLinks.Visit(visit.Id), viewer.PersonId);
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Asks the host to come.</summary>
    /// <returns>Null when there is no such offer for the viewer.</returns>
    public async Task<Outcome<AlongsideVisit>?> AskAsync(
        Viewer viewer,
        OfferId id,
        string? wish,
        DateOnly? on,
        CancellationToken cancellationToken
    )
    {
        var (me, now) = (viewer.PersonId, clock.GetUtcNow());
        var today = words.Today(now);
        if (await db.LearningOffers.StandingOn(today, db).FirstOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } offer)
        {
            return null;
        }

        var visits = await db
            .AlongsideVisits.AsNoTracking()
            .Where(v => v.OfferId == id && (v.State == VisitState.Agreed || (v.OwnerId == me && v.State == VisitState.Asked)))
            .Select(v => new { v.OwnerId, v.State })
            .ToListAsync(cancellationToken);
        var visitId = Id.New<VisitId>(now);
        var asked = AlongsideVisit.Ask(
            visitId,
            offer,
            me,
            visits.Count(v => v.State == VisitState.Agreed),
            visits.Any(v => v.OwnerId == me),
            wish,
            on,
            await vault.SealerAsync(me, visitId.Value, cancellationToken),
            today,
            now
        );
        if (asked.Value is not { } visit)
        {
            // The key that was made for the request is not saved.
            db.ChangeTracker.Clear();
            return asked;
        }

        await vault.AdmitAsync(me, visitId.Value, offer.OwnerId, cancellationToken);
        db.Add(visit);
        notices.Tell(offer.OwnerId, AlongsideNotices.Asked, AlongsideLinks.Visit(visitId), me);
        await db.SaveChangesAsync(cancellationToken);
        return asked;
    }
}
