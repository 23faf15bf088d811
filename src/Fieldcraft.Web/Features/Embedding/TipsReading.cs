using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>A tip as a list shows it.</summary>
/// <param name="Author">Null where the author would rather not be named.</param>
public sealed record TipLine(
    TipId Id,
    string Text,
    TipReach Reach,
    TipState State,
    string Site,
    string? Module,
    string? Author,
    bool IsOwn,
    bool HasPhoto,
    bool IsReported,
    string? Word,
    DateTimeOffset PostedAt
);

/// <summary>Reads tips: those that reach a site, the viewer's own that are not shown, and for the moderator those that wait.</summary>
public sealed class TipsReading(FieldcraftDb db, Viewer viewer)
{
    public const int PageSize = 20;
    private const int OwnAtMost = 10;
    private const int WaitingAtMost = 60;

    /// <summary>What reaches a site, newest first.</summary>
    public async Task<IReadOnlyList<TipLine>> FeedAsync(
        KeptSite site,
        ModuleId? module,
        TipId? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var shown = db.Tips.AsNoTracking().ShownAt(site.Site, db);
        if (module is { } about)
        {
            shown = shown.Where(t => t.ModuleId == about);
        }

        if (after is { } last)
        {
            shown = shown.Where(t => t.Id.CompareTo(last) < 0);
        }

        return await Lines(shown.OrderByDescending(t => t.Id).Take(take)).ToListAsync(cancellationToken);
    }

    /// <summary>The viewer's own tips that wait or were taken down.</summary>
    public async Task<IReadOnlyList<TipLine>> OwnAsync(KeptSite site, CancellationToken cancellationToken) =>
        await Lines(
                db.Tips.AsNoTracking()
                    .WrittenBy(viewer)
                    .Where(t => t.SiteId == site.Id && t.State != TipState.Shown)
                    .OrderByDescending(t => t.Id)
                    .Take(OwnAtMost)
            )
            .ToListAsync(cancellationToken);

    /// <summary>What waits for the site's moderator, the oldest first.</summary>
    public async Task<IReadOnlyList<TipLine>> WaitingAsync(KeptSite site, CancellationToken cancellationToken) =>
        await Lines(
                db.Tips.AsNoTracking()
                    .Where(t => t.SiteId == site.Id && (t.State == TipState.Waiting || t.ReportedAt != null))
                    .OrderBy(t => t.Id)
                    .Take(WaitingAtMost)
            )
            .ToListAsync(cancellationToken);

    /// <summary>The bytes of a photo that the viewer may see: of a tip that reaches their site, of an own one, or of one they moderate.</summary>
    public async Task<(byte[] Bytes, string Type)?> PhotoAsync(TipId id, KeptSites sites, CancellationToken cancellationToken)
    {
        var tip = await db.Tips.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && t.PhotoType != null, cancellationToken);
        if (tip is null || !await MaySeeAsync(tip, sites, cancellationToken))
        {
            return null;
        }

        return (await db.TipPhotos.Where(p => p.Id == id).Select(p => p.Bytes).FirstAsync(cancellationToken), tip.PhotoType!);
    }

    private async Task<bool> MaySeeAsync(Tip tip, KeptSites sites, CancellationToken cancellationToken)
    {
        if (tip.OwnerId == viewer.PersonId)
        {
            return true;
        }

        var place = await sites.FindAsync(tip.SiteId, cancellationToken);
        if (place is not null && (tip.State == TipState.Shown || viewer.MaySettle(place, KitPiece.Tips)))
        {
            return true;
        }

        return tip.State == TipState.Shown
            && await sites.MineAsync(cancellationToken) is { } mine
            && await db.Tips.ShownAt(mine.Site, db).AnyAsync(t => t.Id == tip.Id, cancellationToken);
    }

    private IQueryable<TipLine> Lines(IQueryable<Tip> tips)
    {
        var me = viewer.PersonId;
        return tips.Select(t => new TipLine(
            t.Id,
            t.Text,
            t.Reach,
            t.State,
            db.Units.Where(u => u.Id == t.SiteId).Select(u => u.Name).First(),
            db.Modules.Where(m => m.Id == t.ModuleId).Select(m => m.Title).FirstOrDefault(),
            t.IsNamed
                ? db
                    .People.Where(p => p.Id == t.OwnerId)
                    .Select(p => NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName))
                    .FirstOrDefault()
                : null,
            t.OwnerId == me,
            t.PhotoType != null,
            t.ReportedAt != null,
            t.OwnerId == me ? t.Word : null,
            t.PostedAt
        ));
    }
}
