using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SetUp.ChooseSetUp;

// Before the first person there is nobody whose rights a form of another site could borrow; where it came from is checked all the same.
[IgnoreAntiforgeryToken]
internal sealed class ChooseSetUpModel(SettingUp setUp, InstallationState state, Settings settings, EndpointDataSource endpoints)
    : PageModel
{
    private const string FirstAssignment = "assignments/new";

    [BindProperty, MaxLength(DirectoryFacts.NameLength)]
    public string? FirstName { get; set; }

    public bool IsAtTheMachine => AtTheMachine.Is(HttpContext, settings);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await state.FindAsync(cancellationToken) is null ? Page() : Redirect("/");

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

        if (!IsAtTheMachine)
        {
            return this.Refused(new("set-up-not-here"));
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return (await setUp.JustMeAsync(FirstName, cancellationToken)).IsDone ? Redirect(FirstPage()) : Redirect("/");
    }

    /// <summary>Straight to the first assignment.</summary>
    private string FirstPage() =>
        endpoints.Endpoints.OfType<RouteEndpoint>().Any(e => e.RoutePattern.RawText?.Trim('/') == FirstAssignment)
            ? $"/{FirstAssignment}"
            : "/";
}
