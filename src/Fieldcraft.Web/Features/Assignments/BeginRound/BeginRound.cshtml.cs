using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Assignments.BeginRound;

public sealed class BeginRoundModel(FieldcraftDb db, AssignmentsReading reading, Viewer viewer, TimeProvider clock) : PageModel
{
    /// <summary>The round the person has before them; a second click then begins no third.</summary>
    [BindProperty]
    public int After { get; set; }

    public OpenAssignment? Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Now = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken)) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var assignmentId = AssignmentId.From(id);
        if ((Now = await reading.FindAsync(viewer, assignmentId, cancellationToken)) is null)
        {
            return NotFound();
        }

        var outcome = await RoundBeginning.BeginAsync(db, viewer, assignmentId, After, clock.GetUtcNow(), cancellationToken);
        return outcome.Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(AssignmentsLinks.Inquiry(assignmentId), "inquiry.flash.round");
    }
}

/// <summary>Begins the next round, for the page and the API.</summary>
internal static class RoundBeginning
{
    public static async Task<Outcome> BeginAsync(
        FieldcraftDb db,
        Viewer viewer,
        AssignmentId id,
        int after,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var assignment = await db.Assignments.VisibleTo(viewer).FirstAsync(a => a.Id == id, cancellationToken);
        var round = assignment.Round;
        var hasAnswers = await db
            .Answers.VisibleTo(viewer)
            .AnyAsync(a => a.AssignmentId == id && a.Round == round && (a.Text != null || a.Resonates), cancellationToken);
        var outcome = assignment.BeginRound(after, hasAnswers, now);
        if (outcome.IsDone)
        {
            // Of two clicks at the same moment the later meets another version; the round it wanted has begun.
            await db.TrySaveAsync(cancellationToken);
        }

        return outcome;
    }
}
