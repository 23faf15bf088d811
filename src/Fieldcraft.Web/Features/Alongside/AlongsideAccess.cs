using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>Everybody signed in finds an offer that stands. A visit is seen by its guest and its host; a reflection by its guest alone.</summary>
public static class AlongsideAccess
{
    /// <summary>Offers that stand on a day: not taken back, not over, made by somebody who is still here.</summary>
    public static IQueryable<LearningOffer> StandingOn(this IQueryable<LearningOffer> offers, DateOnly today, FieldcraftDb db) =>
        offers.Kept(db).Where(o => o.UntilOn == null || o.UntilOn >= today);

    /// <summary>Offers that stand, and those of the viewer whose last day is over: a later one brings them back.</summary>
    public static IQueryable<LearningOffer> SeenOn(this IQueryable<LearningOffer> offers, DateOnly today, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        return offers.Kept(db).Where(o => o.UntilOn == null || o.UntilOn >= today || o.OwnerId == me);
    }

    public static IQueryable<LearningOffer> MadeBy(this IQueryable<LearningOffer> offers, Viewer viewer)
    {
        var me = viewer.PersonId;
        return offers.Where(o => o.OwnerId == me);
    }

    public static IQueryable<AlongsideVisit> VisibleTo(this IQueryable<AlongsideVisit> visits, Viewer viewer)
    {
        var me = viewer.PersonId;
        return visits.Where(v => v.OwnerId == me || v.HostId == me);
    }

    public static IQueryable<AlongsideVisit> HostedBy(this IQueryable<AlongsideVisit> visits, Viewer viewer)
    {
        var me = viewer.PersonId;
        return visits.Where(v => v.HostId == me);
    }

    public static IQueryable<VisitReflection> VisibleTo(this IQueryable<VisitReflection> reflections, Viewer viewer)
    {
        var me = viewer.PersonId;
        return reflections.Where(r => r.OwnerId == me);
    }

    private static IQueryable<LearningOffer> Kept(this IQueryable<LearningOffer> offers, FieldcraftDb db) =>
        offers.Where(o => o.TakenBackAt == null && db.People.Any(p => p.Id == o.OwnerId && p.Status != PersonStatus.Left));
}
