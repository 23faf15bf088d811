using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rhythm.ShowNotices;

/// <summary>What the viewer has been told. Opening one is a form, so that no link-fetching program notes it as seen.</summary>
public sealed class ShowNoticesModel(NoticesReading reading, Viewer viewer) : PageModel
{
    public IReadOnlyList<ShownNotice> Notices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Notices = await reading.ListAsync(viewer, cancellationToken);

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancellationToken) =>
        await reading.SeeAsync(viewer, id, cancellationToken) is { } address ? LocalRedirect(address) : NotFound();

    public async Task<IActionResult> OnPostPutAwayAsync(Guid id, CancellationToken cancellationToken) =>
        await reading.SeeAsync(viewer, id, cancellationToken) is not null ? this.Onward(RhythmLinks.Notices) : NotFound();

    public async Task<IActionResult> OnPostPutAllAwayAsync(CancellationToken cancellationToken)
    {
        await reading.SeeAllAsync(viewer, cancellationToken);
        return this.Onward(RhythmLinks.Notices);
    }
}
