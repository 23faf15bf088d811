using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>
/// Who may see a share: its owner always; a named reader while it is open. The state decides, not the key: a wrap that came back with an old
/// backup opens nothing.
/// </summary>
public static class SharingAccess
{
    public static IQueryable<Share> VisibleTo(this IQueryable<Share> shares, Viewer viewer)
    {
        var me = viewer.PersonId;
        return shares.Where(s => s.OwnerId == me);
    }

    /// <summary>Begins at the reader: a list of ids is found by its index, where "any reader is me" would look at every share there is.</summary>
    public static IQueryable<Share> OpenTo(this IQueryable<Share> shares, FieldcraftDb db, Viewer viewer, DateTimeOffset now)
    {
        var me = viewer.PersonId;
        var mine = db.Set<ShareReader>().Where(r => r.ReaderId == me && r.TakenAwayAt == null).Select(r => r.ShareId);
        return shares.OpenAt(now).Where(s => mine.Contains(s.Id));
    }

    /// <summary>As <see cref="Share.IsOpenAt"/>, for a query.</summary>
    public static IQueryable<Share> OpenAt(this IQueryable<Share> shares, DateTimeOffset now) =>
        shares.Where(s => s.EndedAt == null && s.EndsAt > now);
}
