using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Feedback;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Feedback.Giving;

/// <summary>The two boxes.</summary>
public sealed record GivenInput
{
    [MaxLength(FeedbackRequest.AnswerLength)]
    public string? Keep { get; init; }

    [MaxLength(FeedbackRequest.AnswerLength)]
    public string? Change { get; init; }
}

/// <summary>
/// The giver's page: no account, no cookie needed, half a minute. Mail scanners open links, so looking uses nothing up; only sending does. The
/// secret in the address is the permission, so a form token would protect nothing and shut out browsers without cookies.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class GiveFeedbackModel(FeedbackGiving giving, Throttle throttle, Words words) : PageModel
{
    [BindProperty]
    public GivenInput Input { get; set; } = new();

    /// <summary>On the owner's own phone.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Here { get; set; }

    /// <summary>Null when the link does not open: unknown, used, taken back and over look the same.</summary>
    public AskedQuestion? Question { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken)
    {
        if (await this.TooManyAsync(FeedbackGiving.Tries, throttle, cancellationToken) is { } wait)
        {
            return wait;
        }

        Question = await giving.FindAsync(secret, cancellationToken);
        if (Question is null)
        {
            return Closed();
        }

        if (Here)
        {
            HandedOver.Begin(HttpContext);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret, string? decline, CancellationToken cancellationToken)
    {
        if (await this.TooManyAsync(FeedbackGiving.Tries, throttle, cancellationToken) is { } wait)
        {
            return wait;
        }

        if (decline is not null)
        {
            return await giving.DeclineAsync(secret, cancellationToken) ? Done() : Closed();
        }

        if (string.IsNullOrWhiteSpace(Input.Keep) && string.IsNullOrWhiteSpace(Input.Change))
        {
            ModelState.AddModelError("Input.Keep", words["feedback.give.empty"]);
        }

        if (!ModelState.IsValid)
        {
            Question = await giving.FindAsync(secret, cancellationToken);
            return Question is null ? Closed() : this.Again();
        }

        return await giving.AnswerAsync(secret, Input.Keep, Input.Change, cancellationToken) ? Done() : Closed();
    }

    private RedirectResult Done() => new(Here ? FeedbackLinks.HandBack : FeedbackLinks.Thanks);

    private PageResult Closed()
    {
        Question = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
