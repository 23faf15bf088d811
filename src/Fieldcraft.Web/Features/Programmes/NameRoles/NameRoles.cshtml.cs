using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Modules;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Programmes.NameRoles;

/// <summary>Who does what for a module (DOMAIN 7.3); found by name, named for a part.</summary>
public sealed class NameRolesModel(ModuleReading reading, ProgrammeDesk desk, ReaderSearch search, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    public OpenModule Module { get; private set; } = null!;

    public IReadOnlyList<NamedPerson> People { get; private set; } = [];

    public bool HasSearched => !string.IsNullOrWhiteSpace(Name);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid person, ModuleRole role, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(role) || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return await desk.NameAsync(Module.Id, role, PersonId.From(person), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(ProgrammesLinks.Roles(Module.Id), "programmes.flash.named"),
        };
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, Guid person, ModuleRole role, CancellationToken cancellationToken) =>
        await desk.ReleaseAsync(ModuleId.From(id), role, PersonId.From(person), cancellationToken) is { IsDone: true }
            ? this.Onward(ProgrammesLinks.Roles(ModuleId.From(id)), "programmes.flash.released")
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MayDesignModules() || await reading.FindAsync(ModuleId.From(id), cancellationToken) is not { } module)
        {
            return false;
        }

        Module = module;
        People = HasSearched ? await search.FindAsync(viewer, Name!, cancellationToken) : [];
        return true;
    }
}
