using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Features.Rhythm.Nudging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rhythm.ByLink.AnswerNudge;

/// <summary>
/// One nudge, with its one action, without signing in: that a try took place, or not yet; or not now. Every other action leads to the page
/// that asks for a sign-in. No private text is on it.
/// </summary>
public sealed class AnswerNudgeModel(NudgeDesk desk) : PageModel
{
    public Nudge? Nudge { get; private set; }

    /// <summary>The word for what was just answered.</summary>
    public string? Answer { get; private set; }

    public string? Onwards { get; private set; }

    public async Task OnGetAsync(string ticket, CancellationToken cancellationToken) => await FindAsync(ticket, cancellationToken);

    public async Task<IActionResult> OnPostDoneAsync(string ticket, CancellationToken cancellationToken)
    {
        if (await FindAsync(ticket, cancellationToken) is { } nudge && NudgeDesk.IsOneTap(nudge))
        {
            await desk.TakeAsync(nudge, NudgeEnd.Done, cancellationToken);
            (Answer, Onwards) = ("nudge.answer.done", NudgeDesk.AddressOf(nudge));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostNotYetAsync(string ticket, CancellationToken cancellationToken)
    {
        if (await FindAsync(ticket, cancellationToken) is { } nudge && NudgeDesk.IsOneTap(nudge))
        {
            await desk.TakeAsync(nudge, NudgeEnd.NotYet, cancellationToken);
            Answer = "nudge.answer.not_yet";
        }

        return Page();
    }

    public async Task<IActionResult> OnPostGoAsync(string ticket, CancellationToken cancellationToken)
    {
        if (await FindAsync(ticket, cancellationToken) is not { } nudge)
        {
            return Page();
        }

        await desk.TakeAsync(nudge, NudgeEnd.Opened, cancellationToken);
        return LocalRedirect(NudgeDesk.AddressOf(nudge));
    }

    public async Task<IActionResult> OnPostDismissAsync(string ticket, CancellationToken cancellationToken)
    {
        if (await FindAsync(ticket, cancellationToken) is { } nudge)
        {
            await desk.DismissAsync(nudge, cancellationToken);
            Answer = await desk.ArePausedAsync(nudge.PersonId, cancellationToken) ? "nudge.answer.paused" : "nudge.answer.dismissed";
        }

        return Page();
    }

    private async Task<Nudge?> FindAsync(string ticket, CancellationToken cancellationToken)
    {
        Nudge = await desk.ByTicketAsync(ticket, cancellationToken);
        if (Nudge is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Nudge;
    }
}
