using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Outcomes.Reading;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.ReadOutcome;

/// <summary>What a programme moved: a measure beside the roll-out, the year before, and early sites against later ones.</summary>
public sealed class ReadProgrammeOutcomeModel(OutcomeReading reading, MonthSheets sheets, Viewer viewer) : PageModel
{
    public OutcomePicture Picture { get; private set; } = null!;

    public bool MayKeep => viewer.MayKeepOutcomesOf(Picture.Programme.LeadId);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? measure, CancellationToken cancellationToken)
    {
        if (await reading.ProgrammeAsync(ProgrammeId.From(id), cancellationToken) is not { } programme)
        {
            return NotFound();
        }

        Picture = await reading.OfAsync(programme, null, measure, cancellationToken);
        return await sheets.AnswerAsync(this, Picture, cancellationToken);
    }
}
