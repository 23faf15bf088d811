using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People.CorrectUnit;

public sealed class CorrectUnitModel(FieldcraftDb db, UnitDesk desk, PeopleReading people, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public UnitForm Form { get; set; } = new();

    public Unit? Unit { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } unit)
        {
            return NotFound();
        }

        string? lead = null;
        if (unit.LeadId is { } leader)
        {
            lead =
                await db.People.Where(p => p.Id == leader).Select(p => p.EmployeeId).SingleOrDefaultAsync(cancellationToken)
                ?? $"{DirectoryImport.IdPrefix}{leader.Value:D}";
        }

        Form = new UnitForm
        {
            Name = unit.Name,
            Kind = unit.Kind,
            Lead = lead,
            Version = unit.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } unit)
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

        var outcome = await desk.CorrectAsync(unit, Form.Version, Form.Kind, Form.Name, lead, cancellationToken);
        if (outcome.Refusal is not { } refusal)
        {
            return this.Onward(PeopleLinks.Unit(unit.Id), "units.flash.corrected");
        }

        if (refusal.Code == "unit-changed-meanwhile")
        {
            ModelState.Remove("Form.Version");
            Form = Form with { Version = (await LoadAsync(id, cancellationToken))?.Version ?? Form.Version };
        }

        return this.Refused(refusal);
    }

    private async Task<Unit?> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        Unit = await desk.FindAsync(viewer, UnitId.From(id), cancellationToken);
}
