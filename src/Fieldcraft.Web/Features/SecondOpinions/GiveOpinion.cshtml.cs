using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.SecondOpinions;

public sealed class GiveOpinionModel(GivingOpinions giving, Words words, Throttle throttle) : PageModel
{
    [BindProperty]
    public Dictionary<string, string?> Demand { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Readiness { get; set; } = [];

    [BindProperty, MaxLength(GivenOpinion.NoteLength)]
    public string? Note { get; set; }

    public AskedFor? Asked { get; private set; }

    /// <summary>Given or declined just now; both get a short thank-you and nothing else.</summary>
    public string? DoneWord { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken)
    {
        if (await GivingOpinions.Tries.TakeAsync(throttle, HttpContext, cancellationToken) is { } wait)
        {
            return TooMany(wait);
        }

        Asked = await giving.LookAsync(secret, cancellationToken);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellationToken)
    {
        if (await GivingOpinions.Tries.TakeAsync(throttle, HttpContext, cancellationToken) is { } wait)
        {
            return TooMany(wait);
        }

        var ids = ChallengeDimension.Task.Select(d => d.Id).ToList();
        var opinion = new GivenOpinion
        {
            Demand = RatingInput.Merge(new Dictionary<string, int?>(), ids, Demand),
            Readiness = RatingInput.Merge(new Dictionary<string, int?>(), ids, Readiness),
            Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        };
        if (opinion.Problems().Count > 0)
        {
            ModelState.AddModelError("", words["opinion.give.empty"]);
        }

        if (!ModelState.IsValid)
        {
            Asked = await giving.LookAsync(secret, cancellationToken);
            return Asked is null ? Shown() : this.Again();
        }

        return Closed(await giving.GiveAsync(secret, opinion, cancellationToken), "opinion.give.done");
    }

    public async Task<IActionResult> OnPostDeclineAsync(string secret, CancellationToken cancellationToken) =>
        await GivingOpinions.Tries.TakeAsync(throttle, HttpContext, cancellationToken) is { } wait
            ? TooMany(wait)
            : Closed(await giving.DeclineAsync(secret, cancellationToken), "opinion.give.declined");

    private PageResult Closed(Outcome? outcome, string word)
    {
        if (outcome is { IsDone: true })
        {
            DoneWord = word;
        }

        return outcome is { IsDone: true } ? Page() : Shown();
    }

    // A link that is wrong, used or out of date: one page for all three, so that guessing teaches nothing.
    private PageResult Shown()
    {
        if (Asked is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }

    private ContentResult TooMany(TimeSpan wait)
    {
        Response.SetTooMany(wait);
        return Content(words["opinion.give.wait"]);
    }
}
