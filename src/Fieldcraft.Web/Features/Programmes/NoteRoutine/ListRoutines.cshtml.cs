using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Programmes.NoteRoutine;

/// <summary>The routines that leaders hold already; a designer notes another one.</summary>
public sealed class ListRoutinesModel(RoutineDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public RoutineInput Input { get; set; } = new();

    public IReadOnlyList<Routine> Routines { get; private set; } = [];

    public bool MayNote => viewer.MayDesignModules();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Routines = await desk.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            return await desk.NoteAsync(Input, cancellationToken) is null
                ? NotFound()
                : this.Onward(ProgrammesLinks.Routines, "programmes.flash.routine_noted");
        }

        Routines = await desk.ListAsync(cancellationToken);
        return MayNote ? this.Again() : NotFound();
    }
}
