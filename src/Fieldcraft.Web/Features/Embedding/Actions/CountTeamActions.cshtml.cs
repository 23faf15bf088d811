using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Actions;

/// <summary>What teams say became of their actions, in counts by site.</summary>
public sealed class CountTeamActionsModel(ProgrammeReading programmes, TeamActionsReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Module { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Weeks { get; set; } = TeamAction.LooksAfterWeeks[0];

    public OpenProgramme Programme { get; private set; } = null!;

    public ModuleId? Shown { get; private set; }

    public ActionCounts? Counts { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            !viewer.MaySeeActionCounts()
            || !TeamAction.LooksAfterWeeks.Contains(Weeks)
            || await programmes.FindAsync(ProgrammeId.From(id), cancellationToken) is not { } programme
        )
        {
            return NotFound();
        }

        Programme = programme;
        Shown = programme.Modules.FirstOrDefault(m => Module is null || m.Id.Value == Module)?.Id;
        Counts = Shown is { } module ? await reading.CountsAsync(module, Weeks, cancellationToken) : null;
        return Page();
    }
}
