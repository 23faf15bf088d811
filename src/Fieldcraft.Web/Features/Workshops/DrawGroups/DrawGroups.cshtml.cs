using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.DrawGroups;

/// <summary>The groups of the guests' hour and the trios, without a label of anybody; drawn as often as wanted.</summary>
public sealed class DrawGroupsModel(WorkshopsReading reading, WorkshopDesk desk, Viewer viewer) : PageModel
{
    public OpenWorkshop Workshop { get; private set; } = null!;

    public IEnumerable<IGrouping<int, WorkshopFace>> Trios =>
        Workshop.TakingPart.Where(f => f.Trio is not null).GroupBy(f => f.Trio!.Value).OrderBy(g => g.Key);

    public IEnumerable<IGrouping<int, WorkshopFace>> Groups =>
        Workshop.TakingPart.Where(f => f.Group is not null).GroupBy(f => f.Group!.Value).OrderBy(g => g.Key);

    /// <summary>Came after the last draw.</summary>
    public IReadOnlyList<WorkshopFace> Undrawn => Workshop.HasGroups ? [.. Workshop.TakingPart.Where(f => f.Trio is null)] : [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await desk.DrawGroupsAsync(viewer, WorkshopId.From(id), null, cancellationToken);
        return outcome is null || !await LoadAsync(id, cancellationToken) ? NotFound()
            : outcome.Value.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(WorkshopsLinks.Groups(Workshop.Id), "workshops.flash.drawn");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { Leads: true, IsCalledOff: false } workshop)
        {
            return false;
        }

        Workshop = workshop;
        return true;
    }
}
