using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Outcomes.Levels;
using Fieldcraft.Web.Features.Outcomes.Reading;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.ReadLevels;

/// <summary>Everything that can be measured, in the order of Kirkpatrick's levels.</summary>
public sealed class ReadLevelsModel(OutcomeReading reading, LevelsReading levels, IEnumerable<ILevelSource> sources, Words words)
    : PageModel
{
    public ProgrammeInOutcome Programme { get; private set; } = null!;

    public ILookup<OutcomeLevelOf, LevelLine> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.ProgrammeAsync(ProgrammeId.From(id), cancellationToken) is not { } programme)
        {
            return NotFound();
        }

        var lines = LevelLines.Of(await levels.OfAsync(programme, cancellationToken), words).ToList();
        foreach (var source in sources)
        {
            lines.AddRange(await source.LinesAsync(programme, cancellationToken));
        }

        (Programme, Lines) = (programme, lines.ToLookup(l => l.Level));
        return Page();
    }
}
