using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy.ShowFunction;

/// <summary>One page on the learning function itself: requests answered, gaps moved, hours freed, things stopped.</summary>
public sealed class ShowFunctionModel(StrategyReading reading, RequestDesk requests, Viewer viewer, Words words)
    : StrategyPage(reading, viewer)
{
    protected override IReadOnlyCollection<StrategyKind> Kinds =>
        [StrategyKind.Gap, StrategyKind.Process, StrategyKind.Action, StrategyKind.Policy];

    public FunctionFigures Figures { get; private set; } = null!;

    public int HoursFreed => Of(StrategyKind.Process).Sum(p => p.Sheet.Number("hoursFreed") ?? 0);

    /// <summary>What was laid aside: actions that are done, policies that no longer hold.</summary>
    public IEnumerable<StrategyPiece> Stopped => Pieces.Where(p => !p.IsOpen);

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
        {
            return false;
        }

        Figures = await requests.FiguresAsync(words, cancellationToken);
        return true;
    }
}
