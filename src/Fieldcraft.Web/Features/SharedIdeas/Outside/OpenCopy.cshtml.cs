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
    internal const int MostTries = 60;
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    [BindProperty, Required, MaxLength(Idea.TextLength)]
    public string? Text { get; set; }

    public CopyFromOutside? Copy { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken) =>
        await TooManyAsync(cancellationToken) ?? (await LoadAsync(secret, cancellationToken) ? Page() : Closed());

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellationToken)
    {
        if (await TooManyAsync(cancellationToken) is { } wait)
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

    /// <summary>Pages and API count together.</summary>
    internal static string ThrottleKey(HttpContext http) => $"outside-copy:{http.Connection.RemoteIpAddress}";

    private async Task<bool> LoadAsync(string secret, CancellationToken cancellationToken) =>
        (Copy = await partners.OpenAsync(secret, cancellationToken)) is not null;

    private PageResult Closed()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private async Task<IActionResult?> TooManyAsync(CancellationToken cancellationToken)
    {
        if (await throttle.TakeAsync(ThrottleKey(HttpContext), MostTries, Window, cancellationToken) is not { } wait)
        {
            return null;
        }

        Response.SetTooMany(wait);
        return Page();
    }
}
