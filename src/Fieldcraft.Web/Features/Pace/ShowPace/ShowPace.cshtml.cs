using Fieldcraft.Domain.Pace;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Pace.ShowPace;

/// <summary>A word and two lines, for the person alone.</summary>
public sealed class ShowPaceModel(PaceOpening opening, PaceDesk desk, Viewer viewer) : PageModel
{
    public OpenPace Pace { get; private set; } = null!;

    public PaceSheet? Sheet => Pace.Sheet;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Pace = await opening.ForAsync(viewer, cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync(int version, CancellationToken cancellationToken)
    {
        var removed = await desk.RemoveAsync(viewer, version, cancellationToken);
        return removed.End switch
        {
            SaveEnd.Saved => this.Onward(PaceLinks.Show, "pace.flash.removed"),
            SaveEnd.NotFound => NotFound(),
            _ => this.Onward(PaceLinks.Show, "pace.flash.meanwhile"),
        };
    }

    /// <summary>The two lines as the picture draws them; null where a level is missing.</summary>
    public PaceLines? Lines =>
        Sheet is { Result: not null } sheet
            ? new PaceLines(
                sheet.Rows.Average(r => (decimal)r.Demand.RequiredThen),
                sheet.Rows.Average(r => (decimal)r.Demand.RequiredNow),
                sheet.Rows.Average(r => r.Then!.Value),
                sheet.Rows.Average(r => r.Now!.Value)
            )
            : null;
}

/// <summary>Means over the capabilities, in levels 1–4.</summary>
public sealed record PaceLines(decimal RequiredThen, decimal RequiredNow, decimal LevelThen, decimal LevelNow)
{
    public const int Height = 150;
    private const int Room = 12;

    /// <summary>Level 4 lies on top, level 1 at the bottom.</summary>
    public static int At(decimal level) =>
        Room + (int)Math.Round((LagInput.HighestLevel - level) * (Height - (2 * Room)) / (LagInput.HighestLevel - LagInput.LowestLevel));
}
