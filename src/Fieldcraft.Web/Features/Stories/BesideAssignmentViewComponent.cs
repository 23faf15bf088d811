using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Stories;

/// <summary><c>&lt;vc:beside-assignment archetype="…" demand="…" /&gt;</c>: what others offer who led something like it. One query.</summary>
public sealed class BesideAssignmentViewComponent(BesideReading reading) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string? archetype, IReadOnlyDictionary<string, int?> demand) =>
        View(
            "/Features/Stories/BesideAssignment.cshtml",
            await reading.OfAsync(archetype, BesideReading.Hottest(demand), HttpContext.RequestAborted)
        );
}
