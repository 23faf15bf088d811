using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SharedIdeas.Own;

/// <summary>One link: to copy, when it was last opened, and ending it.</summary>
public sealed class ShowLinkModel(OutsideCopies copies, Viewer viewer, TimeProvider clock) : PageModel
{
    public OpenOutsideCopy Made { get; private set; } = null!;

    public bool IsOpen => Made.IsOpenAt(clock.GetUtcNow()) && Made.Secret.Length > 0;

    public string Link => Request.Site() + IdeasLinks.Open(Made.Secret);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await copies.FindAsync(viewer, OutsideCopyId.From(id), cancellationToken) is not { } made)
        {
            return NotFound();
        }

        Made = made;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await copies.EndAsync(viewer, OutsideCopyId.From(id), cancellationToken)
            ? this.Onward(IdeasLinks.Link(OutsideCopyId.From(id)), "ideas.flash.ended")
            : NotFound();
}
