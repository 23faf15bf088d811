using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.DemoDesk;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SignIn.EnterPassword;

public sealed record SignInInput
{
    [Required, MaxLength(SignInAccount.UserNameLength)]
    public string UserName { get; init; } = "";

    [Required, MaxLength(SignInAccount.LongestPassword)]
    public string Password { get; init; } = "";

    public bool SharedDevice { get; init; }
}

// Not bound to a form token: somebody who signed in meanwhile in another tab would be refused, and lose the form that is kept here.
[IgnoreAntiforgeryToken]
internal sealed class EnterPasswordModel(
    PasswordSignIn passwords,
    SignInDesk desk,
    OwnerAtTheMachine owner,
    KeptForms forms,
    Words words,
    Settings settings,
    FieldcraftDb db
) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    /// <summary>A form that came too late, protected; it stays with the page until somebody signed in.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    public bool KeptHadFiles { get; private set; }

    /// <summary>A form came too late and could not be kept.</summary>
    public bool LostForm { get; private set; }

    /// <summary>This is the owner's own machine: no password is asked.</summary>
    public bool IsOwnersMachine { get; private set; }

    /// <summary>The kept form, opened for the person from whose page it came.</summary>
    public KeptForm? GivenBack { get; private set; }

    /// <summary>In demo mode, whom one can be with one click.</summary>
    public IReadOnlyList<DemoSignIn> DemoPeople { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadDemoAsync(cancellationToken);
        if (SignInDetour.Of(HttpContext) is { } late)
        {
            (Return, Kept, KeptHadFiles, LostForm) = (late.Address, late.Kept, late.HadFiles, late.Kept is null);
            IsOwnersMachine = await owner.IsHereAsync(HttpContext, cancellationToken);
            return Page();
        }

        return HttpContext.ViewerOrNull() is null ? Page() : Redirect(Way());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!OwnOrigin.IsOwn(Request))
        {
            return BadRequest();
        }

        await LoadDemoAsync(cancellationToken);
        KeptHadFiles = forms.Open(Kept)?.HadFiles == true;
        IsOwnersMachine = await owner.IsHereAsync(HttpContext, cancellationToken);
        if (IsOwnersMachine && await owner.FindAsync(cancellationToken) is { } self)
        {
            await desk.StartAsync(self.Id, Proof.Machine, shared: false, cancellationToken);
            return await OnwardAsync();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var tried = await passwords.TryAsync(Input.UserName, Input.Password, cancellationToken);
        if (tried.Wait is { } wait)
        {
            return this.TooMany(wait);
        }

        if (tried.Person is not { } person)
        {
            ModelState.AddModelError("", words["sign_in.wrong"]);
            return this.Again();
        }

        await desk.StartAsync(person, tried.Proof, Input.SharedDevice, cancellationToken);
        return await OnwardAsync();
    }

    private async Task<IActionResult> OnwardAsync()
    {
        if (forms.Open(Kept) is not { } form)
        {
            return Redirect(Way());
        }

        if (!await forms.IsOfAsync(form, HttpContext))
        {
            return this.Onward("/", "sign_in.kept.not_yours");
        }

        GivenBack = form;
        return Page();
    }

    private async Task LoadDemoAsync(CancellationToken cancellationToken) =>
        DemoPeople = settings.Demo ? await DemoSignIns.ListAsync(db, words, cancellationToken) : [];

    private string Way() =>
        Return is not null && Url.IsLocalUrl(Return) && !Return.StartsWith(SignInLinks.Enter, StringComparison.Ordinal) ? Return : "/";
}
