using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Moves.CompareMoves;

/// <summary>Options side by side. What stands beside each other is never merged.</summary>
public sealed class CompareMovesModel(MovesReading reading, MovesDesk desk, Rules rules, Viewer viewer) : PageModel
{
    public LookedMoves Looked { get; private set; } = null!;

    public Rules Rules => rules;

    public MoveContent Written => Looked.Moves.Content;

    public bool IsFull => Written.Options.Count >= rules.Value.OptionsAtMost;

    /// <summary>The options that can come first, where more than one can.</summary>
    public IReadOnlyList<MoveOption> TooClose =>
        Looked.Result is { TooCloseToCall: true } result
            ? [.. Written.Options.Where(o => result.Moves.Any(m => m.Id == o.Id && m.Leads))]
            : [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        var removed = await desk.RemoveAsync(viewer, MoveComparisonId.From(id), version, cancellationToken);
        return removed.End switch
        {
            SaveEnd.Saved => this.Onward(MovesLinks.List, "moves.flash.removed"),
            SaveEnd.NotFound => NotFound(),
            _ => this.Onward(MovesLinks.One(MoveComparisonId.From(id)), "moves.flash.meanwhile"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.LookAsync(viewer, MoveComparisonId.From(id), cancellationToken) is not { } looked)
        {
            return false;
        }

        Looked = looked;
        return true;
    }
}

/// <summary>One option as its block shows it.</summary>
public sealed record OptionView(MoveOption Option, MoveResult? Result, LookedMoves Looked, Rules Rules)
{
    public string Address => MovesLinks.Option(Looked.Moves.Id, Option.Id);

    /// <summary>How many of the twelve challenges are known well enough to count.</summary>
    public int Known => Result?.Guard.Parts.Count(p => p.Stretch is not null) ?? 0;
}
