using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.InvitePeople;

/// <summary>An invitation for each line of the list, on paper, for people who read no mail.</summary>
public sealed class PrintInvitationsModel(WorkshopsReading reading, Viewer viewer) : PageModel
{
    public OpenWorkshop Workshop { get; private set; } = null!;

    public string Address => Request.Site() + WorkshopsLinks.One(Workshop.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { Leads: true, IsCalledOff: false } workshop)
        {
            return NotFound();
        }

        Workshop = workshop;
        return Page();
    }
}
