using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans.WriteGoal;

public sealed class WriteGoalModel(PlanDesk desk, PlanReading reading, Viewer viewer, Words words, TimeProvider clock)
    : PartModel<GoalWording>(desk, reading, viewer, words, clock)
{
    public override PlanPart Part => PlanPart.Goal;

    protected override GoalWording? SavedIn(OpenPlan plan, PlanItemId? row) => plan.Goals.FirstOrDefault(g => g.Id == row)?.Text;

    protected override Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now) =>
        new(plan.WriteGoal(row, Input, sealer, now).Refusal);

    protected override Outcome Remove(DevelopmentPlan plan, PlanItemId row, DateTimeOffset now) => plan.RemoveGoal(row, now);
}
