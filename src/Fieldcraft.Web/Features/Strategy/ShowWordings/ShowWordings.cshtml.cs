using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Strategy.ShowWordings;

/// <summary>Every wording of a piece, the newest first, each with what changed.</summary>
public sealed class ShowWordingsModel(StrategyReading reading, Viewer viewer) : PageModel
{
    public StrategyPiece Piece { get; private set; } = null!;

    public IReadOnlyList<PieceWording> Wordings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, StrategyEntryId.From(id), cancellationToken) is not { } piece)
        {
            return NotFound();
        }

        (Piece, Wordings) = (piece, await reading.WordingsAsync(viewer, piece.Id, cancellationToken));
        return Page();
    }
}
