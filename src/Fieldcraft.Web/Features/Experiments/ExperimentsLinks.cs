using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.SharedIdeas;

namespace Fieldcraft.Web.Features.Experiments;

/// <summary>Every address of the experiments.</summary>
public static class ExperimentsLinks
{
    public const string List = "/experiments";
    public const string New = "/experiments/new";

    public static string NewIn(PlanId plan, PlanItemId? behaviour = null) =>
        behaviour is { } row ? $"/experiments/new?plan={plan.Value}&behaviour={row.Value}" : $"/experiments/new?plan={plan.Value}";

    public static string NewAfter(ExperimentId earlier) => $"/experiments/new?after={earlier.Value}";

    public static string NewFrom(ReviewId review) => $"/experiments/new?review={review.Value}";

    public static string NewFrom(IdeaId idea) => $"/experiments/new?idea={idea.Value}";

    public static string NewFor(OpportunityState step) => $"/experiments/new?step={step}";

    public static string Experiment(ExperimentId id) => $"/experiments/{id.Value}";

    public static string Change(ExperimentId id) => $"/experiments/{id.Value}/change";

    public static string Capture(ExperimentId id) => $"/experiments/{id.Value}/capture";

    public static string Next(ExperimentId id) => $"/experiments/{id.Value}/next";

    public static string Drop(ExperimentId id) => $"/experiments/{id.Value}/drop";

    public static string TearUp(ExperimentId id) => $"/experiments/{id.Value}/tear-up";

    public static string Older(ExperimentId last) => $"/experiments?after={last.Value}";
}
