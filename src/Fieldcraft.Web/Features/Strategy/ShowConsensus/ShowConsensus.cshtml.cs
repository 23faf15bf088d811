using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Strategy.ShowConsensus;

/// <summary>Whether the leaders agree that learning matters: voted privately, shown together, and again a year later.</summary>
public sealed class ShowConsensusModel(StrategyReading reading, ConsensusDesk desk, Viewer viewer, Words words) : PageModel
{
    public Unit Unit { get; private set; } = null!;

    public ConsensusView View { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    public bool Votes { get; private set; }

    [BindProperty, Range(ConsensusVote.Least, ConsensusVote.Most)]
    public int? Value { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellationToken) =>
        !await LoadAsync(cancellationToken)
            ? NotFound()
            : await desk.OpenAsync(viewer, Unit, cancellationToken) switch
            {
                null => NotFound(),
                { Refusal: { } refusal } => this.Refused(refusal),
                _ => this.Onward(StrategyLinks.Consensus, "strategy.flash.vote_open"),
            };

    public async Task<IActionResult> OnPostVoteAsync(Guid vote, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Value is not { } value || !ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Value), words["error.required"]);
            return this.Again();
        }

        return await desk.VoteAsync(viewer, ConsensusVoteId.From(vote), value, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(StrategyLinks.Consensus, "strategy.flash.voted"),
        };
    }

    public async Task<IActionResult> OnPostRevealAsync(Guid vote, CancellationToken cancellationToken) =>
        !await LoadAsync(cancellationToken)
            ? NotFound()
            : await desk.RevealAsync(viewer, Unit, ConsensusVoteId.From(vote), cancellationToken) switch
            {
                null => NotFound(),
                { Refusal: { } refusal } => this.Refused(refusal),
                _ => this.Onward(StrategyLinks.Consensus, "strategy.flash.revealed"),
            };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!viewer.MayReadStrategy() || await reading.TopAsync(viewer, cancellationToken) is not { } unit)
        {
            return false;
        }

        Unit = unit;
        (MayWrite, Votes) = (viewer.MayWrite(StrategyKind.Policy, unit.Id, unit.Path), viewer.TakesStances());
        View = await desk.LookAsync(viewer, unit.Id, cancellationToken);
        return true;
    }
}
