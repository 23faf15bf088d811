using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SecondOpinions;

/// <summary>What somebody who holds the link reads before they answer.</summary>
public sealed record AskedFor(OpinionRequestId Id, string Asker, OpinionGiver Giver, string Shown);

/// <summary>
/// Finds a request by the secret of its link, shows it and takes the answer. Looking never uses the link up. Wrong and used links
/// look alike, and a door that is tried too often closes for a while.
/// </summary>
public sealed class GivingOpinions(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    public static readonly LinkTries Tries = new("opinion", 30, TimeSpan.FromMinutes(1));

    public async Task<AskedFor?> LookAsync(string secret, CancellationToken cancellationToken)
    {
        if (await FindAsync(secret, cancellationToken) is not ({ } request, { } bytes))
        {
            return null;
        }

        var owner = request.OwnerId;
        var asker = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == owner, cancellationToken);
        var unlocked = await vault.UnlockLinkedAsync(owner, request.Id.Value, bytes, cancellationToken);
        return asker is null || !unlocked.Opens(request.Shown)
            ? null
            : new AskedFor(request.Id, asker.FullName, request.Giver, unlocked.Open(request.Shown));
    }

    /// <summary>Null when the link leads nowhere.</summary>
    public async Task<Outcome?> GiveAsync(string secret, GivenOpinion opinion, CancellationToken cancellationToken)
    {
        if (await FindAsync(secret, cancellationToken) is not ({ } request, _))
        {
            return null;
        }

        var sealer = await vault.SealerAsync(request.OwnerId, request.Id.Value, cancellationToken);
        var outcome = request.Give(opinion, sealer, clock.GetUtcNow());
        // Two clicks at one moment: the first was kept, and the second changes nothing.
        return outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("opinion-link-used") : outcome;
    }

    public async Task<Outcome?> DeclineAsync(string secret, CancellationToken cancellationToken)
    {
        if (await FindAsync(secret, cancellationToken) is not ({ } request, _))
        {
            return null;
        }

        var outcome = request.Decline(clock.GetUtcNow());
        return outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("opinion-link-used") : outcome;
    }

    private async Task<(OpinionRequest Request, byte[] Secret)?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (Secrets.FromText(text) is not { Length: Secrets.Length } secret)
        {
            return null;
        }

        var hash = Secrets.Hash(secret);
        return
            await db.OpinionRequests.FirstOrDefaultAsync(r => r.SecretHash == hash, cancellationToken) is { } request
            && request.IsOpenAt(clock.GetUtcNow())
            ? (request, secret)
            : null;
    }
}
