using Fieldcraft.Domain.Loop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.MeasureLoop;

/// <summary>How the loop runs: the whole, then each state, network and facility that the viewer answers for. No team, and no ranking.</summary>
public sealed class MeasureLoopModel(LoopMeasuresReading reading) : PageModel
{
    public IReadOnlyList<MeasuredProgramme> Programmes { get; private set; } = [];

    public LoopPicture Picture { get; private set; } = null!;

    public LoopMeasures? Whole => Picture.Whole;

    public async Task<IActionResult> OnGetAsync(Guid? programme, CancellationToken cancellationToken)
    {
        Programmes = await reading.ProgrammesAsync(cancellationToken);
        if (Programmes.FirstOrDefault(p => programme is null || p.Id.Value == programme) is not { } chosen)
        {
            return NotFound();
        }

        Picture = await reading.OfAsync(chosen, cancellationToken);
        return Page();
    }
}
