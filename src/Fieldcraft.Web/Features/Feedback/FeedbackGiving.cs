using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary>The question as the giver reads it.</summary>
public sealed record AskedQuestion(string Asker, string Behaviour, string Moment);

/// <summary>What the giver can do with a link: read the question, answer once, or rather not. Whoever has no open link learns nothing.</summary>
public sealed class FeedbackGiving(FieldcraftDb db, Vault vault, Notices notices, TimeProvider clock)
{
    public static readonly LinkTries Tries = new("feedback", 120, TimeSpan.FromMinutes(10));

    /// <summary>The question behind a link, or null when it is unknown, used, taken back or over: the same for all. Reading uses nothing up.</summary>
    public async Task<AskedQuestion?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (
            Secrets.FromText(secret) is not { Length: Secrets.Length } bytes
            || await OpenRequestAsync(bytes, cancellationToken) is not { } request
        )
        {
            return null;
        }

        var unlocked = await vault.UnlockByLinkAsync(request.OwnerId, request.Id.Value, request.GiverWrap!, bytes, cancellationToken);
        var asker = await db.People.AsNoTracking().FirstAsync(p => p.Id == request.OwnerId, cancellationToken);
        return unlocked.Opens(request.Behaviour)
            ? new AskedQuestion(asker.CalledName, unlocked.Open(request.Behaviour), unlocked.Open(request.Moment))
            : null;
    }

    /// <summary>Answers, once. Two answers at the same moment: one of them comes too late.</summary>
    public async Task<bool> AnswerAsync(string secret, string? keep, string? change, CancellationToken cancellationToken)
    {
        if (
            Secrets.FromText(secret) is not { Length: Secrets.Length } bytes
            || await OpenRequestAsync(bytes, cancellationToken) is not { } request
        )
        {
            return false;
        }

        var sealer = await vault.SealerAsync(request.OwnerId, request.Id.Value, cancellationToken);
        if (request.Answer(keep, change, sealer, clock.GetUtcNow()).IsRefused)
        {
            return false;
        }

        notices.Tell(request.OwnerId, FeedbackNotices.Answered, FeedbackLinks.Request(request.Id));
        return await db.TrySaveAsync(cancellationToken);
    }

    /// <summary>Declines. Nobody is told.</summary>
    public async Task<bool> DeclineAsync(string secret, CancellationToken cancellationToken) =>
        Secrets.FromText(secret) is { Length: Secrets.Length } bytes
        && await OpenRequestAsync(bytes, cancellationToken) is { } request
        && request.Decline(clock.GetUtcNow()).IsDone
        && await db.TrySaveAsync(cancellationToken);

    private async Task<FeedbackRequest?> OpenRequestAsync(byte[] secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (Secrets.Hash(secret), clock.GetUtcNow());
        var request = await db.FeedbackRequests.FirstOrDefaultAsync(r => r.SecretHash == hash, cancellationToken);
        return request?.IsOpenAt(now) == true ? request : null;
    }
}
