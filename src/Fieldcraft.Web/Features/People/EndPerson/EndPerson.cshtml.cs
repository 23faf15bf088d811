using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People.EndPerson;

public sealed class EndPersonModel(FieldcraftDb db, PersonDesk desk, Viewer viewer) : PageModel
{
    public Person? Person { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || await desk.EndAsync(viewer, Person!.Id, null, cancellationToken) is not { } outcome)
        {
            return NotFound();
        }

        return outcome.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(PeopleLinks.Person(Person.Id), "people.flash.ended");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var personId = PersonId.From(id);
        Person = await db.People.AsNoTracking().ManagedBy(viewer, db).FirstOrDefaultAsync(p => p.Id == personId, cancellationToken);
        return Person is not null;
    }
}
