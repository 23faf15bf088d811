using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>A report as its owner's page shows it.</summary>
public sealed record ReportView(OwnCheck Own, CheckReport Report, Rules Rules)
{
    public CapabilityViews? Of(string capability) => Report.Capabilities.GetValueOrDefault(capability);

    /// <summary>Views differ so much that a mean never stands alone.</summary>
    public bool Differs(GroupView view) => view.Rwg < Rules.Agreement.ShowSpreadBelow;

    /// <summary>1.96·σ/√n: how far the figure could lie elsewhere with other raters of the same kind.</summary>
    public double HalfWidth(GroupView view) => DevelopmentGap.HalfWidth(view.Raters, Rules.Gaps.PooledDeviation);

    public string Clarity(GroupView view, Words words) => words[$"checks.clarity.{DevelopmentGap.Clarity(HalfWidth(view), Rules.Gaps)}"];
}
