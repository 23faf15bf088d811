using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>
/// What a site uses is read by its people, by whoever looks after it, and by those who design and sponsor programmes. It is switched by whoever looks after
/// it. Tips and award are settled by whoever agreed to look after them, or after the site. A team action is its leader's; of others only counts are seen.
/// </summary>
public static class EmbeddingAccess
{
    /// <summary>Facilities that the viewer reads: the own one, and those of their part.</summary>
    public static IQueryable<Unit> KeptFor(this IQueryable<Unit> units, Viewer viewer, FieldcraftDb db)
    {
        var facilities = units.Where(u => u.Kind == UnitKind.Facility);
        if (viewer.MaySeeTotals())
        {
            return facilities;
        }

        var scheduled = db.Units.ScheduledBy(viewer).Select(u => u.Id);
        var mine = db.PathOf(viewer);
        return facilities.Where(u => scheduled.Contains(u.Id) || mine.Any(path => path.StartsWith(u.Path)));
    }

    /// <summary>The way to the viewer's own unit; nothing for somebody without one.</summary>
    public static IQueryable<string> PathOf(this FieldcraftDb db, Viewer viewer)
    {
        var me = viewer.PersonId;
        return from person in db.People where person.Id == me join unit in db.Units on person.UnitId equals unit.Id select unit.Path;
    }

    public static bool MaySettle(this Viewer viewer, KeptSite site, KitPiece piece) =>
        site.Kit?.KeeperOf(piece) == viewer.PersonId || viewer.MaySchedule(site.Site.Path);

    /// <summary>Tips that are shown and reach a site, newest first.</summary>
    public static IQueryable<Tip> ShownAt(this IQueryable<Tip> tips, Site site, FieldcraftDb db)
    {
        var (from, to) = SitesReading.Range(site.NetworkPath);
        var network = db.Units.Where(u => string.Compare(u.Path, from) >= 0 && string.Compare(u.Path, to) < 0).Select(u => u.Id);
        return tips.Where(t => t.State == TipState.Shown)
            .Where(t => t.SiteId == site.Id || t.Reach == TipReach.Everybody || (t.Reach == TipReach.Network && network.Contains(t.SiteId)))
            .OrderByDescending(t => t.Id);
    }

    public static IQueryable<Tip> WrittenBy(this IQueryable<Tip> tips, Viewer viewer)
    {
        var me = viewer.PersonId;
        return tips.Where(t => t.OwnerId == me);
    }

    public static IQueryable<TeamAction> LedBy(this IQueryable<TeamAction> actions, Viewer viewer)
    {
        var me = viewer.PersonId;
        return actions.Where(a => a.LeaderId == me);
    }

    public static IQueryable<LookBack> WrittenBy(this IQueryable<LookBack> lookBacks, Viewer viewer)
    {
        var me = viewer.PersonId;
        return lookBacks.Where(l => l.OwnerId == me);
    }

    /// <summary>Whoever taught or made room may look back; a site looks back through whoever looks after one.</summary>
    public static bool MayLookBack(this Viewer viewer, LookBackFrom from) =>
        from == LookBackFrom.Leader ? viewer.HasReports : viewer.MayScheduleSomewhere();

    /// <summary>What teams say became of their actions, in counts.</summary>
    public static bool MaySeeActionCounts(this Viewer viewer) => viewer.MaySeeTotals();
}
