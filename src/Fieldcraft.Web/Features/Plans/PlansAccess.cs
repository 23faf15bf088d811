using System.Linq.Expressions;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>Who may see a plan and its rows: the person whose plan it is. What is shared is a copy, and lives with the shares.</summary>
public static class PlansAccess
{
    public static IQueryable<DevelopmentPlan> VisibleTo(this IQueryable<DevelopmentPlan> plans, Viewer viewer) =>
        plans.Where(IsVisibleTo(viewer));

    public static IQueryable<PlanItem> VisibleTo(this IQueryable<PlanItem> rows, Viewer viewer)
    {
        var me = viewer.PersonId;
        return rows.Where(row => row.OwnerId == me);
    }

    private static Expression<Func<DevelopmentPlan, bool>> IsVisibleTo(Viewer viewer)
    {
        var me = viewer.PersonId;
        return plan => plan.OwnerId == me;
    }
}
