using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>
/// Previews and groups are planned by those who lead programmes, and seen by them, by the facilitator and by whoever has a seat. How far a leader is,
/// is for the leader and the coach; sponsors and programme leads get totals. From which day a leader can be on a timetable is for those who make it.
/// </summary>
public static class ReadinessAccess
{
    public static bool MayPlanPreparation(this Viewer viewer) => viewer.MayLeadProgrammes();

    public static bool MaySeeReadinessTotals(this Viewer viewer) => viewer.MayLeadProgrammes() || viewer.Holds(Role.Sponsor);

    /// <summary>Whether the viewer makes the timetable of a site.</summary>
    public static bool MaySchedule(this Viewer viewer, string sitePath) =>
        viewer.MayLeadProgrammes()
        || viewer.Roles.Any(r => r.Role == Role.SiteScheduler && sitePath.StartsWith(r.UnitPath, StringComparison.Ordinal));

    public static bool MakesTimetables(this Viewer viewer) => viewer.MayLeadProgrammes() || viewer.Holds(Role.SiteScheduler);

    public static IQueryable<PreparationEvent> VisibleTo(this IQueryable<PreparationEvent> events, Viewer viewer)
    {
        var me = viewer.PersonId;
        return viewer.MayPlanPreparation()
            ? events
            : events.Where(e => e.FacilitatorId == me || e.Seated.Any(s => s.PersonId == me && s.State != PreparationSeatState.Released));
    }

    /// <summary>Those that the viewer holds as facilitator.</summary>
    public static IQueryable<PreparationEvent> HeldBy(this IQueryable<PreparationEvent> events, Viewer viewer)
    {
        var me = viewer.PersonId;
        return events.Where(e => e.FacilitatorId == me);
    }

    /// <summary>Those that the viewer may change: who plans all of them.</summary>
    public static IQueryable<PreparationEvent> PlannedBy(this IQueryable<PreparationEvent> events, Viewer viewer)
    {
        var may = viewer.MayPlanPreparation();
        return events.Where(e => may);
    }

    public static IQueryable<LeaderReadiness> OwnedBy(this IQueryable<LeaderReadiness> readiness, Viewer viewer)
    {
        var me = viewer.PersonId;
        return readiness.Where(r => r.OwnerId == me);
    }

    public static IQueryable<LeaderComfort> OwnedBy(this IQueryable<LeaderComfort> comforts, Viewer viewer)
    {
        var me = viewer.PersonId;
        return comforts.Where(c => c.OwnerId == me);
    }

    /// <summary>Those whose leaders let the viewer in as their coach.</summary>
    public static IQueryable<LeaderComfort> ShownTo(this IQueryable<LeaderComfort> comforts, Viewer viewer)
    {
        var me = viewer.PersonId;
        return comforts.Where(c => c.CoachId == me);
    }
}
