using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Board;

/// <summary>
/// Everybody signed in reads a posting that is open. A conversation is seen by the two who have it, and by nobody else: no manager, no administrator. A
/// notice of a trial is seen by the person and by the manager whom they told.
/// </summary>
public static class BoardAccess
{
    /// <summary>Postings that are open on a day, of somebody who is still here.</summary>
    public static IQueryable<Posting> OpenOn(this IQueryable<Posting> postings, DateOnly today, FieldcraftDb db) =>
        postings.Where(p =>
            p.ClosedAt == null && p.UntilOn >= today && db.People.Any(o => o.Id == p.OwnerId && o.Status != PersonStatus.Left)
        );

    /// <summary>Postings that are open, those of the viewer, and those about which the viewer has a conversation.</summary>
    public static IQueryable<Posting> SeenOn(this IQueryable<Posting> postings, DateOnly today, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        var open = db.Postings.OpenOn(today, db).Select(p => p.Id);
        return postings.Where(p => p.OwnerId == me || open.Contains(p.Id) || db.Interests.Any(i => i.PostingId == p.Id && i.OwnerId == me));
    }

    public static IQueryable<Posting> PostedBy(this IQueryable<Posting> postings, Viewer viewer)
    {
        var me = viewer.PersonId;
        return postings.Where(p => p.OwnerId == me);
    }

    public static IQueryable<Interest> VisibleTo(this IQueryable<Interest> interests, Viewer viewer)
    {
        var me = viewer.PersonId;
        return interests.Where(i => i.OwnerId == me || i.PosterId == me);
    }

    public static IQueryable<Interest> AskedBy(this IQueryable<Interest> interests, Viewer viewer)
    {
        var me = viewer.PersonId;
        return interests.Where(i => i.OwnerId == me);
    }

    public static IQueryable<Interest> AskedOf(this IQueryable<Interest> interests, Viewer viewer)
    {
        var me = viewer.PersonId;
        return interests.Where(i => i.PosterId == me);
    }

    public static IQueryable<TrialNotice> VisibleTo(this IQueryable<TrialNotice> trials, Viewer viewer)
    {
        var me = viewer.PersonId;
        return trials.Where(t => t.OwnerId == me || t.ManagerId == me);
    }

    public static IQueryable<TrialNotice> ToldBy(this IQueryable<TrialNotice> trials, Viewer viewer)
    {
        var me = viewer.PersonId;
        return trials.Where(t => t.OwnerId == me);
    }

    public static IQueryable<TrialNotice> ToldTo(this IQueryable<TrialNotice> trials, Viewer viewer)
    {
        var me = viewer.PersonId;
        return trials.Where(t => t.ManagerId == me);
    }

    /// <summary>Leads people or a unit: may post a problem worth solving.</summary>
    public static bool MayPostProblems(this Viewer viewer) => viewer.HasReports || viewer.Leads.Count > 0;
}
