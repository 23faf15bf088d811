using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Insight.Views;

/// <summary>A kept view of one's own: its name, when it is mailed, and taking it away; also for who may read Insight no longer.</summary>
public sealed class ChangeViewModel(KeptViewDesk views, Viewer viewer) : PageModel
{
    public KeptView Kept { get; private set; } = null!;

    public bool HasAddress { get; private set; }

    public bool MayRead => viewer.MayReadInsight();

    [BindProperty]
    public KeepInput Keep { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Keep = new KeepInput { Name = Kept.Name, Mailing = Kept.Mailing };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return !ModelState.IsValid
            ? this.Again()
            : End(
                await views.ChangeAsync(viewer, Kept.Id, Keep.Version, Keep.ToWording(), cancellationToken),
                "insight.view.flash.changed"
            );
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        return End(await views.RemoveAsync(viewer, Kept.Id, Keep.Version, cancellationToken), "insight.view.flash.removed");
    }

    private IActionResult End(SaveResult result, string flash) =>
        result.End switch
        {
            SaveEnd.Saved => this.Onward(MayRead ? InsightLinks.Room : "/", flash),
            SaveEnd.NotFound => NotFound(),
            SaveEnd.Refused => this.Refused(result.Refusal!),
            _ => this.Refused(new Refusal("kept-view-changed-meanwhile")),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(viewer, KeptViewId.From(id), cancellationToken) is not { } kept)
        {
            return false;
        }

        (Kept, HasAddress) = (kept, (await views.OwnAsync(viewer, cancellationToken)).HasAddress);
        return true;
    }
}
