using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process.WritePart;

/// <summary>The boxes of one form of an opportunity; any of them can wait.</summary>
public sealed class WritePartModel(OpportunityReading reading, OpportunityDesk desk, Viewer viewer, Words words, TimeProvider clock)
    : BoxesPage(words, clock)
{
    public OpenOpportunity Opportunity { get; private set; } = null!;

    public SheetForm Form { get; private set; } = null!;

    public override Sheet Kept => Opportunity.SheetOf(Form);

    public override int KeptVersion => Opportunity.Version;

    public async Task<IActionResult> OnGetAsync(Guid id, string form, CancellationToken cancellationToken) =>
        await LoadAsync(id, form, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string form, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, form, cancellationToken))
        {
            return NotFound();
        }

        if (!this.TakesIn(Form, Boxes, Words, out var sheet))
        {
            return Mend();
        }

        return await EndAsync(
            await desk.WriteAsync(viewer, Opportunity.Id, Version, Form, sheet, cancellationToken),
            () => LoadAsync(id, form, cancellationToken),
            OpportunitiesLinks.One(Opportunity.Id),
            "opportunities.flash.kept"
        );
    }

    private async Task<bool> LoadAsync(Guid id, string form, CancellationToken cancellationToken)
    {
        if (
            OpportunityParts.Find(form) is not { } known
            || await reading.FindAsync(viewer, OpportunityId.From(id), cancellationToken) is not { } found
        )
        {
            return false;
        }

        (Opportunity, Form) = (found, known);
        return true;
    }
}
