using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Sites.ListSites;

/// <summary>The sites that the viewer looks after.</summary>
public sealed class ListSitesModel(SitesOfMine reading, Viewer viewer) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<(Site Site, int Rooms)> Sites { get; private set; } = [];

    public UnitId? More { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!viewer.MayScheduleSomewhere())
        {
            return NotFound();
        }

        var after = After is { } id ? UnitId.From(id) : (UnitId?)null;
        var rows = await reading.ListAsync(viewer, after, PageSize + 1, cancellationToken);
        Sites = [.. rows.Take(PageSize)];
        More = rows.Count > PageSize ? Sites[^1].Site.Id : null;
        return Page();
    }
}
