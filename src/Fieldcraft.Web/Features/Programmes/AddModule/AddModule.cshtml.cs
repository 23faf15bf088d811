using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Programmes.AddModule;

/// <summary>The next module of a programme; its window is proposed five weeks after the one before.</summary>
public sealed class AddModuleModel(ProgrammeReading reading, ProgrammeDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    private const int UsualSpacing = 35;

    /// <summary>Design, preview and practice take about so long before the first window (DOMAIN 7.4).</summary>
    private const int FirstWindowInDays = 56;

    [BindProperty]
    public ModuleInput Input { get; set; } = new();

    public OpenProgramme Programme { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new ModuleInput
        {
            WindowStart = Programme.Modules is [.., var last]
                ? last.WindowStart.AddDays(UsualSpacing)
                : words.Today(clock.GetUtcNow()).AddDays(FirstWindowInDays),
        };
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

        return await desk.AddModuleAsync(Programme.Id, Input.ToFacts(), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal.Worded(words)),
            { Value: var module } => this.Onward(ProgrammesLinks.Module(module), "programmes.flash.module_added"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(ProgrammeId.From(id), cancellationToken) is not { } programme
            || !(viewer.MayLeadProgrammes() || programme.LeadId == viewer.PersonId)
        )
        {
            return false;
        }

        Programme = programme;
        return true;
    }
}
