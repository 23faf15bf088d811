using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Stories;

/// <summary><c>&lt;vc:beside-assignment archetype="…" demand="…" /&gt;</c>: what others tell and offer who led something like it. One query.</summary>
public sealed class BesideAssignmentViewComponent(BesideReading reading, Viewer viewer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string? archetype, IReadOnlyDictionary<string, int?> demand) =>
        View(
            "/Features/Stories/BesideAssignment.cshtml",
            await reading.OfAsync(viewer, archetype, BesideReading.Hottest(demand), HttpContext.RequestAborted)
        );
}
