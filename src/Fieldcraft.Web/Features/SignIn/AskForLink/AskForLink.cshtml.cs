using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SignIn.AskForLink;

internal sealed class AskForLinkModel(LinkRequests requests, Words words) : PageModel
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
            ModelState.AddModelError("", words.Count("sign_in.wait", (int)Math.Ceiling(wait.TotalMinutes)));
            Response.SetTooMany(wait);
            return Page();
        }

        IsAsked = true;
        return Page();
    }
}
