using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Opportunities.Outside;

/// <summary>
/// The customer's page: what was sent, in boxes they can change, and one button. No account, no cookie. Mail scanners open links, so looking uses nothing up;
/// only sending does. The secret in the address is the permission, so a form token would protect nothing.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class AnswerCustomerModel(CustomerAnswering answering, Throttle throttle, Words words) : PageModel
{
    [BindProperty]
    public Dictionary<string, string?> Boxes { get; set; } = [];

    /// <summary>Whether it is so; asked for a summary and a result.</summary>
    [BindProperty]
    public bool? Agrees { get; set; }

    [BindProperty, MaxLength(CustomerLink.WordLength)]
    public string? Word { get; set; }

    /// <summary>Null when the link does not open: unknown, used, taken back and over look the same.</summary>
    public AskedCustomer? Asked { get; private set; }

    public SheetForm Form => CustomerLink.FormOf(Asked!.Ask);

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken) =>
        await this.TooManyAsync(CustomerAnswering.Tries, throttle, cancellationToken)
        ?? (await LoadAsync(secret, cancellationToken) ? Page() : Closed());

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellationToken)
    {
        if (await this.TooManyAsync(CustomerAnswering.Tries, throttle, cancellationToken) is { } wait)
        {
            return wait;
        }

        if (!await LoadAsync(secret, cancellationToken))
        {
            return Closed();
        }

        if (CustomerLink.AsksForAgreement(Asked!.Ask) && Agrees is null)
        {
            ModelState.AddModelError(nameof(Agrees), words["customer.agrees.missing"]);
        }

        if (!this.TakesIn(Form, Boxes, words, out var sheet))
        {
            return this.Again();
        }

        return await answering.AnswerAsync(secret, new CustomersAnswer(sheet, Agrees, Word), cancellationToken)
            ? Redirect(OpportunitiesLinks.Thanks)
            : Closed();
    }

    private async Task<bool> LoadAsync(string secret, CancellationToken cancellationToken) =>
        (Asked = await answering.FindAsync(secret, cancellationToken)) is not null;

    private PageResult Closed()
    {
        Asked = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
