using System.Linq.Expressions;
using Fieldcraft.Domain.Moves;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Moves;

/// <summary>Who may see a comparison of moves: the person who weighs them. What is shared is a copy, and lives with the shares.</summary>
public static class MovesAccess
{
    public static IQueryable<MoveComparison> VisibleTo(this IQueryable<MoveComparison> comparisons, Viewer viewer) =>
        comparisons.Where(IsVisibleTo(viewer));

    private static Expression<Func<MoveComparison, bool>> IsVisibleTo(Viewer viewer)
    {
        var me = viewer.PersonId;
        return comparison => comparison.OwnerId == me;
    }
}
