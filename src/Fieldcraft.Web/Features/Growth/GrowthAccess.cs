using System.Linq.Expressions;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>Who may see what somebody wants to become and works towards: that person.</summary>
public static class GrowthAccess
{
    public static IQueryable<GrowthStatement> VisibleTo(this IQueryable<GrowthStatement> statements, Viewer viewer) =>
        statements.Where(IsStatementVisibleTo(viewer));

    public static IQueryable<PullReflection> VisibleTo(this IQueryable<PullReflection> reflections, Viewer viewer) =>
        reflections.Where(IsReflectionVisibleTo(viewer));

    public static IQueryable<GrowthAims> VisibleTo(this IQueryable<GrowthAims> aims, Viewer viewer) => aims.Where(AreAimsVisibleTo(viewer));

    private static Expression<Func<GrowthStatement, bool>> IsStatementVisibleTo(Viewer viewer)
    {
        var me = viewer.PersonId;
        return statement => statement.OwnerId == me;
    }

    private static Expression<Func<PullReflection, bool>> IsReflectionVisibleTo(Viewer viewer)
    {
        var me = viewer.PersonId;
        return reflection => reflection.OwnerId == me;
    }

    private static Expression<Func<GrowthAims, bool>> AreAimsVisibleTo(Viewer viewer)
    {
        var me = viewer.PersonId;
        return aims => aims.OwnerId == me;
    }
}
