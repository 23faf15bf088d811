using Fieldcraft.Domain.Frameworks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Design.DiscardDraft;

/// <summary>Says what will be gone, then lets the draft go.</summary>
public sealed class DiscardDraftModel(FrameworkDesk desk) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid DraftId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await desk.DraftAsync(cancellationToken) is not { } draft)
        {
            return NotFound();
        }

        (DraftId, Version) = (draft.Id.Value, draft.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await desk.DiscardAsync(FrameworkEditionId.From(DraftId), Version, cancellationToken);
        if (outcome is not { } discarded)
        {
            return NotFound();
        }

        if (discarded.Refusal is not { } refusal)
        {
            return this.Onward(FrameworksLinks.Draft, "framework.flash.discarded");
        }

        // The version that is there now was seen with this answer.
        ModelState.Remove(nameof(Version));
        Version = (await desk.DraftAsync(cancellationToken))?.Version ?? Version;
        return this.Refused(refusal);
    }
}
