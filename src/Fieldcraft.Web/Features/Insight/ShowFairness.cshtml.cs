using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>Who gets what: access to challenge and support, group beside group.</summary>
public sealed class ShowFairnessModel(InsightDesk desk, TableFiles files, Viewer viewer, Words words) : PageModel
{
    public InsightView View { get; private set; } = null!;

    public IReadOnlyList<FairnessLine> Lines { get; private set; } = [];

    public bool HasWithheld => Lines.Any(l => l.Values.Any(v => v.IsWithheld));

    public async Task<IActionResult> OnGetAsync([FromQuery] InsightQuery query, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(viewer, query, cancellationToken) is not { Release: not null } view)
        {
            return NotFound();
        }

        (View, Lines) = (view, Fairness.LinesOf(view, words));
        return await files.AnswerAsync(
            this,
            "fairness",
            () => InsightSheets.FairnessForFile(view, words),
            () => InsightSheets.FairnessForPaper(view, words),
            cancellationToken
        );
    }
}
