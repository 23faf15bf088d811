using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Outcomes.Cases;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.ManageCases;

/// <summary>The draw of success cases, and those whose leaders agreed.</summary>
public sealed class ManageCasesModel(CaseReading reading, CaseDesk desk, Words words, TimeProvider clock) : PageModel
{
    public CasesOfModule Cases { get; private set; } = null!;

    public bool MayDraw => Cases.Draw is null && words.Today(clock.GetUtcNow()) >= Cases.AskedFrom;

    public int CountOf(CaseSide side, CaseState state) => Cases.States.GetValueOrDefault((side, state));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return await desk.DrawAsync(Cases.Module, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(OutcomesLinks.Cases(Cases.Module), "outcomes.flash.drawn"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Cases = (await reading.OfModuleAsync(ModuleId.From(id), cancellationToken))!;
        return Cases is not null;
    }
}
