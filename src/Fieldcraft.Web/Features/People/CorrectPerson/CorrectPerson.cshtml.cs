using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People.ReadPerson;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People.CorrectPerson;

/// <summary>Corrects what the directory says about a person, moves the person, and keeps the lines beside the main one.</summary>
public sealed class CorrectPersonModel(FieldcraftDb db, PersonDesk desk, PeopleReading reading, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public Person? Person { get; private set; }

    public PersonFields Fields { get; private set; } = new(new PersonForm(), [], false);

    public IReadOnlyList<OtherLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return await ShowAsync(await NowAsync(cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(Form, cancellationToken);
            return this.Again();
        }

        var saved =
            Form.Version == Person!.Version
                ? await desk.SaveAsync(viewer, Person, Form.Cells(), cancellationToken)
                : new PersonSaved(null, [], true);
        if (saved.Id is { } done)
        {
            return this.Onward(PeopleLinks.Person(done), "people.flash.corrected");
        }

        if (saved.IsStale)
        {
            // What was typed stays in the form; the next save is meant against the new version.
            ModelState.Remove("Form.Version");
            await ShowAsync(Form with { Version = Person.Version }, cancellationToken);
            return this.Refused(new Refusal("person-changed-meanwhile"));
        }

        PersonFields.Tell(ModelState, saved.Findings, words);
        await ShowAsync(Form, cancellationToken);
        return this.Again();
    }

    public async Task<IActionResult> OnPostAddLineAsync(Guid id, string? to, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var manager = await reading.IdOfAsync(to ?? "", cancellationToken);
        var outcome = manager is { } found
            ? await desk.AddLineAsync(viewer, Person!.Id, found, cancellationToken)
            : new Refusal("person-unknown");
        return await AnswerAsync(outcome, cancellationToken);
    }

    public async Task<IActionResult> OnPostEndLineAsync(Guid id, Guid line, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return await AnswerAsync(
            await desk.EndLineAsync(viewer, Person!.Id, ReportingLineId.From(line), cancellationToken),
            cancellationToken
        );
    }

    private async Task<IActionResult> AnswerAsync(Outcome? outcome, CancellationToken cancellationToken)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Refusal is { } refusal)
        {
            ModelState.Clear();
            await ShowAsync(await NowAsync(cancellationToken), cancellationToken);
            return this.Refused(refusal);
        }

        return this.Onward($"{PeopleLinks.Correct(Person!.Id)}#lines", "people.flash.corrected");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var personId = PersonId.From(id);
        Person = await db.People.AsNoTracking().ManagedBy(viewer, db).FirstOrDefaultAsync(p => p.Id == personId, cancellationToken);
        return Person is not null;
    }

    private async Task<PersonForm> NowAsync(CancellationToken cancellationToken)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == Person!.UnitId, cancellationToken);
        var path = (await reading.WaysToAsync([unit], cancellationToken))[unit.Id];
        string? supervisor = null;
        if (Person!.ManagerId is { } above)
        {
            var number = await db.People.Where(p => p.Id == above).Select(p => p.EmployeeId).SingleAsync(cancellationToken);
            supervisor = number ?? $"{DirectoryImport.IdPrefix}{above.Value:D}";
        }

        return PersonForm.Of(Person, path, supervisor);
    }

    private async Task<PageResult> ShowAsync(PersonForm form, CancellationToken cancellationToken)
    {
        Form = form;
        var units = await reading.ManagedUnitsAsync(viewer, cancellationToken);
        Fields = new PersonFields(form, [.. units.Select(u => new Choice(u.Path, u.Path))], false);
        Lines = await db
            .ReportingLines.AsNoTracking()
            .Where(l => l.PersonId == Person!.Id && l.Kind == LineKind.Other && l.To == null)
            .Join(
                db.People,
                l => l.ManagerId,
                m => m.Id,
                (l, m) => new OtherLine(l.Id, m.Id, ((m.PreferredName ?? m.FirstName) + " " + m.LastName).Trim())
            )
            .ToListAsync(cancellationToken);
        return Page();
    }
}
