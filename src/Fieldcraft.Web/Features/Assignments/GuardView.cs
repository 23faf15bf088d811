using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Feedback;
using Fieldcraft.Web.Features.Partners;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>A result of the guard with what it was worked out from, ready to be shown.</summary>
public sealed record GuardView(GuardResult Result, ProfileRatings Ratings, OpenProfile Profile, Rules Rules)
{
    public GuardRules Guard => Rules.Guard;

    /// <summary>The load that is certain: all of it, once the profile is complete.</summary>
    public decimal Sum => Result.Parts.Where(p => p.IsCounted).Sum(p => p.Stretch ?? 0);

    public int LargestPossible => (Result.IsQuickLook ? Guard.QuickParts : Guard.LargestCounted) * GuardRules.ScaleTop;

    public int ObstacleSum => Ratings.Obstacles.Values.Sum(o => o ?? 0);

    public int ObstaclePossible => ChallengeDimension.Obstacles.Count * GuardRules.ScaleTop;

    /// <summary>The parts to look at first: the largest stretches, by name.</summary>
    public string HotSpots(Words words) =>
        string.Join(
            ", ",
            Result
                .Parts.Select((part, i) => (part, Name: NameOf(part, i, words)))
                .Where(p => p.part.Stretch >= Guard.HotSpotTogetherStretch)
                .OrderByDescending(p => p.part.Stretch)
                .Select(p => p.Name)
        );

    public string NameOf(StretchPart part, int place, Words words) =>
        part.Dimension is { } dimension
            ? dimension.Name(words)
            : Ratings.HotParts.ElementAtOrDefault(place)?.Name ?? words["quick_look.part", place + 1];

    /// <summary>The parts of which somebody's second opinion differs by two or more, by name; empty when there are none.</summary>
    public string Differences(OpenOpinion opinion, Words words) =>
        string.Join(", ", Profile.Differences(opinion, Rules).Select(d => d.Dimension.Name(words)).Distinct());

    /// <summary>Whether what was found asks for support to be arranged now, and not only thought about.</summary>
    public bool AsksForSupport =>
        Result.StrainIsPositive || Result.FeedbackFlag || Result.Zone == Zone.Overstretch || Result.CloseCall?.Above == Zone.Overstretch;

    /// <summary>Where each kind of support is arranged, in the order of DOMAIN 3.3.</summary>
    public IReadOnlyList<Arrangement> Arrangements =>
        [
            .. Result.Hindrance > 0
                ? [new Arrangement("obstacles", AssignmentsLinks.Cluster(Profile.Assignment.Id, DimensionCluster.Obstacle.Spelt()))]
                : Array.Empty<Arrangement>(),
            new("feedback", FeedbackLinks.Ask),
            new("partner", PartnersLinks.Find),
            new("lighten", "#change"),
            Profile.Plans.FirstOrDefault(p => !p.IsEnded) is { } plan
                ? new("manager", PlansLinks.ManagerSheet(plan.Id))
                : new("manager_plan", PlansLinks.StartFor(Profile.Assignment.Id)),
            .. Result.StrainIsPositive ? [] : new Arrangement[] { new("strain", AssignmentsLinks.CheckIn) },
        ];

    /// <summary>Which answers are missing, by name, so that the sentence can list them.</summary>
    public string Missing(Words words) =>
        Result.IsQuickLook
            ? words.Count("zone_page.missing_parts", Result.Missing.QuickParts)
            : string.Join(", ", Result.Missing.Dimensions.Select(d => d.Name(words)));
}

/// <summary>A place where support is arranged; its words are <c>arrange.KEY</c> and <c>arrange.KEY.about</c>.</summary>
public sealed record Arrangement(string Key, string Address);
