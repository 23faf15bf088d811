using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Features.Experiments;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>A row of a plan, opened: what stands in it, in the shape in which it is written.</summary>
public sealed record OpenRow<T>(PlanItemId Id, T Text);

/// <summary>A plan, opened for its owner, with the experiments that belong to it.</summary>
public sealed record OpenPlan
{
    public required PlanId Id { get; init; }
    public required int Version { get; init; }
    public AssignmentId? AssignmentId { get; init; }
    public required FrameWording Frame { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateOnly? ReviewedOn { get; init; }
    public DateOnly? NextReviewOn { get; init; }
    public required IReadOnlyList<DateOnly> ReviewDates { get; init; }
    public required int BehavioursAtMost { get; init; }
    public required ManagerNeedsWording ManagerNeeds { get; init; }
    public required OpportunityWording Opportunity { get; init; }
    public required StopRuleWording StopRule { get; init; }
    public required IReadOnlyList<OpenRow<GoalWording>> Goals { get; init; }
    public required IReadOnlyList<OpenRow<StepWording>> Steps { get; init; }
    public required IReadOnlyList<OpenRow<BehaviourWording>> Behaviours { get; init; }
    public required IReadOnlyList<OpenRow<SupporterWording>> Supporters { get; init; }
    public required IReadOnlyList<OpenRow<SourceWording>> Sources { get; init; }
    public IReadOnlyList<OpenExperiment> Experiments { get; init; } = [];

    /// <summary>The gaps that behaviours came from, by behaviour.</summary>
    public IReadOnlyDictionary<PlanItemId, GrowthOrigin> Origins { get; init; } = new Dictionary<PlanItemId, GrowthOrigin>();

    public string Title => Frame.Title ?? "";

    public DateOnly StartsOn => Frame.StartsOn!.Value;

    public DateOnly EndsOn => Frame.EndsOn!.Value;

    public bool MayHoldMoreBehaviours => Behaviours.Count < BehavioursAtMost;

    /// <summary>The experiments that practise one of its behaviours, the newest day first.</summary>
    public IEnumerable<OpenExperiment> ExperimentsOf(PlanItemId behaviour) => Experiments.Where(e => e.BehaviourId == behaviour);
}

/// <summary>A plan as the list shows it.</summary>
public sealed record PlanLine(PlanId Id, string Title, DateOnly StartsOn, DateOnly EndsOn, DateTimeOffset? EndedAt);
