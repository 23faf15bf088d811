using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>Which words say what the guard found. The order of the advice is the rule's; only its texts are here.</summary>
public static class GuardWords
{
    /// <summary>At most so many steps are offered at a time (DOMAIN 3.3).</summary>
    public const int StepsShown = 3;

    public static string Word(this Zone zone) =>
        zone switch
        {
            Zone.Comfort => "zone.comfort",
            Zone.Stretch => "zone.stretch",
            Zone.Overstretch => "zone.overstretch",
            _ => "zone.incomplete",
        };

    public static string Name(this ChallengeDimension dimension, Words words) => words[$"dimension.{dimension.Id}.name"];

    /// <summary>The cluster as content and addresses spell it.</summary>
    public static string Spelt(this DimensionCluster cluster) =>
        cluster switch
        {
            DimensionCluster.Transition => "transition",
            DimensionCluster.CreatingChange => "creating_change",
            DimensionCluster.HighResponsibility => "high_responsibility",
            DimensionCluster.Boundaries => "boundaries",
            DimensionCluster.Diversity => "diversity",
            _ => "obstacle",
        };

    /// <summary>The first steps to offer. Rest is never cut off: where it applies, it comes with the first two.</summary>
    public static IReadOnlyList<GuardStep> Offered(GuardResult result)
    {
        var steps = GuardAdvice.Steps(result);
        return steps.Contains(GuardStep.RestFirst) && steps.Count > StepsShown
            ? [.. steps.Take(StepsShown - 1), GuardStep.RestFirst]
            : [.. steps.Take(StepsShown)];
    }

    public static string Word(this GuardStep step) =>
        step switch
        {
            GuardStep.AddOneStretchingElement => "zone.comfort.offer.1",
            GuardStep.HandOverFamiliarParts => "zone.comfort.offer.2",
            GuardStep.MentorOrFacilitate => "zone.comfort.offer.3",
            GuardStep.PickBehavioursAndIfThen => "zone.stretch.offer.1",
            GuardStep.ArrangeFeedback => "zone.stretch.offer.2",
            GuardStep.FixTheReviewDate => "zone.stretch.offer.3",
            GuardStep.RemoveAnObstacle => "zone.overstretch.offer.1",
            GuardStep.AddFeedbackOrPartner => "zone.overstretch.offer.2",
            GuardStep.ReduceLoad => "zone.overstretch.offer.3",
            GuardStep.SpeakWithTheManager => "zone.overstretch.offer.4",
            GuardStep.RestFirst => "zone.overstretch.offer.5",
            GuardStep.AddFeedback => "flag.feedback.text",
            GuardStep.AskForASecondOpinion => "zone.incomplete.offer.2",
            GuardStep.TakeTheQuickLook => "zone.incomplete.offer.3",
            _ => "zone.incomplete.offer.1",
        };

    /// <summary>A number of the arithmetic, exact, without trailing zeros.</summary>
    public static string Exact(decimal? value, Words words) =>
        value is { } known ? known.ToString("0.####", words.Culture) : words["zone_page.unknown"];
}
