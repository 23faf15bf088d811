using Fieldcraft.Domain.Feedback;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary>Who may see a request and its answer: the person who asked. The giver sees the question through the link, and nothing afterwards.</summary>
public static class FeedbackAccess
{
    public static IQueryable<FeedbackRequest> VisibleTo(this IQueryable<FeedbackRequest> requests, Viewer viewer)
    {
        var me = viewer.PersonId;
        return requests.Where(r => r.OwnerId == me);
    }
}
