using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SignIn.AskForLink;

internal sealed class AskForLinkModel(LinkRequests requests) : PageModel
{
    [BindProperty, Required, MaxLength(SignInAccount.UserNameLength)]
    public string UserName { get; set; } = "";

    public bool IsAsked { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (await requests.AskAsync(UserName, cancellationToken) is { } wait)
        {
            return this.TooMany(wait);
        }

        IsAsked = true;
        return Page();
    }
}
