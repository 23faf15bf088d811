using Fieldcraft.Domain.Communities;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Communities;

/// <summary>
/// Everybody signed in reads communities and joins them. The steward describes, hands on and closes; where there is none, any member does. A finding
/// is corrected by who wrote it, and struck by them or the steward.
/// </summary>
public static class CommunitiesAccess
{
    public static IQueryable<Community> KeptBy(this IQueryable<Community> communities, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        return communities.Where(c =>
            c.StewardId == me || (c.StewardId == null && db.CommunityMemberships.Any(m => m.CommunityId == c.Id && m.PersonId == me))
        );
    }

    /// <summary>The communities that the viewer belongs to.</summary>
    public static IQueryable<Community> WithMember(this IQueryable<Community> communities, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        return communities.Where(c => db.CommunityMemberships.Any(m => m.CommunityId == c.Id && m.PersonId == me));
    }

    public static IQueryable<CommunityFinding> WrittenBy(this IQueryable<CommunityFinding> findings, Viewer viewer)
    {
        var me = viewer.PersonId;
        return findings.Where(f => f.WrittenById == me);
    }
}
