using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans.NameSupporter;

public sealed class NameSupporterModel(PlanDesk desk, PlanReading reading, Viewer viewer, Words words, TimeProvider clock)
    : PartModel<SupporterWording>(desk, reading, viewer, words, clock)
{
    public override PlanPart Part => PlanPart.Supporter;

    protected override SupporterWording? SavedIn(OpenPlan plan, PlanItemId? row) => plan.Supporters.FirstOrDefault(s => s.Id == row)?.Text;

    protected override Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now) =>
        new(plan.WriteSupporter(row, Input, sealer, now).Refusal);

    protected override Outcome Remove(DevelopmentPlan plan, PlanItemId row, DateTimeOffset now) => plan.RemoveSupporter(row, now);
}
