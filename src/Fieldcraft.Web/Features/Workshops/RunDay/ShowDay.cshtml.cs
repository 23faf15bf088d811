using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.RunDay;

/// <summary>The big screen of the day: before it is opened a word; then the screen of its live session.</summary>
public sealed class ShowDayModel(WorkshopsReading reading, Viewer viewer) : PageModel
{
    public OpenWorkshop Workshop { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { Leads: true, IsCalledOff: false } workshop)
        {
            return NotFound();
        }

        Workshop = workshop;
        return workshop.HasSession ? this.Onward(ConversationsLinks.Screen(LiveSessionId.From(id))) : Page();
    }
}
