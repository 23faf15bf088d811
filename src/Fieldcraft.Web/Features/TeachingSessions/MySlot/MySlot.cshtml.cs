using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.TeachingSessions.MySlot;

/// <summary>When, where and with whom: the slot of somebody who attends, for a look at the phone.</summary>
public sealed class MySlotModel(SessionsReading reading, SwapDesk desk, Viewer viewer, TimeProvider clock) : PageModel
{
    /// <summary>To come, the next one first.</summary>
    public IReadOnlyList<OwnSession> Coming { get; private set; } = [];

    public IReadOnlyList<OwnSession> Before { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostTakeBackAsync(Guid swap, CancellationToken cancellationToken)
    {
        if (await desk.TakeBackAsync(viewer, SwapRequestId.From(swap), cancellationToken) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refusal is { } refusal)
        {
            await LoadAsync(cancellationToken);
            return this.Refused(refusal);
        }

        return this.Onward(TeachingSessionsLinks.MySlot, "sessions.flash.swap_back");
    }

    /// <summary>It is about to begin, or on: time to say that one is here.</summary>
    public bool IsOpen(OwnSession session) =>
        session.Attended != true && session.Start - TeachingSession.OpenBefore <= LocalTime.Of(clock.GetUtcNow(), session.TimeZone);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var all = await reading.AttendedAsync(viewer, cancellationToken);
        Coming = [.. all.Where(s => s.HeldAt is null && !s.IsOver(now))];
        Before = [.. all.Where(s => s.HeldAt is not null || s.IsOver(now)).OrderByDescending(s => s.Start)];
    }
}
