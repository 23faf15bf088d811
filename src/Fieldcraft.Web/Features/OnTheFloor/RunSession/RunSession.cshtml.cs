using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.OnTheFloor.WriteLog;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.OnTheFloor.RunSession;

/// <summary>
/// Everything a leader needs in the room, on one page that goes on working without a line once it was opened. Without script it reads as a running order.
/// </summary>
internal sealed class RunSessionModel(
    RunDesk runs,
    AttendanceDesk attendance,
    Assets assets,
    Settings settings,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    public LogInput Input { get; private set; } = new();

    public OpenRun Run { get; private set; } = null!;

    public TeachingSession Session => Run.Session;

    public string Language => viewer.Language;

    /// <summary>Where people say that they are here; null until the door is open.</summary>
    public string? DoorAddress => Session.DoorCode is { } code ? settings.PublicAddress + FloorLinks.Door(code) : null;

    /// <summary>Whether people can say now that they are here.</summary>
    public bool IsOn => Session.TakesOwnHands(LocalTime.Of(clock.GetUtcNow(), Session.TimeZone));

    /// <summary>On a device that others use nothing may stay, so nothing is kept for a time without a line.</summary>
    public bool KeepsForLater => !viewer.OnSharedDevice;

    public string Worker => assets.Address(Assets.RunWorker);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var withNotes = viewer.SealedAccess(clock.GetUtcNow()) == SealedAccess.Open;
        Run = (await runs.FindAsync(viewer, TeachingSessionId.From(id), withNotes, cancellationToken))!;
        if (Run is null)
        {
            return NotFound();
        }

        Input = new LogInput
        {
            Minutes = Session.HeldMinutes ?? Session.Minutes,
            Present = [.. Run.People.Where(p => p.Attended == true).Select(p => p.Id.Value)],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostDoorAsync(Guid id, CancellationToken cancellationToken) =>
        await attendance.OpenDoorAsync(viewer, TeachingSessionId.From(id), cancellationToken) is null
            ? NotFound()
            : this.Onward(FloorLinks.Run(TeachingSessionId.From(id)));
}
