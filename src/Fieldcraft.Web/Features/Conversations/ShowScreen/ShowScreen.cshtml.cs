using Fieldcraft.Domain.Conversations;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conversations.ShowScreen;

/// <summary>The big screen in the room: code, stage, clock, how many have written, what was revealed. Nothing of whoever opened it.</summary>
public sealed class ShowScreenModel(LiveReading reading, Viewer viewer, TimeProvider clock) : PageModel
{
    public OpenSession Open { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public string? JoinAddress => Open.Session.Code is { } code ? Request.Site() + ConversationsLinks.JoinBy(code) : null;

    public string Host => new Uri(Request.Site()).Authority;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, null, cancellationToken) ? Page() : NotFound();

    /// <summary>What changes on the screen, for the script; nothing when nothing did.</summary>
    public async Task<IActionResult> OnGetNowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, PulseTags.Known(Request), cancellationToken))
        {
            return NotFound();
        }

        if (Open is null)
        {
            return StatusCode(StatusCodes.Status304NotModified);
        }

        PulseTags.Set(Response, Open.Session.Pulse);
        return Partial("_Screen", this);
    }

    private async Task<bool> LoadAsync(Guid id, long? known, CancellationToken cancellationToken)
    {
        var (isThere, open) = await reading.LookAsync(viewer, LiveSessionId.From(id), withOwn: false, known, cancellationToken);
        Open = open!;
        return isThere && (open is null || open.Me.IsThere);
    }
}
