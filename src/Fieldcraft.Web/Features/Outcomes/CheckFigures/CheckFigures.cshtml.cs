using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Features.Outcomes.Figures;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.CheckFigures;

/// <summary>What a staged file would do, line by line; nothing changes until it is confirmed.</summary>
public sealed class CheckFiguresModel(FigureDesk desk, Words words) : PageModel
{
    private const int RowsShown = 200;

    public StagedFigures Staged { get; private set; } = null!;

    public FigureReport Report { get; private set; } = null!;

    public IEnumerable<FigureReportRow> Rows => Report.Rows.Take(RowsShown);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? plan, bool withoutRefused, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await desk.ConfirmAsync(Staged, plan, withoutRefused, cancellationToken);
        return outcome.Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(OutcomesLinks.Of(Staged.Measure.ProgrammeId, Staged.Measure.Id), "outcomes.flash.taken_in");
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await desk.DiscardAsync(Staged, cancellationToken);
        return this.Onward(OutcomesLinks.Measure(Staged.Measure.Id), "outcomes.flash.discarded");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(FigureImportId.From(id), cancellationToken) is not { } staged)
        {
            return false;
        }

        (Staged, Report) = (staged, FigureReport.Of(staged.Plan, staged.Measure, words));
        return true;
    }
}
