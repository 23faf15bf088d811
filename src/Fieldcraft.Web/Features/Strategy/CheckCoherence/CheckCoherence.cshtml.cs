using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Strategy.CheckCoherence;

/// <summary>What does not hang together in the strategy, each with the place it is in; “we know, because …” is an answer.</summary>
public sealed class CheckCoherenceModel(StrategyReading reading, StrategyDesk desk, LedgerReading ledger, Viewer viewer, Words words)
    : StrategyPage(reading, viewer)
{
    protected override IReadOnlyCollection<StrategyKind> Kinds =>
        [StrategyKind.Opening, StrategyKind.Diagnosis, StrategyKind.Policy, StrategyKind.Action, StrategyKind.Effort, StrategyKind.Balance];

    public IReadOnlyList<CoherenceFinding> Findings { get; private set; } = [];

    [BindProperty, MaxLength(StrategyEntry.ReasonLength)]
    public string? Because { get; set; }

    public StrategyPiece? PlaceOf(CoherenceFinding finding) => Pieces.FirstOrDefault(p => p.Id == finding.Entry);

    public async Task<IActionResult> OnPostAsync(Guid entry, string code, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !Findings.Any(f => f.Code == code && f.Entry?.Value == entry))
        {
            return NotFound();
        }

        return !ModelState.IsValid ? this.Again()
            : await desk.AnswerFindingAsync(Viewer, StrategyEntryId.From(entry), code, Because, cancellationToken) is null ? NotFound()
            : this.Onward(StrategyLinks.Coherence, "strategy.flash.kept");
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
        {
            return false;
        }

        Findings = Reading.Check(Pieces, await ledger.OfAsync(Unit.Id, Pieces, cancellationToken), words);
        return true;
    }
}
