using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.People.CorrectPerson;

public sealed class AddPersonModel(PersonDesk desk, PeopleReading reading, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public PersonFields Fields { get; private set; } = new(new PersonForm(), [], true);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new PersonForm { Language = viewer.Language, TimeZone = viewer.TimeZone };
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var saved = await desk.SaveAsync(viewer, null, Form.Cells(), cancellationToken);
            if (saved.Id is { } id)
            {
                return this.Onward(PeopleLinks.Person(id), "people.flash.added");
            }

            PersonFields.Tell(ModelState, saved.Findings, words);
        }

        await LoadAsync(cancellationToken);
        return this.Again();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Fields = new PersonFields(
            Form,
            [.. (await reading.ManagedUnitsAsync(viewer, cancellationToken)).Select(u => new Choice(u.Path, u.Path))],
            true
        );
}
