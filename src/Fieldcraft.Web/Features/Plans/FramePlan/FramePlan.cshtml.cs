using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans.FramePlan;

public sealed class FramePlanModel(PlanDesk desk, PlanReading reading, Viewer viewer, Words words, TimeProvider clock)
    : PartModel<FrameWording>(desk, reading, viewer, words, clock)
{
    public override PlanPart Part => PlanPart.Frame;

    protected override FrameWording? SavedIn(OpenPlan plan, PlanItemId? row) => plan.Frame;

    protected override Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now) =>
        plan.Frame(Input, Desk.Rules, sealer, now);
}
