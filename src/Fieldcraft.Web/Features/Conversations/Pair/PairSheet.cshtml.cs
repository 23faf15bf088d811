using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conversations.Pair;

/// <summary>The hour for two on paper: parts with their minutes, questions, and lines for both to write on.</summary>
public sealed class PairSheetModel(AssignmentsReading assignments, Scripts scripts, Knowledge knowledge, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Assignment { get; set; }

    public SessionScript Script => scripts["pair-hour"];

    public OpenInquiry? Inquiry { get; private set; }

    public IReadOnlyList<TriggerQuestion> Questions => PairTalk.Questions(knowledge, Inquiry);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Assignment is { } id)
        {
            Inquiry = await assignments.InquiryAsync(viewer, AssignmentId.From(id), null, cancellationToken);
        }

        return Assignment is null || Inquiry is not null ? Page() : NotFound();
    }
}
