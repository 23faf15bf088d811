using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SignIn.Activate;

// Opened from a mail or a QR picture, often in a browser that has no form token yet; the code itself is what nobody else can send.
[IgnoreAntiforgeryToken]
internal sealed class ActivateModel(Activation activation, SignInDesk desk, Words words) : PageModel
{
    [BindProperty(SupportsGet = true), MaxLength(200)]
    public string? Link { get; set; }

    [BindProperty(SupportsGet = true), MaxLength(SignInAccount.UserNameLength)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true), MaxLength(40)]
    public string? Code { get; set; }

    [BindProperty, Required, MaxLength(SignInAccount.LongestPassword)]
    public string Password { get; set; } = "";

    [BindProperty]
    public bool SharedDevice { get; set; }

    /// <summary>Whose link it is, as they will sign in.</summary>
    public string? UserName { get; private set; }

    public bool IsSpent { get; private set; }

    // Mail programs open links to look at them: looking uses nothing up.
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await LookAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!OwnOrigin.IsOwn(Request))
        {
            return BadRequest();
        }

        await LookAsync(cancellationToken);
        Check();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var tried = await activation.TryAsync(new ShownCode(Link, Number, Code), Password, cancellationToken);
        if (tried.Wait is { } wait)
        {
            return this.TooMany(wait);
        }

        if (tried.Person is not { } person)
        {
            ModelState.AddModelError("", words["sign_in.code.wrong"]);
            return this.Again();
        }

        await desk.StartAsync(person, Proof.Password, SharedDevice, cancellationToken);
        return this.Onward("/", "sign_in.flash.password_set");
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (Link is not null)
        {
            UserName = await activation.UserNameOfAsync(Link, cancellationToken);
            IsSpent = UserName is null;
        }
    }

    private void Check()
    {
        if (Link is null && string.IsNullOrWhiteSpace(Number))
        {
            ModelState.AddModelError(nameof(Number), words["error.required"]);
        }

        if (Link is null && string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), words["error.required"]);
        }

        if (Password.Length > 0 && Passwords.Objection(Password, UserName ?? Number ?? "") is { } objection)
        {
            ModelState.AddModelError(nameof(Password), words[objection, SignInAccount.ShortestPassword]);
        }
    }
}
