using Fieldcraft.Domain.Frameworks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.ShowMatrix;

/// <summary>Which challenge builds which capability, as one table.</summary>
public sealed class ShowMatrixModel(FrameworkReading reading) : PageModel
{
    public Catalogue Catalogue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(FrameworkEditionId.From(id), cancellationToken) is not { } catalogue)
        {
            return NotFound();
        }

        Catalogue = catalogue;
        return Page();
    }
}
