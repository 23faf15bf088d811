using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Pulses.Own;

/// <summary>Slips with name and code, to be cut and handed out where people have no e-mail.</summary>
public sealed class PrintCodesModel(PulseReading reading, PulseDesk desk, FieldcraftDb db, Settings settings, Viewer viewer) : PageModel
{
    public PulseLine Line { get; private set; } = null!;

    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<(string Name, string Code)> Codes { get; private set; } = [];

    public string Address => settings.PublicAddress + PulsesLinks.Enter;

    public string AddressOf(string code) => settings.PublicAddress + PulsesLinks.Answer(code, kiosk: false);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid unit, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(PulseId.From(id), cancellationToken) is not { } line
            || await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == UnitId.From(unit), cancellationToken) is not { } place
            || await desk.CodesAsync(viewer, line.Pulse.Id, place, cancellationToken) is not { } codes
        )
        {
            return NotFound();
        }

        (Line, Unit, Codes) = (line, place, codes);
        return Page();
    }
}
