using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>What somebody who holds a link is asked.</summary>
public sealed record AskedView(
    string Asker,
    RaterGroup Group,
    CheckForm Form,
    Catalogue Catalogue,
    IReadOnlyList<string> Asked,
    DateOnly ClosesOn,
    RoundSizes Sizes
);

/// <summary>
/// What raters do with a link: look, answer once, or decline. Looking uses nothing up. Wrong, used and expired links look alike, and an answer is shown to
/// nobody again, whoever holds the link.
/// </summary>
public sealed class RaterDesk(FieldcraftDb db, Vault vault, FrameworkReading frameworks, TimeProvider clock)
{
    public static readonly LinkTries Tries = new("check", 60, TimeSpan.FromMinutes(1));

    public async Task<AskedView?> LookAsync(string secret, CancellationToken cancellationToken)
    {
        if (await FindAsync(secret, cancellationToken) is not { } held)
        {
            return null;
        }

        var owner = held.Check.OwnerId;
        var asker = await db.People.AsNoTracking().FirstAsync(p => p.Id == owner, cancellationToken);
        return new AskedView(
            asker.FullName,
            held.Rater.Group,
            held.Check.Form,
            await frameworks.FindAsync(held.Check.EditionId, cancellationToken) ?? await frameworks.InUseAsync(cancellationToken),
            held.Round.Delivery(held.Rater).Asked,
            held.Check.ClosesOn!.Value,
            held.Check.Sizes
        );
    }

    /// <summary>Takes the answer, once. False when the link leads nowhere.</summary>
    public async Task<bool> AnswerAsync(string secret, CapabilityRatings ratings, string? comment, CancellationToken cancellationToken) =>
        await FindAsync(secret, cancellationToken) is { } held
        && await PutAsync(
            held,
            held.Round.Answered(held.Rater.Id),
            new AnswerContent(held.Rater.Group, ratings, string.IsNullOrWhiteSpace(comment) ? null : comment.Trim()),
            cancellationToken
        );

    /// <summary>The rater would rather not. It lies there as an answer does, nobody is told, and to the owner it looks like waiting.</summary>
    public async Task<bool> DeclineAsync(string secret, CancellationToken cancellationToken) =>
        await FindAsync(secret, cancellationToken) is { } held
        && await PutAsync(
            held,
            held.Round.Declined(held.Rater.Id),
            new AnswerContent(held.Rater.Group, new CapabilityRatings(), null),
            cancellationToken
        );

    /// <summary>The link of an invitation, for the person it is for and nobody else.</summary>
    public async Task<string?> LinkOfAsync(Viewer viewer, RaterInvitationId id, CancellationToken cancellationToken)
    {
        var rater = await db
            .RaterInvitations.AsNoTracking()
            .FirstOrDefaultAsync(r => r.Id == id && r.SecretHash != null, cancellationToken);
        return
            rater is not null
            && await OpenAsync(rater, cancellationToken) is { } held
            && held.Round.Delivery(rater) is { } delivery
            && delivery.Person == viewer.PersonId.Value
            ? ChecksLinks.Answer(delivery.Secret)
            : null;
    }

    private async Task<bool> PutAsync(Held held, byte[] mark, AnswerContent content, CancellationToken cancellationToken)
    {
        // Nothing of it may be dated: an id that sorts by time would be a time.
        var id = RaterAnswerId.From(Id.Untimed());
        return await db.WriteAsync(
            async () =>
            {
                await db.HoldAsync(held.Check.Id, cancellationToken);
                var (check, round) = (held.Check.Id, held.Check.RoundId);
                var isOpen = await db
                    .LeadershipChecks.AsNoTracking()
                    .AnyAsync(c => c.Id == check && c.RoundId == round && c.ClosedAt == null, cancellationToken);
                if (!isOpen || await IsUsedAsync(held, cancellationToken))
                {
                    return false;
                }

                db.Add(RaterAnswer.Put(id, held.Check, mark, content, held.Round.Answers));
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken
        );
    }

    private async Task<Held?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (Secrets.FromText(text) is not { Length: Secrets.Length } secret)
        {
            return null;
        }

        var hash = Secrets.Hash(secret);
        return await db.RaterInvitations.AsNoTracking().FirstOrDefaultAsync(r => r.SecretHash == hash, cancellationToken) is { } rater
            ? await OpenAsync(rater, cancellationToken)
            : null;
    }

    private async Task<Held?> OpenAsync(RaterInvitation rater, CancellationToken cancellationToken)
    {
        var id = rater.CheckId;
        if (
            await db.LeadershipChecks.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
                is not { RoundId: { } name } check
            || !check.TakesAnswersAt(clock.GetUtcNow())
            || await vault.RoundAsync(check.OwnerId, name, cancellationToken) is not { } round
        )
        {
            return null;
        }

        var held = new Held(rater, check, round);
        return await IsUsedAsync(held, cancellationToken) ? null : held;
    }

    private Task<bool> IsUsedAsync(Held held, CancellationToken cancellationToken)
    {
        var (check, answered, declined) = (held.Check.Id, held.Round.Answered(held.Rater.Id), held.Round.Declined(held.Rater.Id));
        return db.RaterAnswers.AnyAsync(a => a.CheckId == check && (a.Mark == answered || a.Mark == declined), cancellationToken);
    }

    private sealed record Held(RaterInvitation Rater, LeadershipCheck Check, OpenRound Round);
}
