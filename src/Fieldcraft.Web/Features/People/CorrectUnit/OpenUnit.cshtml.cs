using Fieldcraft.Domain.People;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.People.CorrectUnit;

public sealed class OpenUnitModel(UnitDesk desk, PeopleReading people, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public UnitForm Form { get; set; } = new();

    public Unit? Under { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } under)
        {
            return NotFound();
        }

        var lead = string.IsNullOrWhiteSpace(Form.Lead) ? null : await people.IdOfAsync(Form.Lead, cancellationToken);
        if (!string.IsNullOrWhiteSpace(Form.Lead) && lead is null)
        {
            ModelState.AddModelError("Form.Lead", words["refusal.person-unknown"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var opened = await desk.OpenAsync(under, Form.Kind, Form.Name, lead, cancellationToken);
        return opened.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(PeopleLinks.Unit(opened.Value), "units.flash.opened");
    }

    private async Task<Unit?> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        Under = await desk.FindAsync(viewer, UnitId.From(id), cancellationToken);
}
