using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans.FramePlan;

public sealed class FramePlanModel(PlanDesk desk, PlanReading reading, Viewer viewer, Words words) : PartModel<FrameWording>(desk, reading, viewer, words)
{
    private readonly PlanDesk _desk = desk;

    public override PlanPart Part => PlanPart.Frame;

    protected override FrameWording? SavedIn(OpenPlan plan, PlanItemId? row) => plan.Frame;

    protected override Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now) => plan.Frame(Input, _desk.Rules, sealer, now);
}
