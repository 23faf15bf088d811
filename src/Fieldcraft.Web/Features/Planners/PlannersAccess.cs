using Fieldcraft.Domain.Planners;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>
/// Who may see a planner: the leader whose planner it is. What a coach reads is a copy, and lives with the shares; that a planner is finished is told to
/// the leader's coach by the room that knows who that is. The blank sheet is for everybody who may read guides.
/// </summary>
public static class PlannersAccess
{
    /// <summary>Plans sessions: whoever may read what leaders teach with.</summary>
    public static bool MayPlanSessions(this Viewer viewer) => viewer.MayReadGuides();

    public static IQueryable<Planner> VisibleTo(this IQueryable<Planner> planners, Viewer viewer)
    {
        var me = viewer.PersonId;
        return planners.Where(p => p.OwnerId == me);
    }
}
