using Fieldcraft.Domain.Checks;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>Who may see a check and whom it asks: the person it is about. Answers have no rule, because nobody sees them.</summary>
public static class ChecksAccess
{
    public static IQueryable<LeadershipCheck> VisibleTo(this IQueryable<LeadershipCheck> checks, Viewer viewer)
    {
        var me = viewer.PersonId;
        return checks.Where(c => c.OwnerId == me);
    }

    public static IQueryable<RaterInvitation> VisibleTo(this IQueryable<RaterInvitation> raters, Viewer viewer)
    {
        var me = viewer.PersonId;
        return raters.Where(r => r.OwnerId == me);
    }
}
