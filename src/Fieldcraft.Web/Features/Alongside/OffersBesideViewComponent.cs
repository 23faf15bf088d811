using Fieldcraft.Web.Features.Stories;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>
/// <c>&lt;vc:offers-beside archetype="…" demand="…" /&gt;</c>: whom one could watch or work with, where an assignment asks for much. One query.
/// </summary>
public sealed class OffersBesideViewComponent(BesideReading reading, Viewer viewer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string? archetype, IReadOnlyDictionary<string, int?> demand) =>
        View(
            "/Features/Alongside/OffersBeside.cshtml",
            await reading.OffersAsync(viewer, archetype, BesideReading.Hottest(demand), HttpContext.RequestAborted)
        );
}
