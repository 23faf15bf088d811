using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.RateCluster;

/// <summary>One screen of the full form: a cluster of dimensions, or what helps. Everything can be left half-way.</summary>
public sealed class RateClusterModel(
    ProfileReading reading,
    AssignmentsWriting writing,
    Knowledge knowledge,
    Words words,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    public const string SupportScreen = "support";

    private static readonly string[] Screens = [.. Enum.GetValues<DimensionCluster>().Select(c => c.Spelt()), SupportScreen];

    [BindProperty]
    public Dictionary<string, string?> Demand { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Readiness { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Support { get; set; } = [];

    [BindProperty]
    public string? Efficacy { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OpenProfile? Whole { get; private set; }

    public string Screen { get; private set; } = "";

    public bool Changed { get; private set; }

    public IEnumerable<ChallengeDimension> Dimensions => ChallengeDimension.All.Where(d => d.Cluster.Spelt() == Screen);

    public bool IsObstacles => Screen == DimensionCluster.Obstacle.Spelt();

    public string TitleWord => Screen == SupportScreen ? "profile.support" : $"cluster.{Screen}";

    public bool IsLast => Screen == Screens[^1];

    public IEnumerable<Step> Steps =>
        Screens.Select(s => new Step(
            words[s == SupportScreen ? "profile.support" : $"cluster.{s}"],
            IsCurrent: s == Screen,
            Address: s == Screen ? null : AssignmentsLinks.Cluster(Whole!.Assignment.Id, s)
        ));

    /// <summary>What such assignments usually ask for; said beside the scale it filled in.</summary>
    public string? Usual(ChallengeDimension dimension) =>
        knowledge.Archetype(Whole!.Assignment.Archetype) is { } kind
            ? words["profile.usual", words[kind.NameWord], words[$"demand.{kind.Demands[dimension.Id]}"]]
            : null;

    public async Task<IActionResult> OnGetAsync(Guid id, string cluster, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cluster, cancellationToken))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string cluster, CancellationToken cancellationToken)
    {
        if (!Screens.Contains(cluster))
        {
            return NotFound();
        }

        Screen = cluster;
        var kept = await writing.RateAsync(viewer, AssignmentId.From(id), Said, Version, cancellationToken);
        switch (kept.Kept)
        {
            case Kept.Missing:
                return NotFound();
            case Kept.Done:
                return Request.IsAutosave() ? this.Saved(clock.GetUtcNow(), kept.Version) : this.Onward(After(AssignmentId.From(id)));
            default:
                await LoadAsync(id, cluster, cancellationToken);
                if (Request.IsAutosave())
                {
                    return this.SavedMeanwhile(Theirs(), Whole!.Version);
                }

                Version = Whole!.Version;
                Changed = true;
                ModelState.Clear();
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
        }
    }

    private string After(AssignmentId id) =>
        IsLast ? AssignmentsLinks.Zone(id) : AssignmentsLinks.Cluster(id, Screens[Array.IndexOf(Screens, Screen) + 1]);

    private async Task<bool> LoadAsync(Guid id, string cluster, CancellationToken cancellationToken)
    {
        Screen = cluster;
        return Screens.Contains(cluster) && (Whole = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken)) is not null;
    }

    private void Fill()
    {
        var ratings = Whole!.Ratings;
        Version = Whole.Version;
        Demand = RatingInput.Spell(IsObstacles ? ratings.Obstacles : ratings.Demand);
        Readiness = RatingInput.Spell(ratings.Readiness);
        Support = RatingInput.Spell(ratings.Support);
        Efficacy = ratings.Efficacy?.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private ProfileRatings Said(ProfileRatings before)
    {
        if (Screen == SupportScreen)
        {
            return before with
            {
                Support = RatingInput.Merge(before.Support, SupportItem.All.Select(s => s.Id), Support),
                Efficacy = RatingInput.Number(Efficacy, 1, 5),
            };
        }

        var ids = Dimensions.Select(d => d.Id).ToList();
        return IsObstacles
            ? before with
            {
                Obstacles = RatingInput.Merge(before.Obstacles, ids, Demand),
            }
            : before with
            {
                Demand = RatingInput.Merge(before.Demand, ids, Demand),
                Readiness = RatingInput.Merge(before.Readiness, ids, Readiness),
            };
    }

    /// <summary>What the other tab kept on this screen, field by field.</summary>
    private Dictionary<string, string> Theirs()
    {
        var ratings = Whole!.Ratings;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var (name, values) in new[]
            {
                ("Demand", IsObstacles ? ratings.Obstacles : ratings.Demand),
                ("Readiness", ratings.Readiness),
                ("Support", ratings.Support),
            }
        )
        {
            foreach (var (key, value) in RatingInput.Spell(values))
            {
                fields[$"{name}[{key}]"] = value ?? "";
            }
        }

        return fields;
    }
}
