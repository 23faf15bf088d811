using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.PrintInquiry;

/// <summary>All questions with room to write, for paper; typed in afterwards.</summary>
public sealed class BlankWorksheetModel(AssignmentsReading reading, Knowledge knowledge, Viewer viewer) : PageModel
{
    public OpenAssignment? Now { get; private set; }

    public IReadOnlyList<TriggerQuestion> Questions => knowledge.Questions;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Now = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken)) is null ? NotFound() : Page();
}
