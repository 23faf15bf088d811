using Fieldcraft.Domain.Feedback;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Feedback.Own;

/// <summary>One question of the owner: the link while it waits, the answer when it has come.</summary>
public sealed class ReadRequestModel(FeedbackReading reading, FeedbackActions feedback, Viewer viewer) : PageModel
{
    public OpenRequest Asked { get; private set; } = null!;

    public string Link => Request.Site() + FeedbackLinks.Give(Asked.Secret);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Asked is { State: FeedbackState.Answered, ReadAt: null })
        {
            await feedback.ReadAsync(viewer, Asked.Id, cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellationToken) =>
        await feedback.TakeBackAsync(viewer, FeedbackRequestId.From(id), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(FeedbackLinks.List, "feedback.flash.taken_back"),
        };

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken) =>
        await feedback.RemoveAsync(viewer, FeedbackRequestId.From(id), cancellationToken)
            ? this.Onward(FeedbackLinks.List, "feedback.flash.removed")
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, FeedbackRequestId.From(id), cancellationToken) is not { } asked)
        {
            return false;
        }

        Asked = asked;
        return true;
    }
}
