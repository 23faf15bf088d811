using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.Seasons;

/// <summary>The appraisal seasons of the units that the viewer leads or administers, and where each comes from.</summary>
public sealed class ListSeasonsModel(SeasonDesk desk, Viewer viewer) : PageModel
{
    public IReadOnlyList<UnitSeason> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!SeasonDesk.MayState(viewer))
        {
            return NotFound();
        }

        Units = await desk.ListAsync(viewer, cancellationToken);
        return Page();
    }
}
