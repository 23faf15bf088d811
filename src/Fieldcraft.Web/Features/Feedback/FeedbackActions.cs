using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary>What the owner asks, of whom, and how it gets there.</summary>
public sealed record Asking(FeedbackQuestion Question, FeedbackWay Way, string? Address, ExperimentId? Experiment);

/// <summary>What the owner of a request does with it, the same for pages and API.</summary>
public sealed class FeedbackActions(
    FieldcraftDb db,
    Vault vault,
    Post post,
    Settings settings,
    Rules rules,
    Words words,
    TimeProvider clock
)
{
    /// <summary>Asks one person. Refused with the day of the next time when the same person was asked less than a week ago.</summary>
    public async Task<Outcome<FeedbackRequest>> AskAsync(Viewer viewer, Asking asking, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var marks = await MarksAsync(viewer, asking, cancellationToken);
        if (AskingLimit.NextPossible(await EarlierAsync(viewer, now, cancellationToken), marks, rules.Feedback, now) is { } again)
        {
            return new Refusal("feedback-asked-this-week", asking.Question.GiverName, words.Day(again));
        }

        var id = Id.New<FeedbackRequestId>(now);
        var secret = Secrets.New();
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var wrap = await vault.WrapForLinkAsync(viewer.PersonId, id.Value, secret, cancellationToken);
        var link = new FeedbackLink(Secrets.Text(secret), Secrets.Hash(secret), wrap);
        var request = FeedbackRequest.Ask(
            id,
            viewer.PersonId,
            asking.Experiment,
            asking.Way,
            asking.Question,
            marks,
            link,
            rules.Feedback,
            sealer,
            now
        );
        db.Add(request);
        db.Enqueue(
            new JobRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = ExpireFeedback.JobKind,
                Key = id.Value.ToString("n"),
                Payload = id.Value.ToString("D"),
                DueAt = request.ExpiresAt,
            }
        );
        if (asking.Way == FeedbackWay.Mail)
        {
            post.Send(
                asking.Address!,
                viewer.Language,
                viewer.TimeZone,
                "feedback.mail.ask",
                viewer.Name,
                settings.PublicAddress + FeedbackLinks.Give(link.Secret),
                words.Day(request.ExpiresAt)
            );
        }

        await db.SaveChangesAsync(cancellationToken);
        return request;
    }

    /// <summary>Notes that the owner opened the answer.</summary>
    public async Task ReadAsync(Viewer viewer, FeedbackRequestId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is { ReadAt: null } request)
        {
            request.Read(clock.GetUtcNow());
            await db.TrySaveAsync(cancellationToken);
        }
    }

    /// <summary>Takes a question back.</summary>
    /// <returns>Null when the viewer asked no such question.</returns>
    public async Task<Outcome?> TakeBackAsync(Viewer viewer, FeedbackRequestId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } request)
        {
            return null;
        }

        var outcome = request.TakeBack(clock.GetUtcNow());
        if (outcome.IsDone && !await db.TrySaveAsync(cancellationToken))
        {
            return new Refusal("feedback-answered-already");
        }

        return outcome;
    }

    /// <summary>Removes a request with its answer and its key.</summary>
    public async Task<bool> RemoveAsync(Viewer viewer, FeedbackRequestId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } request)
        {
            return false;
        }

        request.Remove(clock.GetUtcNow());
        db.Remove(request);
        await db.SaveChangesAsync(cancellationToken);
        await vault.DestroyAsync(id.Value, cancellationToken);
        return true;
    }

    private Task<FeedbackRequest?> FindAsync(Viewer viewer, FeedbackRequestId id, CancellationToken cancellationToken) =>
        db.FeedbackRequests.VisibleTo(viewer).FirstOrDefaultAsync(r => r.Id == id, cancellationToken);

    private async Task<GiverMarks> MarksAsync(Viewer viewer, Asking asking, CancellationToken cancellationToken) =>
        new(
            await vault.MarkAsync(viewer.PersonId, "giver name", GiverMarks.Normalise(asking.Question.GiverName), cancellationToken),
            string.IsNullOrWhiteSpace(asking.Address)
                ? null
                : await vault.MarkAsync(viewer.PersonId, "giver address", GiverMarks.Normalise(asking.Address), cancellationToken)
        );

    // A question taken back before anything was sent reached nobody, and does not count.
    private async Task<IReadOnlyList<EarlierRequest>> EarlierAsync(Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now.AddDays(-rules.Feedback.SameGiverEveryDays);
        return await db
            .FeedbackRequests.AsNoTracking()
            .VisibleTo(viewer)
            .Where(r => r.AskedAt > since && (r.TakenBackAt == null || r.Way == FeedbackWay.Mail))
            .Select(r => new EarlierRequest(new GiverMarks(r.NameMark, r.AddressMark), r.AskedAt))
            .ToListAsync(cancellationToken);
    }
}
