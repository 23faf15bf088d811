using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SharedIdeas.Outside;

/// <summary>
/// The page of a partner outside: the copy, and one box for an idea. No account, no cookie. The secret in the address is the permission, so a form
/// token would protect nothing. Unknown, ended and over look the same, and tries are counted for each device.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class OpenCopyModel(IdeasFromPartners partners, Throttle throttle) : PageModel
{
    [BindProperty, Required, MaxLength(Idea.TextLength)]
    public string? Text { get; set; }

    public CopyFromOutside? Copy { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken) =>
        await this.TooManyAsync(IdeasFromPartners.Tries, throttle, cancellationToken)
        ?? (await LoadAsync(secret, cancellationToken) ? Page() : Closed());

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellationToken)
    {
        if (await this.TooManyAsync(IdeasFromPartners.Tries, throttle, cancellationToken) is { } wait)
        {
            return wait;
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(secret, cancellationToken) ? this.Again() : Closed();
        }

        return await partners.AddAsync(secret, Text!, cancellationToken) switch
        {
            null => Closed(),
            { Refusal: { } refusal } => await LoadAsync(secret, cancellationToken) ? this.Refused(refusal) : Closed(),
            _ => new RedirectResult($"{IdeasLinks.Open(secret)}?sent=true#idea"),
        };
    }

    private async Task<bool> LoadAsync(string secret, CancellationToken cancellationToken) =>
        (Copy = await partners.OpenAsync(secret, cancellationToken)) is not null;

    private PageResult Closed()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
