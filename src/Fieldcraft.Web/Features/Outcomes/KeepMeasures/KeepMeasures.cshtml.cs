using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Outcomes.Measures;
using Fieldcraft.Web.Features.Outcomes.Reading;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.KeepMeasures;

/// <summary>The measures of a programme, and another one.</summary>
public sealed class KeepMeasuresModel(OutcomeReading reading, MeasureDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public MeasureInput Input { get; set; } = new();

    public ProgrammeInOutcome Programme { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var defined = await desk.DefineAsync(Programme.Id, Input.ToFacts(), cancellationToken);
        return defined switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            { Value: var made } => this.Onward(OutcomesLinks.Measure(made), "outcomes.flash.defined"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Programme = (await reading.ProgrammeAsync(ProgrammeId.From(id), cancellationToken))!;
        return Programme is not null && viewer.MayKeepOutcomesOf(Programme.LeadId);
    }
}
