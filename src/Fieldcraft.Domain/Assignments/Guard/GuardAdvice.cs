namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>A next step the guard can offer (DOMAIN 3.3). The texts are content; the order is the rule.</summary>
public enum GuardStep
{
    AnswerWhatIsMissing,
    AskForASecondOpinion,
    TakeTheQuickLook,
    AddFeedback,
    AddOneStretchingElement,
    HandOverFamiliarParts,
    MentorOrFacilitate,
    PickBehavioursAndIfThen,
    ArrangeFeedback,
    FixTheReviewDate,
    RemoveAnObstacle,
    AddFeedbackOrPartner,
    ReduceLoad,
    SpeakWithTheManager,
    RestFirst,
}

/// <summary>Which steps are offered for a result, in the order of DOMAIN 3.3.</summary>
public static class GuardAdvice
{
    /// <summary>
    /// The steps in order. An overstretched assignment without a known obstacle starts with feedback or a partner, since there is
    /// no obstacle to remove; rest before learning goals is offered when the strain check is what speaks.
    /// </summary>
    public static IReadOnlyList<GuardStep> Steps(GuardResult result)
    {
        GuardStep[] byZone = result.Zone switch
        {
            Zone.Comfort => [GuardStep.AddOneStretchingElement, GuardStep.HandOverFamiliarParts, GuardStep.MentorOrFacilitate],
            Zone.Stretch => [GuardStep.PickBehavioursAndIfThen, GuardStep.ArrangeFeedback, GuardStep.FixTheReviewDate],
            Zone.Overstretch =>
            [
                .. result.Hindrance > 0 ? [GuardStep.RemoveAnObstacle] : Array.Empty<GuardStep>(),
                GuardStep.AddFeedbackOrPartner,
                GuardStep.ReduceLoad,
                GuardStep.SpeakWithTheManager,
                .. result.StrainIsPositive ? [GuardStep.RestFirst] : Array.Empty<GuardStep>(),
            ],
            _ when result.IsQuickLook => [GuardStep.AnswerWhatIsMissing, GuardStep.AskForASecondOpinion],
            _ => [GuardStep.AnswerWhatIsMissing, GuardStep.AskForASecondOpinion, GuardStep.TakeTheQuickLook],
        };
        // In stretch and overstretch the zone's own steps already ask for feedback.
        return result.FeedbackFlag && result.Zone is (Zone.Comfort or Zone.Incomplete) ? [GuardStep.AddFeedback, .. byZone] : byZone;
    }
}
