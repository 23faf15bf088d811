using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.Afterwards;

/// <summary>The viewer's trio: with whom, on which days, and how the hour goes.</summary>
public sealed class TrioModel(WorkshopsReading reading, Rules rules, Viewer viewer, TimeProvider clock) : PageModel
{
    public OpenWorkshop Workshop { get; private set; } = null!;

    public IReadOnlyList<DateOnly> Days => CheckWindows.TrioDays(Workshop.On, rules.Workshops);

    public DateOnly Today => WorkshopWhen.Today(Workshop.TimeZone, clock.GetUtcNow());

    public static IReadOnlyList<AgendaBlock> Hour => Agenda.Of(PartnerKind.PeerTrio);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken)
            is not { IsIn: true, IsCalledOff: false, Programme.IsSmall: false } workshop
        )
        {
            return NotFound();
        }

        Workshop = workshop;
        return Page();
    }
}
