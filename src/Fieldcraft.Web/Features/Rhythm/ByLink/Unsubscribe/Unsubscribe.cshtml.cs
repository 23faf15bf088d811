using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rhythm.ByLink.Unsubscribe;

/// <summary>
/// Stops one list of mails without signing in (RFC 8058). Opening the link changes nothing, because mail scanners open links. A mail program
/// that sends the form has no form token of ours; the sealed ticket is what it needs, and all it can do is stop these mails.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(Unsubscribing unsubscribing, RhythmDesk desk, Words words) : PageModel
{
    /// <summary>What the mails are called; null for a ticket that is none.</summary>
    public string? List { get; private set; }

    public bool IsDone { get; private set; }

    public IActionResult OnGet(string ticket)
    {
        List = unsubscribing.Open(ticket) is { } known ? NameOf(known.List) : null;
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string ticket, CancellationToken cancellationToken)
    {
        if (unsubscribing.Open(ticket) is { } known)
        {
            await desk.UnsubscribeAsync(known.Person, known.List, cancellationToken);
            (List, IsDone) = (NameOf(known.List), true);
        }

        return Shown();
    }

    private string NameOf(string list) => list == Unsubscribing.Digest ? words["unsubscribe.digest"] : words[list + ".kind"];

    private PageResult Shown()
    {
        if (List is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }
}
