using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy.PrintStrategy;

/// <summary>The strategy on one sheet of paper: crux, policies with what they rule out, actions with owner and date.</summary>
public sealed class PrintStrategyModel(StrategyReading reading, Viewer viewer) : StrategyPage(reading, viewer)
{
    protected override IReadOnlyCollection<StrategyKind> Kinds => [StrategyKind.Diagnosis, StrategyKind.Policy, StrategyKind.Action];
}
