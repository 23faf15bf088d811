using Fieldcraft.Domain.Checks;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Checks.Asked;

/// <summary>From a notice to the form. The notice holds no secret of a link; this finds it for the one person who is asked.</summary>
public sealed class OpenAskedModel(RaterDesk desk, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid rater, CancellationToken cancellationToken) =>
        await desk.LinkOfAsync(viewer, RaterInvitationId.From(rater), cancellationToken) is { } link
            ? new RedirectResult(link)
            : NotFound();
}
