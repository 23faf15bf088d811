using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.DiscardAssignment;

public sealed class DiscardAssignmentModel(AssignmentsReading reading, AssignmentsWriting writing, Viewer viewer) : PageModel
{
    public OpenAssignment? Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Now = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken)) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await writing.DiscardAsync(viewer, AssignmentId.From(id), cancellationToken)
            ? this.Onward(AssignmentsLinks.List, "assignment.flash.discarded")
            : NotFound();
}
