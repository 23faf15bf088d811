using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions.SwapSlot;

/// <summary>"I can't then": another session where a seat is free and every rule keeps, or somebody finds one. No reason is asked.</summary>
public sealed class SwapSlotModel(FieldcraftDb db, SwapDesk desk, Viewer viewer) : PageModel
{
    public TeachingSession Session { get; private set; } = null!;

    public IReadOnlyList<TeachingSession> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? wanted, CancellationToken cancellationToken)
    {
        var other = wanted is { } session ? TeachingSessionId.From(session) : (TeachingSessionId?)null;
        if (await desk.AskAsync(viewer, TeachingSessionId.From(id), other, cancellationToken) is not { } asked)
        {
            return NotFound();
        }

        if (asked.Refusal is { } refusal)
        {
            return await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound();
        }

        return this.Onward(TeachingSessionsLinks.MySlot, "sessions.flash.swap_asked");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var wanted = TeachingSessionId.From(id);
        if (
            await db.TeachingSessions.AsNoTracking().HoldingSeatFor(viewer).FirstOrDefaultAsync(s => s.Id == wanted, cancellationToken)
            is not { IsHeld: false } session
        )
        {
            return false;
        }

        Session = session;
        Choices = await desk.ChoicesAsync(viewer.PersonId, session.ModuleId, wanted, session.SiteId, cancellationToken);
        return true;
    }
}
