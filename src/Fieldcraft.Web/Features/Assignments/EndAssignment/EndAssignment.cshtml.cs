using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Assignments.EndAssignment;

/// <summary>Ends an assignment, or mends the day and the lesson of one that has ended; it can also be taken up again.</summary>
public sealed class EndAssignmentModel(
    FieldcraftDb db,
    Vault vault,
    AssignmentsReading reading,
    Words words,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    [BindProperty, Required]
    public DateOnly? On { get; set; }

    [BindProperty, MaxLength(Assignment.LessonLength)]
    public string? Lesson { get; set; }

    public OpenAssignment? Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        On = now.EndedOn ?? words.Today(clock.GetUtcNow());
        Lesson = now.Lesson;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var sealer = await vault.SealerAsync(viewer.PersonId, id, cancellationToken);
        return await ChangeAsync(
            now.Id,
            a => a.End(On!.Value, Lesson, sealer, clock.GetUtcNow()),
            "assignment.flash.ended",
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostTakeUpAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } now
            ? await ChangeAsync(now.Id, a => a.TakeUpAgain(clock.GetUtcNow()), "assignment.flash.taken_up", cancellationToken)
            : NotFound();

    private async Task<OpenAssignment?> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        Now = await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken);

    private async Task<IActionResult> ChangeAsync(
        AssignmentId id,
        Func<Assignment, Outcome> change,
        string flash,
        CancellationToken cancellationToken
    )
    {
        var assignment = await db.Assignments.VisibleTo(viewer).FirstAsync(a => a.Id == id, cancellationToken);
        if (change(assignment).Refusal is { } refusal)
        {
            return this.Refused(refusal);
        }

        await db.SaveChangesAsync(cancellationToken);
        return this.Onward(AssignmentsLinks.One(id), flash);
    }
}
