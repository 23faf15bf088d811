using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.OnTheFloor.BigScreen;

/// <summary>What everybody in the room sees: the block that is on, its film, and how to say that one is here. Nothing of the leader's own notes.</summary>
public sealed class BigScreenModel(RunDesk runs, FieldcraftDb db, Settings settings, Viewer viewer) : PageModel
{
    public OpenRun Run { get; private set; } = null!;

    public SessionRun? Place { get; private set; }

    public string Language => viewer.Language;

    public string? DoorAddress => Run.Session.DoorCode is { } code ? settings.PublicAddress + FloorLinks.Door(code) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var session = TeachingSessionId.From(id);
        Run = (await runs.FindAsync(viewer, session, withNotes: false, cancellationToken))!;
        if (Run is null)
        {
            return NotFound();
        }

        Place = await db.SessionRuns.AsNoTracking().FirstOrDefaultAsync(r => r.SessionId == session, cancellationToken);
        return Page();
    }
}
