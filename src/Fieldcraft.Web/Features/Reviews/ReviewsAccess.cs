using Fieldcraft.Domain.Reviews;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Reviews;

/// <summary>Who may see a review: the person who wrote it. A partner reads a shared copy.</summary>
public static class ReviewsAccess
{
    public static IQueryable<AfterEventReview> VisibleTo(this IQueryable<AfterEventReview> reviews, Viewer viewer)
    {
        var me = viewer.PersonId;
        return reviews.Where(r => r.OwnerId == me);
    }
}
