using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SharedIdeas.Own;

/// <summary>Adds an idea to a copy that somebody shared with the viewer's account.</summary>
public sealed class AddIdeaModel(IdeasFromPartners partners, Viewer viewer) : PageModel
{
    [BindProperty, Required, MaxLength(Idea.TextLength)]
    public string? Text { get; set; }

    public string CopyTitle { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid share, CancellationToken cancellationToken) =>
        await LoadAsync(share, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid share, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(share, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await partners.AddAsync(viewer, ShareId.From(share), Text!, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(SharingLinks.Copy(ShareId.From(share)), "ideas.flash.sent"),
        };
    }

    private async Task<bool> LoadAsync(Guid share, CancellationToken cancellationToken)
    {
        if (await partners.TitleAsync(viewer, ShareId.From(share), cancellationToken) is not { } title)
        {
            return false;
        }

        CopyTitle = title;
        return true;
    }
}
