using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Features.SharedIdeas;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Experiments.PlanExperiment;

public sealed class PlanExperimentModel(
    ExperimentDesk desk,
    ExperimentReading reading,
    PlanReading plans,
    ReviewsReading reviews,
    IdeasDesk ideas,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : WordingModel<ExperimentWording>(words, clock)
{
    /// <summary>The id the experiment will have: a form that is sent twice plans one.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Behaviour { get; set; }

    /// <summary>The experiment that this one follows.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The review of an event that this one comes from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Review { get; set; }

    /// <summary>The idea of a partner that this one comes from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Idea { get; set; }

    /// <summary>The step of an opportunity that this one is to help with.</summary>
    [BindProperty(SupportsGet = true)]
    public OpportunityState? Step { get; set; }

    public string Back => Plan is { } plan ? PlansLinks.Plan(PlanId.From(plan)) : ExperimentsLinks.List;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Id = Domain.Shared.Id.New<ExperimentId>(desk.Now).Value;
        if (After is { } after)
        {
            return await BeginAfterAsync(ExperimentId.From(after), cancellationToken) ? Page() : NotFound();
        }

        if (Review is { } review)
        {
            return await BeginFromAsync(ReviewId.From(review), cancellationToken) ? Page() : NotFound();
        }

        if (Idea is { } idea)
        {
            return await BeginFromAsync(IdeaId.From(idea), cancellationToken) ? Page() : NotFound();
        }

        if (Step is { } step && !step.IsEnd())
        {
            Input = new()
            {
                What = Words[$"opportunities.try_out.{step}.what"],
                If = Words[$"opportunities.try_out.{step}.if"],
                Then = Words[$"opportunities.try_out.{step}.then"],
            };
        }

        if (Plan is { } plan)
        {
            return await BeginInAsync(PlanId.From(plan), cancellationToken) ? Page() : NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Mend() is { } mend)
        {
            return mend;
        }

        var id = Id == Guid.Empty ? Domain.Shared.Id.New<ExperimentId>(desk.Now) : ExperimentId.From(Id);
        var place = new ExperimentPlace(
            Plan is { } plan ? PlanId.From(plan) : null,
            Behaviour is { } behaviour ? PlanItemId.From(behaviour) : null,
            After is { } after ? ExperimentId.From(after) : null
        );
        var planned = await desk.PlanAsync(id, place, Input, cancellationToken);
        return planned.Refusal is { } refusal
            ? RefusedFor(refusal)
            : this.Onward(ExperimentsLinks.Experiment(id), "experiment.flash.planned");
    }

    /// <summary>Same behaviour, next occasion: what was thought out is taken along, what belonged to that day is not.</summary>
    private async Task<bool> BeginAfterAsync(ExperimentId after, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, after, cancellationToken) is not { } earlier)
        {
            return false;
        }

        (Plan, Behaviour) = (earlier.PlanId?.Value, earlier.BehaviourId?.Value);
        Input = new()
        {
            What = earlier.Planned.What,
            If = earlier.Planned.If,
            Then = earlier.Planned.Then,
            FocusAid = earlier.Planned.FocusAid,
            Distraction = earlier.Planned.Distraction,
        };
        return true;
    }

    /// <summary>The if-then of a review becomes the try, on the day of the next occasion.</summary>
    private async Task<bool> BeginFromAsync(ReviewId id, CancellationToken cancellationToken)
    {
        if (await reviews.FindAsync(viewer, id, cancellationToken) is not { } review)
        {
            return false;
        }

        var (when, then) = (review.Answers.NextIf, review.Answers.NextThen);
        Input = new()
        {
            What = then?.Length <= PlanRules.LongestBehaviour ? then : null,
            If = when,
            Then = then,
            On = review.Answers.NextOn,
            SeenBy = review.Partner,
        };
        return true;
    }

    /// <summary>What a partner added to a shared copy becomes the try.</summary>
    private async Task<bool> BeginFromAsync(IdeaId id, CancellationToken cancellationToken)
    {
        if (await ideas.FindAsync(viewer, id, cancellationToken) is not { } idea)
        {
            return false;
        }

        Input = new() { What = idea.Text.Length <= PlanRules.LongestBehaviour ? idea.Text : idea.Text[..PlanRules.LongestBehaviour] };
        return true;
    }

    private async Task<bool> BeginInAsync(PlanId id, CancellationToken cancellationToken)
    {
        if (await plans.FindAsync(viewer, id, cancellationToken) is not { } plan)
        {
            return false;
        }

        if (plan.Behaviours.FirstOrDefault(b => b.Id.Value == Behaviour) is { } behaviour)
        {
            Input = new()
            {
                What = behaviour.Text.Text,
                If = behaviour.Text.If,
                Then = behaviour.Text.Then,
            };
        }

        return true;
    }
}
