using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Features.Outcomes.Figures;
using Fieldcraft.Web.Features.Outcomes.Measures;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.DescribeMeasure;

/// <summary>One measure: a file of figures to take in, its words, and its end.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class DescribeMeasureModel(MeasureDesk desk, FigureDesk figures, Words words) : PageModel
{
    // A little more than the file, so that a file just too large still gets a sentence.
    private const int LargestRequest = FigureImport.BytesAtMost + (1024 * 1024);

    [BindProperty]
    public MeasureInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public OutcomeMeasure Measure { get; private set; } = null!;

    public IReadOnlyList<FigureImport> Waiting { get; private set; } = [];

    public string Columns => string.Join(", ", new[] { "site", "week" }.Concat(FigurePlanning.ColumnsOf(Measure.Kind)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = MeasureInput.Of(Measure);
        return Page();
    }

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

        var outcome = await desk.DescribeAsync(Measure.Id, Input.Version, Input.ToFacts(), cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(OutcomesLinks.Measures(Measure.ProgrammeId), "outcomes.flash.described");
        }

        ModelState.Remove("Input.Version");
        Input = Input with { Version = Measure.Version };
        return this.Refused(refusal);
    }

    public async Task<IActionResult> OnPostUploadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = MeasureInput.Of(Measure);
        ModelState.Clear();
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), words["outcomes.upload.missing"]);
            return this.Again();
        }

        using var bytes = new MemoryStream();
        await Upload.CopyToAsync(bytes, cancellationToken);
        try
        {
            var staged = await figures.StageAsync(Measure.Id, Upload.FileName, bytes.ToArray(), false, cancellationToken);
            return staged is null ? NotFound() : this.Onward(OutcomesLinks.Import(staged.Import.Id));
        }
        catch (UnreadableFileException unreadable)
        {
            ModelState.AddModelError(nameof(Upload), words[$"import.file.{unreadable.Code}", [.. unreadable.Arguments]]);
            return this.Again();
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await desk.RemoveAsync(Measure.Id, version, cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(OutcomesLinks.Measures(Measure.ProgrammeId), "outcomes.flash.removed");
        }

        ModelState.Clear();
        Input = MeasureInput.Of(Measure);
        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Measure = (await desk.FindAsync(OutcomeMeasureId.From(id), cancellationToken))!;
        Waiting = Measure is null ? [] : await figures.WaitingAsync(Measure.Id, cancellationToken);
        return Measure is not null;
    }
}
