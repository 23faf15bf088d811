using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans.OfferOpportunity;

public sealed class OfferOpportunityModel(PlanDesk desk, PlanReading reading, Viewer viewer, Words words, TimeProvider clock)
    : PartModel<OpportunityWording>(desk, reading, viewer, words, clock)
{
    public override PlanPart Part => PlanPart.Opportunity;

    protected override OpportunityWording? SavedIn(OpenPlan plan, PlanItemId? row) => plan.Opportunity;

    protected override Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now)
    {
        plan.OfferOpportunity(Input, sealer, now);
        return Outcome.Done;
    }
}
