using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Sharing.SharedWithMe;

/// <summary>A copy as its reader sees it.</summary>
public sealed class OpenCopyModel(SharingReading reading, Viewer viewer) : PageModel
{
    public OpenCopy Opened { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.OpenCopyAsync(viewer, ShareId.From(id), cancellationToken) is not { } opened)
        {
            return NotFound();
        }

        Opened = opened;
        return Page();
    }
}
