using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Programmes.NoteRoutine;

public sealed class DescribeRoutineModel(RoutineDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public RoutineInput Input { get; set; } = new();

    public Routine Routine { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = RoutineInput.Of(Routine);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.DescribeAsync(Routine.Id, Input.Version, Input, cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(ProgrammesLinks.Routines, "programmes.flash.routine_noted");
        }

        ModelState.Remove("Input.Version");
        Input = Input with { Version = Routine.Version };
        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Routine = (await desk.FindAsync(RoutineId.From(id), cancellationToken))!;
        return Routine is not null && viewer.MayDesignModules();
    }
}
