using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy.ShowGaps;

/// <summary>Performance gaps in numbers, with what to look at first.</summary>
public sealed class ShowGapsModel(StrategyReading reading, Viewer viewer) : StrategyPage(reading, viewer)
{
    protected override IReadOnlyCollection<StrategyKind> Kinds => [StrategyKind.Gap];
}
