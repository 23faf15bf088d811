using System.Linq.Expressions;
using Fieldcraft.Domain.Pace;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Pace;

/// <summary>Who may see a picture of somebody's pace: that person. It can be shared with nobody, and whoever decides on promotions never sees it.</summary>
public static class PaceAccess
{
    public static IQueryable<PacePicture> VisibleTo(this IQueryable<PacePicture> pictures, Viewer viewer) =>
        pictures.Where(IsVisibleTo(viewer));

    private static Expression<Func<PacePicture, bool>> IsVisibleTo(Viewer viewer)
    {
        var me = viewer.PersonId;
        return picture => picture.OwnerId == me;
    }
}
