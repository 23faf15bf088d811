using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy.ShowWork;

/// <summary>The work map: core processes, what kind of work each is, what learning fits, and what is made simpler.</summary>
public sealed class ShowWorkModel(StrategyReading reading, Viewer viewer) : StrategyPage(reading, viewer)
{
    protected override IReadOnlyCollection<StrategyKind> Kinds => [StrategyKind.Process];

    public IEnumerable<IGrouping<WorkType?, StrategyPiece>> Groups =>
        Of(StrategyKind.Process).GroupBy(p => WorkTypes.Of(p.Sheet)).OrderBy(g => g.Key ?? (WorkType)int.MaxValue);

    public int HoursFreed => Of(StrategyKind.Process).Sum(p => p.Sheet.Number("hoursFreed") ?? 0);
}
