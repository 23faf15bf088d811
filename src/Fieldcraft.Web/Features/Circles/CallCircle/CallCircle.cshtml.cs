using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Circles.CallCircle;

public sealed class CallCircleModel(CircleDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public CircleInput Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var id = await desk.CallAsync(viewer, Input.ToFacts(), cancellationToken);
        return this.Onward(CirclesLinks.One(id), "circles.flash.called");
    }
}
