using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SignIn.ChoosePin;

/// <summary>A PIN for those who have no e-mail, with the code on their slip; then back to where they were.</summary>
// Opened by many on one device that nobody signs in on; the code itself is what nobody else can send.
[IgnoreAntiforgeryToken]
internal sealed class ChoosePinModel(Activation activation, Words words) : PageModel
{
    [BindProperty(SupportsGet = true), Required, MaxLength(SignInAccount.UserNameLength)]
    public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true), Required, MaxLength(40)]
    public string Code { get; set; } = "";

    [BindProperty, Required, MaxLength(PersonPin.Longest)]
    public string Pin { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!OwnOrigin.IsOwn(Request))
        {
            return BadRequest();
        }

        if (Pin.Length > 0 && PersonPin.Objection(Pin, Number) is { } objection)
        {
            ModelState.AddModelError(nameof(Pin), words[$"sign_in.{objection.Replace('-', '_')}"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var tried = await activation.SetPinAsync(new ShownCode(null, Number, Code), Pin, cancellationToken);
        if (tried.Wait is { } wait)
        {
            return this.TooMany(wait);
        }

        if (tried.Person is null)
        {
            ModelState.AddModelError("", words["sign_in.code.wrong"]);
            return this.Again();
        }

        return this.Onward(Return is not null && Url.IsLocalUrl(Return) ? Return : SignInLinks.Enter, "sign_in.flash.pin_set");
    }
}
