using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SharedIdeas;

/// <summary>A copy as a partner outside reads it.</summary>
public sealed record CopyFromOutside(
    string Owner,
    SharedItemKind Kind,
    string Title,
    IReadOnlyList<SharedSection> Sections,
    DateTimeOffset EndsAt
);

/// <summary>
/// What a partner can do with a copy: read it, and add ideas. Each idea is sealed for the owner at once. Whoever holds no open link learns nothing.
/// </summary>
public sealed class IdeasFromPartners(FieldcraftDb db, Vault vault, Notices notices, Rules rules, TimeProvider clock)
{
    public static readonly LinkTries Tries = new("outside-copy", 60, TimeSpan.FromMinutes(10));

    /// <summary>The title of a copy that was shared with the viewer's account and takes ideas; null when there is none.</summary>
    public async Task<string?> TitleAsync(Viewer viewer, ShareId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } share)
        {
            return null;
        }

        var unlocked = await vault.UnlockAsync(viewer, [share.Title], cancellationToken);
        return unlocked.Opens(share.Title) ? unlocked.Open(share.Title) : null;
    }

    /// <summary>Adds an idea to a copy that was shared with the viewer's account.</summary>
    /// <returns>Null when there is no such copy.</returns>
    public async Task<Outcome?> AddAsync(Viewer viewer, ShareId id, string text, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } share)
        {
            return null;
        }

        if (await db.SharedIdeas.CountAsync(i => i.ShareId == id, cancellationToken) >= rules.Partners.IdeasPerCopy * Share.ReadersAtMost)
        {
            return new Refusal("idea-copy-is-full", rules.Partners.IdeasPerCopy);
        }

        var now = clock.GetUtcNow();
        var ideaId = Id.New<IdeaId>(now);
        var sealer = await vault.SealerAsync(share.OwnerId, ideaId.Value, cancellationToken);
        db.Add(Idea.AddTo(ideaId, share, viewer.Name, text, sealer, now));
        notices.Tell(share.OwnerId, IdeasNotices.Arrived, IdeasLinks.One(ideaId), viewer.PersonId);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>The copy behind a link, or null when it is unknown, ended or over: the same for all. Looking uses nothing up.</summary>
    public async Task<CopyFromOutside?> OpenAsync(string secret, CancellationToken cancellationToken)
    {
        if (
            Secrets.FromText(secret) is not { Length: Secrets.Length } bytes
            || await OpenCopyAsync(bytes, cancellationToken) is not { } copy
        )
        {
            return null;
        }

        var unlocked = await vault.UnlockByLinkAsync(copy.OwnerId, copy.Id.Value, copy.LinkWrap!, bytes, cancellationToken);
        if (!unlocked.Opens(copy.Title))
        {
            return null;
        }

        var owner = await db.People.AsNoTracking().FirstAsync(p => p.Id == copy.OwnerId, cancellationToken);
        if (copy.Look(clock.GetUtcNow()))
        {
            await db.TrySaveAsync(cancellationToken);
        }

        return new CopyFromOutside(
            owner.FullName,
            copy.Kind,
            unlocked.Open(copy.Title),
            SharingReading.Unpacked(unlocked.Open(copy.Copy)),
            copy.EndsAt
        );
    }

    /// <summary>Adds an idea through a link.</summary>
    /// <returns>Null when the link does not open.</returns>
    public async Task<Outcome?> AddAsync(string secret, string text, CancellationToken cancellationToken)
    {
        if (
            Secrets.FromText(secret) is not { Length: Secrets.Length } bytes
            || await OpenCopyAsync(bytes, cancellationToken) is not { } copy
        )
        {
            return null;
        }

        var id = copy.Id;
        if (await db.SharedIdeas.CountAsync(i => i.OutsideCopyId == id, cancellationToken) >= rules.Partners.IdeasPerCopy)
        {
            return new Refusal("idea-copy-is-full", rules.Partners.IdeasPerCopy);
        }

        var now = clock.GetUtcNow();
        var unlocked = await vault.UnlockByLinkAsync(copy.OwnerId, copy.Id.Value, copy.LinkWrap!, bytes, cancellationToken);
        if (!unlocked.Opens(copy.PartnerName))
        {
            return null;
        }

        var ideaId = Id.New<IdeaId>(now);
        var sealer = await vault.SealerAsync(copy.OwnerId, ideaId.Value, cancellationToken);
        db.Add(Idea.AddTo(ideaId, copy, unlocked.Open(copy.PartnerName), text, sealer, now));
        notices.Tell(copy.OwnerId, IdeasNotices.ArrivedFromOutside, IdeasLinks.One(ideaId));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Share?> FindAsync(Viewer viewer, ShareId id, CancellationToken cancellationToken) =>
        await db.Shares.AsNoTracking().OpenTo(db, viewer, clock.GetUtcNow()).FirstOrDefaultAsync(s => s.Id == id, cancellationToken)
            is { } share
        && share.Kind.TakesIdeas()
            ? share
            : null;

    private async Task<OutsideCopy?> OpenCopyAsync(byte[] secret, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(secret);
        var copy = await db.OutsideCopies.FirstOrDefaultAsync(c => c.SecretHash == hash, cancellationToken);
        return copy?.IsOpenAt(clock.GetUtcNow()) == true ? copy : null;
    }
}
