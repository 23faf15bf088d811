using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Communities.FoundCommunity;

public sealed class FoundCommunityModel(CommunityDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public CommunityInput Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var id = await desk.FoundAsync(viewer, Input.ToFacts(), cancellationToken);
        return this.Onward(CommunitiesLinks.One(id), "communities.flash.founded");
    }
}
