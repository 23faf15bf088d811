using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Experiments;

/// <summary>Who may see an experiment: the person who tries it. What is shared is a copy, and lives with the shares.</summary>
public static class ExperimentsAccess
{
    public static IQueryable<LeadershipExperiment> VisibleTo(this IQueryable<LeadershipExperiment> experiments, Viewer viewer)
    {
        var me = viewer.PersonId;
        return experiments.Where(experiment => experiment.OwnerId == me);
    }
}
