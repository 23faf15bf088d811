using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Feedback.Giving;

/// <summary>What stands on the owner's phone after the giver has answered: nothing of anybody.</summary>
public sealed class HandBackModel : PageModel
{
    public void OnGet() { }

    public IActionResult OnPost()
    {
        HandedOver.End(HttpContext);
        return new RedirectResult(FeedbackLinks.List);
    }
}
