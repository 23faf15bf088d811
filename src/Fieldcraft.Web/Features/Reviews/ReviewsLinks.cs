using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;

namespace Fieldcraft.Web.Features.Reviews;

/// <summary>Every address of the room of reviews.</summary>
public static class ReviewsLinks
{
    public const string List = "/reviews";
    public const string New = "/reviews/new";

    public static string NewOf(ExperimentId experiment) => $"/reviews/new?experiment={experiment.Value}";

    public static string Review(ReviewId id) => $"/reviews/{id.Value}";

    public static string After(ReviewId id) => $"/reviews?after={id.Value}";
}
