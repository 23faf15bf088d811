using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Strategy.Promises.ListPromises;

/// <summary>What a leader promises this quarter, and what the leaders one level below promised.</summary>
public sealed class ListPromisesModel(PromiseDesk desk, Viewer viewer, Words words, TimeProvider clock) : BoxesPage(words, clock)
{
    private const int QuartersLookedAt = 4;

    public override Sheet Kept => Sheet.Empty;

    public override int KeptVersion => 0;

    public Quarter Quarter { get; private set; }

    public Quarter ThisQuarter => desk.ThisQuarter;

    public IReadOnlyList<EnablingPromise> Own { get; private set; } = [];

    public IReadOnlyList<LeaderPromises> Below { get; private set; } = [];

    /// <summary>Whether everything was kept twice running: the measure itself is to be looked at again.</summary>
    public bool IsToBeReviewed { get; private set; }

    public IEnumerable<EnablingPromise> Current => Own.Where(p => p.QuarterFrom == ThisQuarter.From);

    public async Task<IActionResult> OnGetAsync(string? quarter, CancellationToken cancellationToken) =>
        await LoadAsync(quarter, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(null, cancellationToken))
        {
            return NotFound();
        }

        return !this.TakesIn(StrategyForms.Commitment, Boxes, Words, out var sheet)
            ? Mend()
            : await desk.MakeAsync(viewer, ThisQuarter, sheet, cancellationToken) switch
            {
                null => NotFound(),
                { Refusal: { } refusal } => RefusedFor(refusal),
                _ => this.Onward(StrategyLinks.Promises, "promises.flash.made"),
            };
    }

    private async Task<bool> LoadAsync(string? quarter, CancellationToken cancellationToken)
    {
        if (!viewer.LeadsPeople() || (quarter is null ? desk.ThisQuarter : Quarter.Parse(quarter)) is not { } known)
        {
            return false;
        }

        Quarter = known;
        Own = await desk.OwnAsync(viewer, cancellationToken);
        Below = await desk.BelowAsync(viewer, known, cancellationToken);
        IsToBeReviewed =
            Below.Count > 0
            && MeasureGuard.IsToBeReviewed(await desk.KeptAsync(viewer, ThisQuarter.Before, QuartersLookedAt, cancellationToken));
        return true;
    }
}
