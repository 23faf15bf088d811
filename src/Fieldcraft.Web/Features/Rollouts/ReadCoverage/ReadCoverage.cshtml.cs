using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Reading;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rollouts.ReadCoverage;

/// <summary>How far a module has come in its window. A full count, so no interval; how complete it is stands beside it.</summary>
public sealed class ReadCoverageModel(
    RolloutModules modules,
    CoverageReading reading,
    TableFiles files,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private static readonly string[] Head = ["group", "grouped", "people", "done", "done.share"];

    public ModuleCoverage Coverage { get; private set; } = null!;

    public IReadOnlyList<(string Title, IReadOnlyList<ShownGroup> Groups)> Groups =>
        [
            (words["rollouts.by_shift"], Coverage.Shifts),
            (words["rollouts.by_contract"], Coverage.Contracts),
            (words["rollouts.by_site"], Coverage.Sites),
        ];

    /// <summary>Sponsors read totals.</summary>
    public bool WithGroups => viewer.MayPlanRollouts();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MaySeeTotals() || await modules.FindAsync(viewer, ModuleId.From(id), cancellationToken) is not { } module)
        {
            return NotFound();
        }

        Coverage = await reading.OfAsync(module, words.Today(clock.GetUtcNow()), cancellationToken);
        return WithGroups
            ? await files.AnswerAsync(
                this,
                "coverage",
                () => SheetOf(share => TableFiles.Number(share)),
                () => SheetOf(share => share?.ToString("P0", words.Culture) ?? ""),
                cancellationToken
            )
            : Page();
    }

    private TableSheet SheetOf(Func<decimal?, string> share)
    {
        var c = Coverage.Coverage;
        return new TableSheet(
            words["rollouts.coverage.title", Coverage.Module.Title],
            words["rollouts.coverage.lead", c.Done, c.Eligible, (c.Share ?? 0).ToString("P0", words.Culture), c.DaysGone, c.WindowDays],
            words["rollouts.coverage.how.text"],
            [
                [.. Head.Select(h => words[$"rollouts.{h}"])],
                .. Groups.SelectMany(by =>
                    by.Groups.Select(g =>
                        (string[])
                            [
                                g.Name,
                                by.Title,
                                g.IsWithheld ? words["rollouts.withheld"] : TableFiles.Number(g.Eligible),
                                TableFiles.Number(g.Done),
                                share(g.Share),
                            ]
                    )
                ),
            ]
        );
    }
}
