using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans.WriteStep;

public sealed class WriteStepModel(PlanDesk desk, PlanReading reading, Viewer viewer, Words words, TimeProvider clock)
    : PartModel<StepWording>(desk, reading, viewer, words, clock)
{
    public override PlanPart Part => PlanPart.Step;

    protected override StepWording? SavedIn(OpenPlan plan, PlanItemId? row) => plan.Steps.FirstOrDefault(s => s.Id == row)?.Text;

    protected override Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now) =>
        new(plan.WriteStep(row, Input, sealer, now).Refusal);

    protected override Outcome Remove(DevelopmentPlan plan, PlanItemId row, DateTimeOffset now) => plan.RemoveStep(row, now);
}
