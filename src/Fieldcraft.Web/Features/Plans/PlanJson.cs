using System.Text.Json.Serialization;
using Fieldcraft.Domain.Plans;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>A row of a plan as the API shows it.</summary>
public sealed record PlanRowJson<T>(Guid Id, T Text);

/// <summary>A plan as the API shows it.</summary>
public sealed record PlanJson
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public Guid? AssignmentId { get; init; }
    public required FrameWording Frame { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateOnly? ReviewedOn { get; init; }
    public DateOnly? NextReviewOn { get; init; }
    public required IReadOnlyList<DateOnly> ReviewDates { get; init; }
    public required int BehavioursAtMost { get; init; }
    public string? ManagerNeeds { get; init; }
    public required OpportunityWording Opportunity { get; init; }
    public string? StopRule { get; init; }
    public required IEnumerable<PlanRowJson<GoalWording>> Goals { get; init; }
    public required IEnumerable<PlanRowJson<StepWording>> Steps { get; init; }
    public required IEnumerable<PlanRowJson<BehaviourWording>> Behaviours { get; init; }
    public required IEnumerable<PlanRowJson<SupporterWording>> Supporters { get; init; }
    public required IEnumerable<PlanRowJson<SourceWording>> Sources { get; init; }

    public static PlanJson Of(OpenPlan plan) =>
        new()
        {
            Id = plan.Id.Value,
            Version = plan.Version,
            AssignmentId = plan.AssignmentId?.Value,
            Frame = plan.Frame,
            EndedAt = plan.EndedAt,
            ReviewedOn = plan.ReviewedOn,
            NextReviewOn = plan.NextReviewOn,
            ReviewDates = plan.ReviewDates,
            BehavioursAtMost = plan.BehavioursAtMost,
            ManagerNeeds = plan.ManagerNeeds.Text,
            Opportunity = plan.Opportunity,
            StopRule = plan.StopRule.Text,
            Goals = Rows(plan.Goals),
            Steps = Rows(plan.Steps),
            Behaviours = Rows(plan.Behaviours),
            Supporters = Rows(plan.Supporters),
            Sources = Rows(plan.Sources),
        };

    private static IEnumerable<PlanRowJson<T>> Rows<T>(IEnumerable<OpenRow<T>> rows) =>
        rows.Select(r => new PlanRowJson<T>(r.Id.Value, r.Text));
}

/// <summary>A plan in a list.</summary>
public sealed record PlanLineJson(Guid Id, string Title, DateOnly StartsOn, DateOnly EndsOn, DateTimeOffset? EndedAt);

/// <summary>What the API takes to start a plan: a title is enough.</summary>
public sealed record StartPlanInput(
    string? Title,
    Guid? AssignmentId = null,
    string? Example = null,
    string? Why = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    int? MinutesAWeek = null
)
{
    [JsonIgnore]
    public FrameWording Frame =>
        new()
        {
            Title = Title,
            Why = Why,
            StartsOn = StartsOn,
            EndsOn = EndsOn,
            MinutesAWeek = MinutesAWeek,
        };
}

/// <summary>Whether a step is done.</summary>
public sealed record TickInput(bool Done);

/// <summary>The day on which a review of the plan was held.</summary>
public sealed record ReviewHeldInput(DateOnly? On = null);
