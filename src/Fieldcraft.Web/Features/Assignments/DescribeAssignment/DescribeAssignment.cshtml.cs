using Fieldcraft.Domain.Assignments;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Assignments.DescribeAssignment;

public sealed class DescribeAssignmentModel(
    FieldcraftDb db,
    Vault vault,
    AssignmentsReading reading,
    Knowledge knowledge,
    Words words,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public AssignmentInput Assignment { get; set; } = new();

    /// <summary>The assignment as it is kept now.</summary>
    public OpenAssignment? Now { get; private set; }

    /// <summary>Another tab kept another version meanwhile; the page shows both.</summary>
    public bool Changed { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        Assignment = AssignmentInput.Of(now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        if (!this.TakesIn(Assignment, knowledge, words))
        {
            return this.Again();
        }

        if (Assignment.Version != now.Version || !await TrySaveAsync(now.Id, cancellationToken))
        {
            return await MeanwhileAsync(id, cancellationToken);
        }

        return Request.IsAutosave()
            ? this.Saved(clock.GetUtcNow(), now.Version + 1)
            : this.Onward(AssignmentsLinks.One(now.Id), "assignment.flash.saved");
    }

    private async Task<OpenAssignment?> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        Now = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken);

    private async Task<bool> TrySaveAsync(AssignmentId id, CancellationToken cancellationToken)
    {
        var assignment = await db.Assignments.VisibleTo(viewer).FirstAsync(a => a.Id == id, cancellationToken);
        assignment.Describe(Assignment.ToFacts(), await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken), clock.GetUtcNow());
        return await db.TrySaveAsync(cancellationToken);
    }

    private async Task<IActionResult> MeanwhileAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } theirs)
        {
            return NotFound();
        }

        if (Request.IsAutosave())
        {
            return this.SavedMeanwhile(
                new Dictionary<string, string> { ["Assignment.Title"] = theirs.Title, ["Assignment.Context"] = theirs.Context },
                theirs.Version
            );
        }

        Changed = true;
        Assignment = Assignment with { Version = theirs.Version };
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
