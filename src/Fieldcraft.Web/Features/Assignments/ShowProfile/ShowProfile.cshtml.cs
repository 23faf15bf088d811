using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.ShowProfile;

/// <summary>The whole profile on one page: what is answered, cluster by cluster, with second opinions beside it.</summary>
public sealed class ShowProfileModel(ProfileReading reading, Rules rules, Viewer viewer) : PageModel
{
    public OpenProfile? Whole { get; private set; }

    public IReadOnlyList<OpenOpinion> Given => Whole!.Given;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Whole = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken)) is null ? NotFound() : Page();

    /// <summary>How many scales of a cluster were answered, "don't know" included, of how many.</summary>
    public (int Answered, int Of) Progress(DimensionCluster cluster)
    {
        var dimensions = ChallengeDimension.All.Where(d => d.Cluster == cluster).ToList();
        if (cluster == DimensionCluster.Obstacle)
        {
            return (dimensions.Count(d => Whole!.Ratings.Obstacles.ContainsKey(d.Id)), dimensions.Count);
        }

        return (
            dimensions.Count(d => Whole!.Ratings.Demand.ContainsKey(d.Id))
                + dimensions.Count(d => Whole!.Ratings.Readiness.ContainsKey(d.Id)),
            2 * dimensions.Count
        );
    }

    /// <summary>Where this opinion differs enough to talk about it.</summary>
    public bool Differs(int? own, int? other) => Math.Abs((own - other) ?? 0) >= rules.Guard.OpinionsDifferFrom;

    /// <summary>The dimensions on which an opinion differs by two or more.</summary>
    public IReadOnlyList<OpinionDifference> Differences(OpenOpinion opinion) => Whole!.Differences(opinion, rules);
}
