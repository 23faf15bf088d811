using Fieldcraft.Web.Features.Outcomes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>All measures of a quarter for the people that are chosen.</summary>
public sealed class ShowInsightModel(InsightDesk desk, Viewer viewer) : PageModel
{
    public InsightView View { get; private set; } = null!;

    public bool ReadsOutcomes => viewer.MayReadOutcomes();

    public async Task<IActionResult> OnGetAsync([FromQuery] InsightQuery query, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(viewer, query, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
