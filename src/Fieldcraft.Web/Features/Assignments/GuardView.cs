using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
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

    /// <summary>Which answers are missing, by name, so that the sentence can list them.</summary>
    public string Missing(Words words) =>
        Result.IsQuickLook
            ? words.Count("zone_page.missing_parts", Result.Missing.QuickParts)
            : string.Join(", ", Result.Missing.Dimensions.Select(d => d.Name(words)));
}
