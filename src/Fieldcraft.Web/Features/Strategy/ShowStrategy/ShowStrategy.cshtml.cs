using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy.ShowStrategy;

/// <summary>The strategy on one page: the questions it answers, the diagnosis, policies with their actions, and what to do next.</summary>
public sealed class ShowStrategyModel(StrategyReading reading, LedgerReading ledger, Viewer viewer, Words words)
    : StrategyPage(reading, viewer)
{
    protected override IReadOnlyCollection<StrategyKind> Kinds =>
        [
            StrategyKind.Opening,
            StrategyKind.Diagnosis,
            StrategyKind.Evidence,
            StrategyKind.Policy,
            StrategyKind.Action,
            StrategyKind.Effort,
            StrategyKind.Balance,
        ];

    public LearningBalance Balance { get; private set; } = null!;

    /// <summary>What the coherence check finds and nobody answered yet.</summary>
    public IReadOnlyList<CoherenceFinding> Open { get; private set; } = [];

    /// <summary>Actions that serve no policy.</summary>
    public IEnumerable<StrategyPiece> Loose => Of(StrategyKind.Action).Where(a => Of(StrategyKind.Policy).All(p => p.Id != a.Serves));

    /// <summary>The one thing to write next, for those who write; null once every part is begun.</summary>
    public StrategyKind? Next =>
        !MayWrite ? null
        : The(StrategyKind.Opening) is null ? StrategyKind.Opening
        : The(StrategyKind.Diagnosis) is null ? StrategyKind.Diagnosis
        : Of(StrategyKind.Policy).Count == 0 ? StrategyKind.Policy
        : Of(StrategyKind.Action).Count == 0 ? StrategyKind.Action
        : null;

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
        {
            return false;
        }

        Balance = await ledger.OfAsync(Unit.Id, Pieces, cancellationToken);
        Open = [.. Reading.Check(Pieces, Balance, words).Where(f => f.Because is null)];
        return true;
    }
}
