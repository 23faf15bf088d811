using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Boards;

/// <summary>A site's board for those who read the site: on the page, and on A3 or A4.</summary>
public sealed class ShowBoardModel(KeptSites sites, BoardReading reading) : PageModel
{
    public KeptSite Site { get; private set; } = null!;

    public BoardContent Board { get; private set; } = null!;

    /// <summary>The sheet it is set for; null: the page.</summary>
    public string? Paper { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid site, string? paper, CancellationToken cancellationToken)
    {
        if (
            paper is not (null or "a3" or "a4")
            || await sites.WithAsync(UnitId.From(site), KitPiece.Board, cancellationToken) is not { } found
        )
        {
            return NotFound();
        }

        (Site, Paper) = (found, paper);
        Board = await reading.OfAsync(found.Site, found.Kit?.Line, cancellationToken);
        return Page();
    }
}
