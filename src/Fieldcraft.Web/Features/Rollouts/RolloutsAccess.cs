using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Rollouts;

/// <summary>
/// A roll-out is set and solved by who leads programmes. A site is looked after by its schedulers, by who leads it or a unit above, and by who leads
/// programmes there. Totals of a module are for sponsors and designers as well; a person sees their own slot, a leader their own sessions.
/// </summary>
public static class RolloutsAccess
{
    public static bool MayPlanRollouts(this Viewer viewer) => viewer.MayLeadProgrammes();

    /// <summary>Coverage, hours and cost of a module as a whole.</summary>
    public static bool MaySeeTotals(this Viewer viewer) => viewer.MayDesignModules() || viewer.Holds(Role.Sponsor);

    public static bool MayScheduleSomewhere(this Viewer viewer) => viewer.ScheduledPaths().Count > 0;

    public static bool MaySchedule(this Viewer viewer, string unitPath) =>
        viewer.ScheduledPaths().Any(p => unitPath.StartsWith(p, StringComparison.Ordinal));

    /// <summary>The units whose sites the viewer looks after.</summary>
    public static IQueryable<Unit> ScheduledBy(this IQueryable<Unit> units, Viewer viewer) =>
        units.Where(PeopleAccess.InAnyOf(viewer.ScheduledPaths()));

    private static List<string> ScheduledPaths(this Viewer viewer) =>
        [
            .. viewer
                .Roles.Where(r => r.Role is Role.SiteScheduler or Role.ProgrammeLead or Role.Administrator)
                .Select(r => r.UnitPath)
                .Concat(viewer.Leads.Where(l => l.Kind is UnitKind.Facility or UnitKind.Network or UnitKind.State).Select(l => l.Path)),
        ];
}
