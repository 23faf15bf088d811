using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.Briefing;

/// <summary>What a briefing says, read aloud or handed out. Nobody who takes part is named in it.</summary>
public abstract class BriefingModel(WorkshopsReading reading, Viewer viewer) : PageModel
{
    public OpenWorkshop Workshop { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken)
            is not { IsCalledOff: false, Programme.IsSmall: false } workshop
        )
        {
            return NotFound();
        }

        Workshop = workshop;
        return Page();
    }
}

/// <summary>Half an hour with the managers of those who come.</summary>
public sealed class BriefManagersModel(WorkshopsReading reading, Viewer viewer) : BriefingModel(reading, viewer);

/// <summary>Ten minutes with the managers who are asked as internal customers.</summary>
public sealed class BriefGuestsModel(WorkshopsReading reading, Viewer viewer) : BriefingModel(reading, viewer);
