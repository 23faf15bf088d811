using System.Linq.Expressions;
using Fieldcraft.Domain.Experience;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Experience;

/// <summary>Who may see a past experience: the person who told it, and nobody else.</summary>
public static class ExperienceAccess
{
    public static IQueryable<PastExperience> VisibleTo(this IQueryable<PastExperience> experiences, Viewer viewer) =>
        experiences.Where(IsVisibleTo(viewer));

    private static Expression<Func<PastExperience, bool>> IsVisibleTo(Viewer viewer)
    {
        var me = viewer.PersonId;
        return experience => experience.OwnerId == me;
    }
}
