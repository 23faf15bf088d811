using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans.WriteBehaviour;

public sealed class WriteBehaviourModel(PlanDesk desk, PlanReading reading, Viewer viewer, Words words, TimeProvider clock)
    : PartModel<BehaviourWording>(desk, reading, viewer, words, clock)
{
    public override PlanPart Part => PlanPart.Behaviour;

    protected override BehaviourWording? SavedIn(OpenPlan plan, PlanItemId? row) => plan.Behaviours.FirstOrDefault(b => b.Id == row)?.Text;

    protected override Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now) =>
        new(plan.WriteBehaviour(row, Input, Desk.Rules, sealer, now).Refusal);

    protected override Outcome Remove(DevelopmentPlan plan, PlanItemId row, DateTimeOffset now) => plan.RemoveBehaviour(row, now);
}
