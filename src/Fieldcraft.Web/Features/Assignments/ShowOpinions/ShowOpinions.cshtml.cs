using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.ShowOpinions;

public sealed class ShowOpinionsModel(ProfileReading reading, AskingOpinions asking, Viewer viewer) : PageModel
{
    public OpenProfile? Whole { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Whole = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken)) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, [FromForm] Guid request, CancellationToken cancellationToken)
    {
        if (await asking.WithdrawAsync(viewer, AssignmentId.From(id), OpinionRequestId.From(request), cancellationToken) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refusal is { } refusal)
        {
            Whole = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken);
            return this.Refused(refusal);
        }

        return this.Onward(AssignmentsLinks.Opinions(AssignmentId.From(id)), "opinions.flash.withdrawn");
    }
}
