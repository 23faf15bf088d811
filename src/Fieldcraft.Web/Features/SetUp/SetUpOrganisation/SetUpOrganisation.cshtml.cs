using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Features.SignIn;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SetUp.SetUpOrganisation;

[IgnoreAntiforgeryToken]
internal sealed class SetUpOrganisationModel(
    SettingUp setUp,
    SetUpCode code,
    InstallationState state,
    Throttle throttle,
    WordCatalogue catalogue,
    Words words,
    Settings settings
) : PageModel
{
    [BindProperty]
    public OrganisationInput Input { get; set; } = new();

    public bool NeedsCode => !AtTheMachine.Is(HttpContext, settings);

    public IReadOnlyList<Choice> Languages => [.. catalogue.Languages.Select(l => new Choice(l, ChooseLanguageModel.NameOf(l)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new OrganisationInput { Language = words.Language, TimeZone = TimeZones.OfThisMachine() };
        return await state.FindAsync(cancellationToken) is null ? Page() : Redirect("/");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await state.FindAsync(cancellationToken) is not null)
        {
            return Redirect("/");
        }

        if (!OwnOrigin.IsOwn(Request))
        {
            return BadRequest();
        }

        if (
            NeedsCode
            && await throttle.TakeAsync($"set-up:{PasswordSignIn.AddressOf(HttpContext)}", 10, TimeSpan.FromMinutes(15), cancellationToken)
                is { } wait
        )
        {
            return this.TooMany(wait);
        }

        await LookAtAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        Outcome made = await setUp.OrganisationAsync(Input, cancellationToken);
        return this.Onward("/", made.IsDone ? "set_up.flash.done" : "refusal.set-up-taken");
    }

    private async Task LookAtAsync(CancellationToken cancellationToken)
    {
        if (Input.Password.Length > 0 && Passwords.Objection(Input.Password, Input.UserName) is { } objection)
        {
            ModelState.AddModelError("Input.Password", words[objection, Domain.SignIn.SignInAccount.ShortestPassword]);
        }

        if (
            !Input.UserName.Contains('@', StringComparison.Ordinal)
            && Input.UserName.Trim().Length > Domain.People.DirectoryFacts.EmployeeIdLength
        )
        {
            ModelState.AddModelError("Input.UserName", words["error.too_long", "", Domain.People.DirectoryFacts.EmployeeIdLength]);
        }

        if (!TimeZones.Exists(Input.TimeZone))
        {
            ModelState.AddModelError("Input.TimeZone", words["error.wrong"]);
        }

        if (!catalogue.Languages.Contains(Input.Language, StringComparer.Ordinal))
        {
            ModelState.AddModelError("Input.Language", words["error.wrong"]);
        }

        if (NeedsCode && !await code.IsRightAsync(Input.Code, cancellationToken))
        {
            ModelState.AddModelError("Input.Code", words["set_up.code.wrong"]);
        }
    }
}
