using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Features.Feedback;
using Fieldcraft.Web.Features.Journal;
using Fieldcraft.Web.Features.Loop;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Home;

/// <summary>Where each step leads, and how it is said: <c>home.step.KIND</c>, with <c>.titled</c> where the item has a name.</summary>
internal static class HomeSteps
{
    public static string AddressOf(NextStep step) =>
        step switch
        {
            { Kind: StepKind.CaptureTry, Item: { } id } => ExperimentsLinks.Capture(ExperimentId.From(id)),
            { Kind: StepKind.DecideNext, Item: { } id } => ExperimentsLinks.Next(ExperimentId.From(id)),
            { Kind: StepKind.LookBack, Item: { } id } => ReviewsLinks.Review(ReviewId.From(id)),
            { Kind: StepKind.ReadFeedback, Item: { } id } => FeedbackLinks.Request(FeedbackRequestId.From(id)),
            { Kind: StepKind.ReadShare, Item: { } id } => SharingLinks.Copy(ShareId.From(id)),
            { Kind: StepKind.AnswerIdeas } => LoopLinks.Waiting,
            { Kind: StepKind.PlanTry, Item: { } id } => ExperimentsLinks.NewIn(PlanId.From(id)),
            { Kind: StepKind.ReviewPlan, Item: { } id } => PlansLinks.Plan(PlanId.From(id)),
            { Kind: StepKind.PickQuestions, Item: { } id } => AssignmentsLinks.QuickStart(AssignmentId.From(id)),
            { Kind: StepKind.SketchPlan, Item: { } id } => PlansLinks.StartFor(AssignmentId.From(id)),
            { Kind: StepKind.SketchPlan } => PlansLinks.Start,
            { Kind: StepKind.BringAssignment } => AssignmentsLinks.Bring,
            { Kind: StepKind.CheckStrain or StepKind.EaseStrain } => AssignmentsLinks.CheckIn,
            _ => JournalLinks.Write,
        };

    public static string Say(Words words, NextStep step, string? title)
    {
        var key = $"home.step.{step.Kind}";
        return title is not null && words.Has(key + ".titled") ? words[key + ".titled", title, step.On is { } on ? words.Day(on) : ""]
            : step is { Kind: StepKind.AnswerIdeas, On: { } due } ? words[key + ".due", words.Day(due)]
            : words[key];
    }
}
