using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Checks.Answering;

/// <summary>
/// The rater's page: no account, no cookie. Mail scanners open links, so looking uses nothing up; only sending does. The secret in the address is the
/// permission, so a form token would protect nothing and shut out browsers without cookies.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class GiveAnswerModel(RaterDesk desk, Throttle throttle, Words words) : PageModel
{
    [BindProperty]
    public Dictionary<string, string?> Said { get; set; } = [];

    [BindProperty, MaxLength(AnswerContent.CommentLength)]
    public string? Comment { get; set; }

    /// <summary>Null when the link does not open: unknown, used and over look the same.</summary>
    public AskedView? Asked { get; private set; }

    /// <summary>The comment as it will stand in the report.</summary>
    public string? Preview { get; private set; }

    /// <summary>Answered or declined just now; what was said is not shown again.</summary>
    public string? DoneWord { get; private set; }

    public RatingForm Rating => new(Asked!.Catalogue, Asked.Form, Asked.Asked, Said, "checks.rate.other");

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken)
    {
        if (await this.TooManyAsync(RaterDesk.Tries, throttle, cancellationToken) is { } wait)
        {
            return wait;
        }

        Asked = await desk.LookAsync(secret, cancellationToken);
        return Asked is null ? Gone() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret, string? preview, string? decline, CancellationToken cancellationToken)
    {
        if (await this.TooManyAsync(RaterDesk.Tries, throttle, cancellationToken) is { } wait)
        {
            return wait;
        }

        if (decline is not null)
        {
            return await desk.DeclineAsync(secret, cancellationToken) ? Done("checks.give.declined") : Gone();
        }

        Asked = await desk.LookAsync(secret, cancellationToken);
        if (Asked is null)
        {
            return Gone();
        }

        if (preview is not null && ModelState.IsValid)
        {
            Preview = RoundReport.Unsigned(Comment) is { Length: > 0 } shown ? shown : words["checks.give.preview.none"];
            return Page();
        }

        var ratings = Rating.Ratings(words);
        if (ratings.Problems(_ => true).Count > 0)
        {
            ModelState.AddModelError("", words["checks.rate.nothing"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await desk.AnswerAsync(secret, ratings, Comment, cancellationToken) ? Done("checks.give.done") : Gone();
    }

    private PageResult Done(string word)
    {
        (Asked, DoneWord) = (null, word);
        return Page();
    }

    private PageResult Gone()
    {
        Asked = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
