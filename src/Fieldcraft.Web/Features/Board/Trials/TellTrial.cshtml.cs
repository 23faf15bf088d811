using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Opportunities.Own.Process;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Trials;

/// <summary>Tells the own manager of a trial with hours, on its own or from an opportunity or a posting.</summary>
public sealed class TellTrialModel(
    TrialNotices trials,
    BoardReading board,
    OpportunityReading opportunities,
    Rules rules,
    Viewer viewer,
    Words words
) : PageModel
{
    [BindProperty]
    public TrialInput Trial { get; set; } = new();

    public int Days => rules.Board.TrialNoticeDays;

    public async Task<IActionResult> OnGetAsync(Guid? origin, Guid? posting, CancellationToken cancellationToken)
    {
        if ((origin ?? posting) is { } from && await trials.ForAsync(viewer, from, cancellationToken) is { } told)
        {
            return Redirect(BoardLinks.Trial(told.Id));
        }

        if (posting is { } id)
        {
            if (await board.FindAsync(viewer, PostingId.From(id), cancellationToken) is not { } found)
            {
                return NotFound();
            }

            Trial = new TrialInput
            {
                What = found.Wording.Title!,
                HoursAWeek = Math.Max(1, found.Wording.HoursAWeek),
                FromOn = found.Wording.FromOn,
                UntilOn = found.Wording.UntilOn,
                OffThePlate = Fits(found.Wording.OffThePlate),
                Posting = id,
            };
        }

        if (origin is { } opportunity)
        {
            if (await opportunities.FindAsync(viewer, OpportunityId.From(opportunity), cancellationToken) is not { } found)
            {
                return NotFound();
            }

            Trial = new TrialInput
            {
                What = found.Title,
                HoursAWeek = found.Written.Number("hours") ?? 0,
                FromOn = found.Written.Day("from"),
                UntilOn = found.Written.Day("until"),
                OffThePlate = Fits(found.Page["stopDoing"]),
                Opportunity = opportunity,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.TakesIn(Trial, words))
        {
            return this.Again();
        }

        if (Trial.Posting is { } id && await board.FindAsync(viewer, PostingId.From(id), cancellationToken) is null)
        {
            return NotFound();
        }

        var told = await trials.TellAsync(viewer, Trial.Origin(), Trial.Facts(), cancellationToken);
        return told.Value is { } made
            ? this.Onward(BoardLinks.Trial(made.Id), made.ManagerId is null ? "board.flash.no_manager" : "board.flash.told")
            : this.Refused(told.Refusal!);
    }

    private static string Fits(string? text) =>
        text is { Length: > TrialFacts.OffThePlateLength } ? text[..TrialFacts.OffThePlateLength] : text ?? "";
}

internal static class TrialForms
{
    public static bool TakesIn(this PageModel page, TrialInput input, Words words)
    {
        if (input.UntilOn < input.FromOn)
        {
            page.ModelState.AddModelError("Trial.UntilOn", words["board.trial.until.wrong"]);
        }

        return page.ModelState.IsValid && input.Facts().Problems().Count == 0;
    }
}
