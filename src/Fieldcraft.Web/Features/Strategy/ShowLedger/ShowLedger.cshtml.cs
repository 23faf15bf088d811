using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Strategy.ShowLedger;

/// <summary>Intended against real effort, by kind of learning, over the last year.</summary>
public sealed class ShowLedgerModel(StrategyReading reading, LedgerReading ledger, TableFiles files, Viewer viewer, Words words)
    : StrategyPage(reading, viewer)
{
    private static readonly LearningMode[] Modes = Enum.GetValues<LearningMode>();

    protected override IReadOnlyCollection<StrategyKind> Kinds => [StrategyKind.Effort, StrategyKind.Balance];

    public LearningBalance Balance { get; private set; } = null!;

    /// <summary>Hours, and money where there is some.</summary>
    public string Say(IEnumerable<Effort> efforts)
    {
        var all = efforts.ToList();
        var hours = words["strategy.ledger.hours", words.Number(all.Sum(e => e.Hours))];
        if (all is [{ People: { } people }])
        {
            // A share that rounds to nothing is not nothing: where nobody did it, all are alike and nothing is told.
            var said = people == 0 ? words["strategy.ledger.people.few"] : words.Count("strategy.ledger.people", people);
            return all[0].Hours > 0 ? $"{said} · {hours}" : said;
        }

        return all.Sum(e => e.Money) is var money and not 0 ? $"{hours} · {words["strategy.ledger.money", words.Number(money)]}" : hours;
    }

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await files.AnswerAsync(this, "ledger", ForPrograms, ForPeople, cancellationToken)
            : NotFound();

    private TableSheet ForPrograms() =>
        SheetOf([
            [
                words["strategy.ledger.from"],
                .. ((string[])["mode", "hours", "money"]).Select(k => words[$"sheet.effort.{k}.label"]),
                words["strategy.ledger.leaders"],
            ],
            .. Balance.Efforts.Select(e =>
                (string[])
                    [
                        words[$"strategy.ledger.from.{e.From}"],
                        words[$"strategy.mode.{e.Mode}"],
                        TableFiles.Number(e.Hours),
                        TableFiles.Number(e.Money),
                        TableFiles.Number(e.People),
                    ]
            ),
        ]);

    private TableSheet ForPeople() =>
        SheetOf([
            [words["strategy.ledger.from"], .. Modes.Select(m => words[$"strategy.mode.{m}"])],
            .. Balance
                .Efforts.GroupBy(e => e.From)
                .Select(s => (string[])[words[$"strategy.ledger.from.{s.Key}"], .. Modes.Select(m => Say(s.Where(e => e.Mode == m)))]),
            [words["strategy.ledger.all"], .. Modes.Select(m => Say(Balance.Efforts.Where(e => e.Mode == m)))],
        ]);

    private TableSheet SheetOf(IReadOnlyList<IReadOnlyList<string>> lines) =>
        new(words["strategy.ledger"], words["strategy.ledger.lead"], words["strategy.ledger.tried"], lines);

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
