using Fieldcraft.Domain.Feedback;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Feedback.Own;

/// <summary>The code on the owner's screen, right after the meeting. Somebody else looks at it: nothing of the question stands there.</summary>
public sealed class ShowCodeModel(FeedbackReading reading, Viewer viewer) : PageModel
{
    public OpenRequest Asked { get; private set; } = null!;

    /// <summary>Where the code leads.</summary>
    public string Address { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, FeedbackRequestId.From(id), cancellationToken) is not { State: FeedbackState.Waiting } asked)
        {
            return NotFound();
        }

        Asked = asked;
        Address = Request.Site() + FeedbackLinks.Give(asked.Secret);
        return Page();
    }
}
