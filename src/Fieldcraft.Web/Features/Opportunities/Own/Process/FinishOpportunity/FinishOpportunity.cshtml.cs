using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process.FinishOpportunity;

/// <summary>Ends an opportunity in one of four good ways: first what was learned, and last what it did for oneself.</summary>
public sealed class FinishOpportunityModel(OpportunityReading reading, OpportunityDesk desk, Viewer viewer, Words words, TimeProvider clock)
    : BoxesPage(words, clock)
{
    [BindProperty]
    public OpportunityEnd? How { get; set; }

    public OpenOpportunity Opportunity { get; private set; } = null!;

    public override Sheet Kept => SheetForms.End.Of(Opportunity.Written);

    public override int KeptVersion => Opportunity.Version;

    /// <summary>Before the last step only stopping with a lesson is an end.</summary>
    public bool OnlyStops => OpportunityProcess.After(Opportunity.Kind, Opportunity.State) is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        How = OnlyStops ? OpportunityEnd.StoppedLearned : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (How is null)
        {
            ModelState.AddModelError(nameof(How), Words["error.required"]);
        }

        if (!this.TakesIn(SheetForms.End, Boxes, Words, out var sheet))
        {
            return this.Again();
        }

        return await EndAsync(
            await desk.FinishAsync(viewer, Opportunity.Id, Version, How!.Value, sheet, cancellationToken),
            () => LoadAsync(id, cancellationToken),
            OpportunitiesLinks.One(Opportunity.Id),
            "opportunities.flash.finished"
        );
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, OpportunityId.From(id), cancellationToken) is not { IsOver: false } found)
        {
            return false;
        }

        Opportunity = found;
        return true;
    }
}
