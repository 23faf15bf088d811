using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary>A request, opened for the person who asked.</summary>
public sealed record OpenRequest(
    FeedbackRequestId Id,
    ExperimentId? ExperimentId,
    FeedbackWay Way,
    FeedbackState State,
    string Behaviour,
    string Moment,
    string GiverName,
    string Secret,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? ReadAt,
    string Keep,
    string Change
);

/// <summary>Opens requests and answers for their owner, for pages and API alike.</summary>
public sealed class FeedbackReading(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    public const int PageSize = 30;

    public async Task<IReadOnlyList<OpenRequest>> ListAsync(
        Viewer viewer,
        FeedbackRequestId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var requests = db.FeedbackRequests.AsNoTracking().VisibleTo(viewer);
        if (after is { } id && await requests.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is { } last)
        {
            var at = last.AskedAt;
            requests = requests.Where(r => r.AskedAt < at || (r.AskedAt == at && r.Id.CompareTo(id) < 0));
        }

        return await OpenAsync(
            viewer,
            requests.OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).Take(limit),
            cancellationToken
        );
    }

    /// <summary>What was asked and answered about one experiment, newest first.</summary>
    public Task<IReadOnlyList<OpenRequest>> OfExperimentAsync(
        Viewer viewer,
        ExperimentId experiment,
        CancellationToken cancellationToken
    ) =>
        OpenAsync(
            viewer,
            db.FeedbackRequests.AsNoTracking()
                .VisibleTo(viewer)
                .Where(r => r.ExperimentId == experiment)
                .OrderByDescending(r => r.AskedAt)
                .Take(PageSize),
            cancellationToken
        );

    public async Task<OpenRequest?> FindAsync(Viewer viewer, FeedbackRequestId id, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.FeedbackRequests.AsNoTracking().VisibleTo(viewer).Where(r => r.Id == id), cancellationToken)
            is [var found, ..]
            ? found
            : null;

    private async Task<IReadOnlyList<OpenRequest>> OpenAsync(
        Viewer viewer,
        IQueryable<FeedbackRequest> requests,
        CancellationToken cancellationToken
    )
    {
        var rows = await requests.ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(r => r.Behaviour), cancellationToken);
        var now = clock.GetUtcNow();
        return
        [
            .. rows.Select(r => new OpenRequest(
                r.Id,
                r.ExperimentId,
                r.Way,
                r.StateAt(now),
                unlocked.Open(r.Behaviour),
                unlocked.Open(r.Moment),
                unlocked.Open(r.GiverName),
                r.ExpiresAt > now ? unlocked.OpenOrEmpty(r.Secret) : "",
                r.AskedAt,
                r.ExpiresAt,
                r.AnsweredAt,
                r.ReadAt,
                unlocked.OpenOrEmpty(r.Keep),
                unlocked.OpenOrEmpty(r.Change)
            )),
        ];
    }
}
