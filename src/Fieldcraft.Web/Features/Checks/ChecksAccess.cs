using System.Linq.Expressions;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>Who may see a check and its report: the person it is about. What is shared is a copy, and lives with the shares.</summary>
public static class ChecksAccess
{
    public static IQueryable<LeadershipCheck> VisibleTo(this IQueryable<LeadershipCheck> checks, Viewer viewer) =>
        checks.Where(IsVisibleTo(viewer));

    private static Expression<Func<LeadershipCheck, bool>> IsVisibleTo(Viewer viewer)
    {
        var me = viewer.PersonId;
        return check => check.OwnerId == me;
    }
}
