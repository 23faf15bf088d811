using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Outcomes.Levels;
using Fieldcraft.Web.Features.Outcomes.Reading;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.PrintSheet;

/// <summary>One page for the sponsor: what was reached, what moved, what cannot be said.</summary>
public sealed class PrintSheetModel(OutcomeReading reading, LevelsReading levels, Words words, TimeProvider clock) : PageModel
{
    public ProgrammeLevels Levels { get; private set; } = null!;

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public IEnumerable<LevelLine> Reached => Of(OutcomeLevelOf.Reach);

    public IEnumerable<LevelLine> Behaviour => Of(OutcomeLevelOf.Behaviour);

    public IEnumerable<MeasureMoved> Moved => Levels.Measures.Where(m => m.Change is not null);

    /// <summary>What cannot be said, each with its reason.</summary>
    public IEnumerable<string> CannotBeSaid
    {
        get
        {
            foreach (var moved in Levels.Measures)
            {
                if (moved.Change is null)
                {
                    yield return words["outcomes.sheet.cannot.moved", moved.Measure.Name];
                }
                else if (!moved.Change.IsClear)
                {
                    yield return words["outcomes.sheet.cannot.clear", moved.Measure.Name];
                }

                if (moved.Comparison?.Verdict is not (ComparisonVerdict.Supported or ComparisonVerdict.Against))
                {
                    yield return words[
                        "outcomes.sheet.cannot.cause",
                        moved.Measure.Name,
                        moved.Comparison?.Doubts is [var doubt, ..]
                            ? words[$"outcomes.doubt.{doubt}", StaggeredStart.SitesAtLeast, SiteComparison.AnswersAtLeast]
                            : words["outcomes.sheet.not_apart"]
                    ];
                }
            }

            foreach (var (module, counts) in Levels.Modules.Where(m => m.Counts.Teams < CoverageGroups.Minimum))
            {
                yield return words["outcomes.sheet.cannot.signs", module.Title];
            }
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.ProgrammeAsync(ProgrammeId.From(id), cancellationToken) is not { } programme)
        {
            return NotFound();
        }

        Levels = await levels.OfAsync(programme, cancellationToken);
        return Page();
    }

    private IEnumerable<LevelLine> Of(OutcomeLevelOf level) => LevelLines.Of(Levels, words).Where(l => l.Level == level);
}
