using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans.SayManagerNeeds;

public sealed class SayManagerNeedsModel(PlanDesk desk, PlanReading reading, Viewer viewer, Words words, TimeProvider clock)
    : PartModel<ManagerNeedsWording>(desk, reading, viewer, words, clock)
{
    public override PlanPart Part => PlanPart.ManagerNeeds;

    protected override ManagerNeedsWording? SavedIn(OpenPlan plan, PlanItemId? row) => plan.ManagerNeeds;

    protected override Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now)
    {
        plan.SayWhatIsNeededFromManager(Input, sealer, now);
        return Outcome.Done;
    }
}
