using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Outcomes.Reading;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.ReadOutcome;

/// <summary>As the page of the programme, beside the sessions of one module.</summary>
public sealed class ReadModuleOutcomeModel(OutcomeReading reading, MonthSheets sheets, Viewer viewer) : PageModel
{
    public OutcomePicture Picture { get; private set; } = null!;

    public ModuleInOutcome Module => Picture.Module!;

    public bool MayKeep => viewer.MayKeepOutcomesOf(Picture.Programme.LeadId);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? measure, CancellationToken cancellationToken)
    {
        if (await reading.ModuleAsync(ModuleId.From(id), cancellationToken) is not var (programme, module))
        {
            return NotFound();
        }

        Picture = await reading.OfAsync(programme, module, measure, cancellationToken);
        return await sheets.AnswerAsync(this, Picture, cancellationToken);
    }
}
