using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.OnTheFloor.PrintList;

/// <summary>The list on paper: a line for everybody expected and some for others. Where nothing else works, this does.</summary>
public sealed class PrintListModel(RunDesk runs, Viewer viewer) : PageModel
{
    public const int EmptyLines = 6;

    public OpenRun Run { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Run = (await runs.FindAsync(viewer, TeachingSessionId.From(id), withNotes: false, cancellationToken))!;
        return Run is null ? NotFound() : Page();
    }
}
