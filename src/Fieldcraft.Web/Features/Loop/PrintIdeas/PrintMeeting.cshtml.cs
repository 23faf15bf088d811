using Fieldcraft.Domain.Loop;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.PrintIdeas;

/// <summary>The idea sheet of a meeting: each idea with its presenter and minutes, and room to write the answer down in the room.</summary>
public sealed class PrintMeetingModel(LoopMeetingReading reading, Viewer viewer) : PageModel
{
    public OpenLoopMeeting Meeting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, LoopMeetingId.From(id), cancellationToken) is not { } meeting)
        {
            return NotFound();
        }

        Meeting = meeting;
        return Page();
    }
}
