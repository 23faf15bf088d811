using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Reviews;

/// <summary>How a save of a review ended.</summary>
public enum SaveEnd
{
    Saved,
    NotFound,
    ChangedMeanwhile,
    Refused,
}

/// <summary>Setting down, writing, closing and removing reviews, the same for pages and API.</summary>
public sealed class ReviewsActions(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    /// <summary>Sets a review down for an event; of an own experiment, or of any other event.</summary>
    /// <returns>Null when the experiment is not the viewer's.</returns>
    public async Task<AfterEventReview?> SetDownAsync(
        Viewer viewer,
        ExperimentId? experiment,
        string what,
        DateOnly on,
        string? partner,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        if (experiment is not null && !await db.Experiments.AnyAsync(e => e.Id == experiment && e.OwnerId == me, cancellationToken))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var id = Id.New<ReviewId>(now);
        var review = AfterEventReview.Of(
            id,
            me,
            experiment,
            what,
            on,
            partner,
            await vault.SealerAsync(me, id.Value, cancellationToken),
            now
        );
        db.Add(review);
        await db.SaveChangesAsync(cancellationToken);
        return review;
    }

    /// <summary>Saves the answers over the version they were written on; closes the review with them when asked to.</summary>
    public async Task<(SaveEnd End, int Version, Refusal? Refusal)> SaveAsync(
        Viewer viewer,
        ReviewId id,
        int version,
        ReviewAnswers answers,
        bool close,
        CancellationToken cancellationToken
    )
    {
        if (await db.Reviews.VisibleTo(viewer).FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } review)
        {
            return (SaveEnd.NotFound, 0, null);
        }

        if (review.Version != version)
        {
            return (SaveEnd.ChangedMeanwhile, review.Version, null);
        }

        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var outcome = close ? review.Close(answers, sealer, clock.GetUtcNow()) : review.Write(answers, sealer, clock.GetUtcNow());
        if (outcome.Refusal is { } refusal)
        {
            return (SaveEnd.Refused, review.Version, refusal);
        }

        return await db.TrySaveAsync(cancellationToken) ? (SaveEnd.Saved, review.Version, null) : (SaveEnd.ChangedMeanwhile, 0, null);
    }

    public async Task<bool> RemoveAsync(Viewer viewer, ReviewId id, CancellationToken cancellationToken)
    {
        if (await db.Reviews.VisibleTo(viewer).FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } review)
        {
            return false;
        }

        review.Remove(clock.GetUtcNow());
        db.Remove(review);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(id.Value, cancellationToken);
        return true;
    }
}
