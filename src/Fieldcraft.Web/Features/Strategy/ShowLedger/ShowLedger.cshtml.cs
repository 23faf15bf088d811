using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy.ShowLedger;

/// <summary>Intended against real effort, by kind of learning, over the last year.</summary>
public sealed class ShowLedgerModel(StrategyReading reading, LedgerReading ledger, Viewer viewer, Words words)
    : StrategyPage(reading, viewer)
{
    protected override IReadOnlyCollection<StrategyKind> Kinds => [StrategyKind.Effort, StrategyKind.Balance];

    public LearningBalance Balance { get; private set; } = null!;

    /// <summary>Hours, and money where there is some.</summary>
    public string Say(IEnumerable<Effort> efforts)
    {
        var all = efforts.ToList();
        var hours = words["strategy.ledger.hours", words.Number(all.Sum(e => e.Hours))];
        if (all is [{ People: { } people }])
        {
            return all[0].Hours > 0 ? $"{words["strategy.ledger.people", people]} · {hours}" : words["strategy.ledger.people", people];
        }

        return all.Sum(e => e.Money) is var money and not 0 ? $"{hours} · {words["strategy.ledger.money", words.Number(money)]}" : hours;
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
        {
            return false;
        }

        Balance = await ledger.OfAsync(Unit.Id, Pieces, cancellationToken);
        return true;
    }
}
