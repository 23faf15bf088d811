using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>Posts, shows and takes down tips, the same for pages and API. Null: not there, or not the viewer's to do. Nobody is told anything.</summary>
public sealed class TipDesk(FieldcraftDb db, KeptSites sites, Viewer viewer, TimeProvider clock)
{
    /// <summary>Posts at a site where the viewer works or that they look after. Refused: <c>tip-photo-too-large</c>, <c>tip-photo-unknown</c>.</summary>
    /// <param name="photo">Null: none.</param>
    public async Task<Outcome<TipId>?> PostAsync(UnitId site, TipSaid said, byte[]? photo, CancellationToken cancellationToken)
    {
        if (await sites.WithAsync(site, KitPiece.Tips, cancellationToken) is not { } found || !MayPost(found))
        {
            return null;
        }

        if (photo?.Length > PhotoCleaning.LargestBytes)
        {
            return new Refusal("tip-photo-too-large", PhotoCleaning.LargestBytes / (1024 * 1024));
        }

        var clean = photo is null ? null : PhotoCleaning.Clean(photo);
        if (photo is not null && clean is null)
        {
            return new Refusal("tip-photo-unknown");
        }

        if (said.Module is { } module && !await db.Modules.VisibleTo(viewer).AnyAsync(m => m.Id == module, cancellationToken))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var isTrusted =
            viewer.MaySettle(found, KitPiece.Tips)
            || await db.Tips.WrittenBy(viewer).AnyAsync(t => t.State == TipState.Shown && t.SiteId == site, cancellationToken);
        var tip = Tip.Post(Id.New<TipId>(now), site, viewer.PersonId, said, clean?.Type, isTrusted, now);
        db.Add(tip);
        if (clean is { } picture)
        {
            db.TipPhotos.Add(new TipPhoto { Id = tip.Id, Bytes = picture.Bytes });
        }

        await db.SaveChangesAsync(cancellationToken);
        return tip.Id;
    }

    public bool MayPost(KeptSite site) => site.IsMine || viewer.MaySettle(site, KitPiece.Tips);

    /// <summary>Refused: as <see cref="Tip.Accept"/>, and <c>tip-changed-meanwhile</c>.</summary>
    public Task<Outcome?> AcceptAsync(TipId id, CancellationToken cancellationToken) =>
        SettleAsync(id, (tip, now) => tip.Accept(viewer.PersonId, now), cancellationToken);

    /// <summary>Refused: as <see cref="Tip.TakeDown"/>, and <c>tip-changed-meanwhile</c>.</summary>
    public Task<Outcome?> TakeDownAsync(TipId id, string word, CancellationToken cancellationToken) =>
        SettleAsync(id, (tip, now) => tip.TakeDown(word, viewer.PersonId, now), cancellationToken);

    /// <summary>Somebody who reads it asks the moderator to look. Refused: <c>tip-not-shown</c>, <c>tip-changed-meanwhile</c>.</summary>
    public async Task<Outcome?> ReportAsync(TipId id, CancellationToken cancellationToken)
    {
        if (
            await sites.MineAsync(cancellationToken) is not { } mine
            || await db.Tips.ShownAt(mine.Site, db).FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } tip
        )
        {
            return null;
        }

        return await SavedAsync(tip.Report(viewer.PersonId, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>The author takes a tip back, and it is gone.</summary>
    public async Task<Outcome?> WithdrawAsync(TipId id, CancellationToken cancellationToken)
    {
        if (await db.Tips.WrittenBy(viewer).FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } tip)
        {
            return null;
        }

        tip.Withdraw(viewer.PersonId, clock.GetUtcNow());
        db.Remove(tip);
        return await SavedAsync(Outcome.Done, cancellationToken);
    }

    private async Task<Outcome?> SettleAsync(TipId id, Func<Tip, DateTimeOffset, Outcome> change, CancellationToken cancellationToken)
    {
        if (
            await db.Tips.FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } tip
            || await sites.FindAsync(tip.SiteId, cancellationToken) is not { } site
            || !viewer.MaySettle(site, KitPiece.Tips)
        )
        {
            return null;
        }

        return await SavedAsync(change(tip, clock.GetUtcNow()), cancellationToken);
    }

    private async Task<Outcome?> SavedAsync(Outcome outcome, CancellationToken cancellationToken) =>
        outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("tip-changed-meanwhile") : outcome;
}
