using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rhythm.Own.ShowNotices;

/// <summary>What the viewer has been told. Opening one is a form, so that no link-fetching program notes it as seen.</summary>
public sealed class ShowNoticesModel(NoticesReading reading, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    /// <summary>Also the requests that wait for a month with time.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Waiting { get; set; }

    public ToldNotices Notices { get; private set; } = null!;

    public IReadOnlyList<ShownNotice> Shown => Waiting ? [.. Notices.Now, .. Notices.Held] : Notices.Now;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Notices = await reading.ListAsync(viewer, words.Today(clock.GetUtcNow()), cancellationToken);

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancellationToken) =>
        await reading.SeeAsync(viewer, id, cancellationToken) is { } address ? LocalRedirect(address) : NotFound();

    public async Task<IActionResult> OnPostPutAwayAsync(Guid id, CancellationToken cancellationToken) =>
        await reading.SeeAsync(viewer, id, cancellationToken) is not null ? this.Onward(RhythmLinks.Notices) : NotFound();

    public async Task<IActionResult> OnPostPutAllAwayAsync(CancellationToken cancellationToken)
    {
        await reading.SeeAllAsync(viewer, words.Today(clock.GetUtcNow()), cancellationToken);
        return this.Onward(RhythmLinks.Notices);
    }
}
