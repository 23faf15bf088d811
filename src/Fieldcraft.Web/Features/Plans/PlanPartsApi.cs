using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

// One shape for nine kinds of parts: their handlers are made at the start, which the build says of each.
#pragma warning disable RDG011
namespace Fieldcraft.Web.Features.Plans;

/// <summary>The operations on the parts of a plan. Each takes the version of the plan in If-Match and gives the next one.</summary>
internal static class PlanPartsApi
{
    private delegate Outcome<PlanItemId> WriteRow<T>(DevelopmentPlan plan, PlanItemId? row, T text, PlanDesk desk, ISealer sealer);

    private delegate Outcome RemoveRow(DevelopmentPlan plan, PlanItemId row, DateTimeOffset now);

    public static void Map(RouteGroupBuilder plans)
    {
        MapText<FrameWording>(plans, "frame", "Frame", (plan, text, desk, sealer) => plan.Frame(text, desk.Rules, sealer, desk.Now));
        MapText<ManagerNeedsWording>(
            plans,
            "manager-needs",
            "ManagerNeeds",
            (plan, text, desk, sealer) => Done(() => plan.SayWhatIsNeededFromManager(text, sealer, desk.Now))
        );
        MapText<OpportunityWording>(
            plans,
            "opportunity",
            "Opportunity",
            (plan, text, desk, sealer) => Done(() => plan.OfferOpportunity(text, sealer, desk.Now))
        );
        MapText<StopRuleWording>(
            plans,
            "stop-rule",
            "StopRule",
            (plan, text, desk, sealer) => Done(() => plan.SetStopRule(text, sealer, desk.Now))
        );
        MapRows<GoalWording>(
            plans,
            "goals",
            "Goal",
            p => p.Goals,
            (plan, row, text, desk, sealer) => plan.WriteGoal(row, text, sealer, desk.Now),
            (plan, row, now) => plan.RemoveGoal(row, now)
        );
        MapRows<StepWording>(
            plans,
            "steps",
            "Step",
            p => p.Steps,
            (plan, row, text, desk, sealer) => plan.WriteStep(row, text, sealer, desk.Now),
            (plan, row, now) => plan.RemoveStep(row, now)
        );
        MapRows<BehaviourWording>(
            plans,
            "behaviours",
            "Behaviour",
            p => p.Behaviours,
            (plan, row, text, desk, sealer) => plan.WriteBehaviour(row, text, desk.Rules, sealer, desk.Now),
            (plan, row, now) => plan.RemoveBehaviour(row, now)
        );
        MapRows<SupporterWording>(
            plans,
            "supporters",
            "Supporter",
            p => p.Supporters,
            (plan, row, text, desk, sealer) => plan.WriteSupporter(row, text, sealer, desk.Now),
            (plan, row, now) => plan.RemoveSupporter(row, now)
        );
        MapRows<SourceWording>(
            plans,
            "sources",
            "Source",
            p => p.Sources,
            (plan, row, text, desk, sealer) => plan.WriteSource(row, text, sealer, desk.Now),
            (plan, row, now) => plan.RemoveSource(row, now)
        );
        plans
            .MapPut(
                "/{id:guid}/steps/{row:guid}/done",
                (Guid id, Guid row, TickInput input, PlanOperation operation, PlanDesk desk, CancellationToken cancellationToken) =>
                    operation.ChangeAsync(
                        id,
                        input,
                        (plan, _) => plan.TickStep(PlanItemId.From(row), input.Done, desk.Now),
                        cancellationToken
                    )
            )
            .WithName("TickPlanStep")
            .WithSummary("Ticks a step, or takes the tick away.")
            .Produces<Changed>();
    }

    private static void MapText<T>(
        RouteGroupBuilder plans,
        string address,
        string name,
        Func<DevelopmentPlan, T, PlanDesk, ISealer, Outcome> write
    )
        where T : class, IWording =>
        plans
            .MapPut(
                $"/{{id:guid}}/{address}",
                (Guid id, T input, PlanOperation operation, PlanDesk desk, CancellationToken cancellationToken) =>
                    InputProblem.All(input.Problems()) is { } mend
                        ? Task.FromResult(mend)
                        : operation.ChangeAsync(id, input, (plan, sealer) => write(plan, input, desk, sealer), cancellationToken)
            )
            .WithName($"WritePlan{name}")
            .WithSummary($"Writes the {address.Replace('-', ' ')} of a plan anew.")
            .Produces<Changed>();

    private static void MapRows<T>(
        RouteGroupBuilder plans,
        string address,
        string name,
        Func<DevelopmentPlan, IEnumerable<PlanItem>> rows,
        WriteRow<T> write,
        RemoveRow remove
    )
        where T : class, IWording
    {
        plans
            .MapPost(
                $"/{{id:guid}}/{address}",
                (Guid id, T input, PlanOperation operation, PlanDesk desk, CancellationToken cancellationToken) =>
                    InputProblem.All(input.Problems()) is { } mend
                        ? Task.FromResult(mend)
                        : operation.ChangeAsync(
                            id,
                            input,
                            (plan, sealer) => write(plan, null, input, desk, sealer),
                            (plan, row) =>
                                Results.Created($"/api/v1/plans/{id}/{address}/{row.Value}", new Changed(row.Value, plan.Version)),
                            cancellationToken
                        )
            )
            .WithName($"AddPlan{name}")
            .WithSummary($"Adds to the {address} of a plan.")
            .Produces<Changed>(201);
        plans
            .MapPut(
                $"/{{id:guid}}/{address}/{{row:guid}}",
                (Guid id, Guid row, T input, PlanOperation operation, PlanDesk desk, CancellationToken cancellationToken) =>
                    InputProblem.All(input.Problems()) is { } mend
                        ? Task.FromResult(mend)
                        : operation.ChangeAsync(
                            id,
                            input,
                            (plan, sealer) =>
                                rows(plan).Any(r => r.Id.Value == row)
                                    ? new Outcome(write(plan, PlanItemId.From(row), input, desk, sealer).Refusal)
                                    : new Refusal("plan-row-gone"),
                            cancellationToken
                        )
            )
            .WithName($"RewritePlan{name}")
            .WithSummary($"Writes one of the {address} anew.")
            .Produces<Changed>();
        plans
            .MapDelete(
                $"/{{id:guid}}/{address}/{{row:guid}}",
                (Guid id, Guid row, PlanOperation operation, PlanDesk desk, CancellationToken cancellationToken) =>
                    operation.ChangeAsync(id, null, (plan, _) => remove(plan, PlanItemId.From(row), desk.Now), cancellationToken)
            )
            .WithName($"RemovePlan{name}")
            .WithSummary($"Removes one of the {address}.")
            .Produces<Changed>();
    }

    private static Outcome Done(Action act)
    {
        act();
        return Outcome.Done;
    }
}
