using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>
/// Sessions are seen and changed by whoever looks after their site. Their leader sees them and says that they were held; whoever has a seat sees it once it is
/// published.
/// </summary>
public static class TeachingSessionsAccess
{
    public static IQueryable<TeachingSession> ScheduledBy(this IQueryable<TeachingSession> sessions, Viewer viewer, FieldcraftDb db)
    {
        var sites = db.Units.ScheduledBy(viewer).Select(u => u.Id);
        return sessions.Where(s => sites.Contains(s.SiteId));
    }

    public static IQueryable<TeachingSession> LedBy(this IQueryable<TeachingSession> sessions, Viewer viewer)
    {
        var me = viewer.PersonId;
        return sessions.Where(s => s.LeaderId == me);
    }

    /// <summary>Those of which the viewer may say who was there.</summary>
    public static IQueryable<TeachingSession> LoggedBy(this IQueryable<TeachingSession> sessions, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        var sites = db.Units.ScheduledBy(viewer).Select(u => u.Id);
        return sessions.Where(s => s.LeaderId == me || sites.Contains(s.SiteId));
    }

    /// <summary>Published sessions in which the viewer has a seat.</summary>
    public static IQueryable<TeachingSession> HoldingSeatFor(this IQueryable<TeachingSession> sessions, Viewer viewer)
    {
        var me = viewer.PersonId;
        return sessions.Where(s => s.State == SessionState.Published && s.Seats.Any(x => x.PersonId == me));
    }
}
