using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>
/// Figures about groups are for those who steer learning, sponsor it, or lead at the top. All of them see the same figures: the parts are the same for everybody, so that two
/// who compare learn nothing more.
/// </summary>
public static class InsightAccess
{
    public static bool MayReadInsight(this Viewer viewer) =>
        viewer.Holds(Role.ProgrammeLead)
        || viewer.Holds(Role.LearningDesigner)
        || viewer.Holds(Role.Sponsor)
        || viewer.Holds(Role.SeniorLeader);

    /// <summary>What somebody keeps is theirs, also when they may read Insight no longer.</summary>
    public static IQueryable<KeptView> VisibleTo(this IQueryable<KeptView> views, Viewer viewer)
    {
        var me = viewer.PersonId;
        return views.Where(v => v.OwnerId == me);
    }
}
