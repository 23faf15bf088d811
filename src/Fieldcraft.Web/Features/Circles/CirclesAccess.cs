using Fieldcraft.Domain.Circles;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>
/// A circle is seen by those who are in it or asked into it; one with open seats by anybody signed in. Its meetings are for those who take part. A
/// commitment is its owner's, and once revealed for those who take part.
/// </summary>
public static class CirclesAccess
{
    public static IQueryable<Circle> VisibleTo(this IQueryable<Circle> circles, Viewer viewer)
    {
        var me = viewer.PersonId;
        return circles.Where(c =>
            c.Members.Any(m => m.PersonId == me && (m.State == CircleMemberState.In || m.State == CircleMemberState.Asked))
            || (c.Door == CircleDoor.OpenSeats && c.State != CircleState.Ended)
        );
    }

    /// <summary>The circles in which the viewer takes part.</summary>
    public static IQueryable<Circle> HoldingSeatFor(this IQueryable<Circle> circles, Viewer viewer)
    {
        var me = viewer.PersonId;
        return circles.Where(c => c.Members.Any(m => m.PersonId == me && m.State == CircleMemberState.In));
    }

    /// <summary>The circles that the viewer looks after; where the convenor is gone, anybody in it does.</summary>
    public static IQueryable<Circle> ConvenedBy(this IQueryable<Circle> circles, Viewer viewer)
    {
        var me = viewer.PersonId;
        return circles.HoldingSeatFor(viewer).Where(c => c.ConvenorId == me || c.ConvenorId == null);
    }

    public static IQueryable<CircleCommitment> OwnedBy(this IQueryable<CircleCommitment> commitments, Viewer viewer)
    {
        var me = viewer.PersonId;
        return commitments.Where(c => c.OwnerId == me);
    }

    /// <summary>Own ones, and those of others that are revealed; asked only of circles in which the viewer takes part.</summary>
    public static IQueryable<CircleCommitment> VisibleTo(this IQueryable<CircleCommitment> commitments, Viewer viewer)
    {
        var me = viewer.PersonId;
        return commitments.Where(c => c.OwnerId == me || c.RevealedAt != null);
    }
}
