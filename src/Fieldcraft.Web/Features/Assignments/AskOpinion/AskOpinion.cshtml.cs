using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.AskOpinion;

public sealed class AskOpinionModel(AssignmentsReading reading, AskingOpinions asking, Words words, Viewer viewer) : PageModel
{
    [BindProperty]
    public AskInput Ask { get; set; } = new();

    public OpenAssignment? Now { get; private set; }

    /// <summary>The link, shown this once: only its hash is kept.</summary>
    public string? Link { get; private set; }

    public AskedOpinion? Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((Now = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken)) is null)
        {
            return NotFound();
        }

        Ask = new AskInput { Shown = words["opinions.shown.proposal", Now.Title] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((Now = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken)) is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (await asking.AskAsync(viewer, Now.Id, Ask, cancellationToken) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refusal is { } refusal)
        {
            return this.Refused(refusal);
        }

        Asked = outcome.Value;
        Link = Request.Site() + AssignmentsLinks.GiveOpinion(Asked!.Secret);
        return Page();
    }
}
