using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy.ShowPlaces;

/// <summary>Where learning sits in the real work of the viewer's units, what hinders it, and who enables it by when.</summary>
public sealed class ShowPlacesModel(StrategyReading reading, FieldcraftDb db, Viewer viewer) : PageModel
{
    private const int Shown = 20;

    public IReadOnlyList<(Unit Unit, IReadOnlyList<StrategyPiece> Places, bool MayWrite)> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var led = viewer.Leads.Select(l => l.Id).ToList();
        var units = await db
            .Units.AsNoTracking()
            .Where(u =>
                led.Contains(u.Id)
                || db.People.Any(p => p.Id == me && p.UnitId == u.Id)
                || (u.ParentId != null && led.Contains(u.ParentId.Value))
            )
            .OrderBy(u => u.Path.Length)
            .ThenBy(u => u.NameKey)
            .Take(Shown)
            .ToListAsync(cancellationToken);
        var places = await reading.PlacesAsync(viewer, [.. units.Select(u => u.Id)], cancellationToken);
        Units =
        [
            .. units.Select(u =>
                (
                    u,
                    (IReadOnlyList<StrategyPiece>)[.. places.Where(p => p.UnitId == u.Id && p.IsOpen)],
                    viewer.MayWrite(StrategyKind.Place, u.Id, u.Path)
                )
            ),
        ];
    }
}
