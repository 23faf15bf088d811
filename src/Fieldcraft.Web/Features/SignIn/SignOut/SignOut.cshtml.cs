using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SignIn.SignOut;

// Signing out must work from a page that was open too long for its form token.
[IgnoreAntiforgeryToken]
internal sealed class SignOutModel(SignInDesk desk) : PageModel
{
    public IActionResult OnGet() => HttpContext.ViewerOrNull() is null ? Redirect(SignInLinks.Enter) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!OwnOrigin.IsOwn(Request))
        {
            return BadRequest();
        }

        if (HttpContext.ViewerOrNull() is { SessionId: not null } viewer)
        {
            await desk.EndAsync(viewer, cancellationToken);
        }

        return this.Onward(SignInLinks.Enter, "sign_in.flash.signed_out");
    }
}
