using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>One measure, group by group, as a picture with its table; and as a file.</summary>
public sealed class ShowMeasureModel(InsightDesk desk, Viewer viewer, Words words) : PageModel
{
    public InsightView View { get; private set; } = null!;

    public string Measure { get; private set; } = "";

    public IReadOnlyList<InsightLine> Lines { get; private set; } = [];

    /// <summary>What a line is called.</summary>
    public string NameOf(InsightLine line) => InsightWords.NameOf(words, line);

    public async Task<IActionResult> OnGetAsync(string measure, [FromQuery] InsightQuery query, CancellationToken cancellationToken)
    {
        if (
            !QuarterMeasures.All.Any(m => m.Id == measure)
            || await desk.OpenAsync(viewer, query, cancellationToken) is not { Release: not null } view
        )
        {
            return NotFound();
        }

        (View, Measure, Lines) = (view, measure, view.Lines(measure));
        return Page();
    }
}
