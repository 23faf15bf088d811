using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Programmes.AddModule;

public sealed class DescribeModuleModel(FieldcraftDb db, ProgrammeDesk desk, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public ModuleInput Input { get; set; } = new();

    public Module Module { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = ModuleInput.Of(Module);
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

        var outcome = await desk.DescribeModuleAsync(Module.Id, Input.Version, Input.ToFacts(), cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(ProgrammesLinks.Module(Module.Id), "programmes.flash.module_described");
        }

        ModelState.Remove("Input.Version");
        Input = Input with { Version = Module.Version };
        return this.Refused(refusal.Worded(words));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Module = (await db.Modules.AsNoTracking().FirstOrDefaultAsync(m => m.Id == ModuleId.From(id), cancellationToken))!;
        return Module is not null && viewer.MayDesignModules();
    }
}
