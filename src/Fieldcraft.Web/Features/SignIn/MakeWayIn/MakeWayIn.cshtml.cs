using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn.MakeWayIn;

internal sealed class MakeWayInModel(FieldcraftDb db, Codes codes, Viewer viewer) : PageModel
{
    public Person Person { get; private set; } = null!;

    public bool HasPassword { get; private set; }

    public PrintedSlip? Slip { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Person.Email is null)
        {
            return NotFound();
        }

        await codes.SendLinkAsync(Person, viewer.PersonId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return this.Onward(SignInLinks.WayIn(Person.Id), "sign_in.flash.link_sent");
    }

    public async Task<IActionResult> OnPostSlipAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Slip = await codes.MakeSlipAsync(Person, viewer.PersonId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var wanted = PersonId.From(id);
        if (await db.WhoMayGetACodeFrom(viewer).FirstOrDefaultAsync(p => p.Id == wanted, cancellationToken) is not { } person)
        {
            return false;
        }

        Person = person;
        HasPassword = await db.Accounts.AnyAsync(a => a.PersonId == wanted && a.PasswordHash != null, cancellationToken);
        return true;
    }
}
