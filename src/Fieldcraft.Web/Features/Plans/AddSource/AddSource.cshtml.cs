using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans.AddSource;

public sealed class AddSourceModel(PlanDesk desk, PlanReading reading, Viewer viewer, Words words, TimeProvider clock)
    : PartModel<SourceWording>(desk, reading, viewer, words, clock)
{
    public override PlanPart Part => PlanPart.Source;

    protected override SourceWording? SavedIn(OpenPlan plan, PlanItemId? row) => plan.Sources.FirstOrDefault(s => s.Id == row)?.Text;

    protected override Outcome Write(DevelopmentPlan plan, PlanItemId? row, ISealer sealer, DateTimeOffset now) =>
        new(plan.WriteSource(row, Input, sealer, now).Refusal);

    protected override Outcome Remove(DevelopmentPlan plan, PlanItemId row, DateTimeOffset now) => plan.RemoveSource(row, now);
}
