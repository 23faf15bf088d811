using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans.SetStopRule;

public sealed class SetStopRuleModel(PlanDesk desk, PlanReading reading, Viewer viewer, Words words, TimeProvider clock)
    : PartModel<StopRuleWording>(desk, reading, viewer, words, clock)
{
    public override PlanPart Part => PlanPart.StopRule;

    protected override StopRuleWording? SavedIn(OpenPlan plan, PlanItemId? row) => plan.StopRule;

    protected override Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now)
    {
        plan.SetStopRule(Input, sealer, now);
        return Outcome.Done;
    }
}
