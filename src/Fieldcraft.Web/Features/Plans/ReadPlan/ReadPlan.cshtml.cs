using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans.ReadPlan;

/// <summary>The whole plan as one page. Each part is written on a page of its own; only the part that is next stands open here.</summary>
public sealed class ReadPlanModel(PlanDesk desk, PlanReading reading, ExperimentReading experiments, Viewer viewer, Words words) : PageModel
{
    public OpenPlan? Plan { get; private set; }

    public DateOnly Today => words.Today(desk.Now);

    /// <summary>The part that stands unfolded, because it is the next useful thing; nothing once the plan is whole.</summary>
    public PlanPart? Next { get; private set; }

    /// <summary>A first experiment is the next useful thing.</summary>
    public bool NextIsTry => Next is null && Plan is { EndedAt: null, Behaviours.Count: > 0, Experiments.Count: 0 };

    public IReadOnlyList<QualityHint> Hints { get; private set; } = [];

    public bool ReviewIsDue => Plan?.NextReviewOn <= Today;

    public Practice PracticeOf(PlanItemId behaviour) => experiments.PracticeOf(Plan!.ExperimentsOf(behaviour));

    public PartForm<T> FormOf<T>(PlanPart part, T saved, PlanItemId? row = null)
        where T : IWording =>
        new()
        {
            Plan = Plan!,
            Part = part,
            Row = row,
            Input = saved,
            Version = Wordings.PrintOf(saved),
        };

    /// <summary>The empty form for one more row.</summary>
    public PartForm<T> NewFormOf<T>(PlanPart part)
        where T : IWording, new() => FormOf(part, new T(), Id.New<PlanItemId>(desk.Now)) with { IsNew = true };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Plan = await reading.FindWholeAsync(viewer, PlanId.From(id), cancellationToken);
        if (Plan is null)
        {
            return NotFound();
        }

        Next = Plan.EndedAt is null ? NextPart(Plan) : null;
        Hints = Plan.EndedAt is null ? QualityHints.OpenIn(FactsOf(Plan), Today) : [];
        return Page();
    }

    public Task<IActionResult> OnPostReviewAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(
            id,
            plan =>
            {
                plan.HoldReview(Today, desk.Rules, desk.Now);
                return Outcome.Done;
            },
            "plan.flash.reviewed",
            cancellationToken
        );

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, plan => plan.End(desk.Now), "plan.flash.ended", cancellationToken);

    public Task<IActionResult> OnPostTakeUpAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, plan => plan.TakeUpAgain(desk.Now), "plan.flash.taken_up", cancellationToken);

    public Task<IActionResult> OnPostTickAsync(Guid id, Guid step, bool done, CancellationToken cancellationToken) =>
        ActAsync(
            id,
            plan => plan.TickStep(PlanItemId.From(step), done, desk.Now),
            done ? "plan.flash.step_done" : "plan.flash.step_open",
            cancellationToken,
            PlanPart.Step
        );

    // Pressed twice or in two windows, these say the same thing twice; the second time there is nothing to do.
    private async Task<IActionResult> ActAsync(
        Guid id,
        Func<DevelopmentPlan, Outcome> act,
        string flash,
        CancellationToken cancellationToken,
        PlanPart? at = null
    )
    {
        if (await desk.LoadAsync(PlanId.From(id), cancellationToken) is not { } plan)
        {
            return NotFound();
        }

        var saved = act(plan).IsDone && await desk.TrySaveAsync(cancellationToken);
        return this.Onward(at is { } part ? PlansLinks.Place(plan.Id, part) : PlansLinks.Plan(plan.Id), saved ? flash : null);
    }

    private static PlanPart? NextPart(OpenPlan plan) =>
        plan switch
        {
            { Goals.Count: 0 } => PlanPart.Goal,
            { Behaviours.Count: 0, Steps.Count: 0 } => PlanPart.Behaviour,
            { Behaviours.Count: > 0, Experiments.Count: 0 } => null,
            { Steps.Count: 0 } => PlanPart.Step,
            { Supporters.Count: 0 } => PlanPart.Supporter,
            { ManagerNeeds.Text: null } => PlanPart.ManagerNeeds,
            { StopRule.Text: null } => PlanPart.StopRule,
            _ => null,
        };

    private static PlanFacts FactsOf(OpenPlan plan) =>
        new()
        {
            Behaviours = [.. plan.Behaviours.Select(b => b.Text.Text ?? "")],
            Tries =
            [
                .. plan
                    .Experiments.Where(e => e.State != ExperimentState.Dropped)
                    .Select(e => new PlannedTry(e.On, e.Planned.Situation is not null, e.Planned.Evidence is not null, e.IsActive)),
            ],
            Supporters = plan.Supporters.Count,
            OpenSteps = [.. plan.Steps.Where(s => !s.Text.Done).Select(s => s.Text.DueOn)],
        };
}
