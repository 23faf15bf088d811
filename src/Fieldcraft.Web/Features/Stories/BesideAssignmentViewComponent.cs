using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Stories;

/// <summary><c>&lt;vc:beside-assignment archetype="…" demand="…" /&gt;</c>: what others tell who led something like it. One query.</summary>
public sealed class BesideAssignmentViewComponent(BesideReading reading, Viewer viewer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string? archetype, IReadOnlyDictionary<string, int?> demand) =>
        View(
            "/Features/Stories/BesideAssignment.cshtml",
            new Beside(
                await reading.StoriesAsync(archetype, BesideReading.Hottest(demand), HttpContext.RequestAborted),
                archetype,
                viewer.HasReports || viewer.Leads.Count > 0
            )
        );
}

/// <summary>Stories beside an assignment.</summary>
/// <param name="MayOpenTalk">The viewer leads people, and may ask themselves who should take on such work.</param>
public sealed record Beside(IReadOnlyList<BesideStory> Stories, string? Archetype, bool MayOpenTalk);
