using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments.BringAssignment;

public sealed class BringAssignmentModel(FieldcraftDb db, Vault vault, Knowledge knowledge, Words words, Viewer viewer, TimeProvider clock)
    : PageModel
{
    [BindProperty]
    public AssignmentInput Assignment { get; set; } = new();

    /// <param name="archetype">Chosen where the way here came from; one that does not exist is none.</param>
    public void OnGet(string? archetype) => Assignment = Assignment with { Archetype = knowledge.Archetype(archetype)?.Id };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.TakesIn(Assignment, knowledge, words))
        {
            return this.Again();
        }

        var now = clock.GetUtcNow();
        var id = Id.New<AssignmentId>(now);
        db.Add(
            Domain.Assignments.Assignment.Bring(
                id,
                viewer.PersonId,
                Assignment.ToFacts(),
                await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken),
                now
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        return this.Onward(AssignmentsLinks.One(id), "assignment.flash.brought");
    }
}
