using System.Globalization;
using System.Text;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Documents;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SpreadCheetah;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>The table of a measure, or of all of them, as csv, xlsx or pdf. It holds what the page shows and nothing else: a file is no way round the rule.</summary>
public sealed class DownloadMeasureModel(InsightDesk desk, PaperPages paper, IPdfPrinter printer, Viewer viewer, Words words) : PageModel
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Refusal? Refusal { get; private set; }

    public string Back { get; private set; } = InsightLinks.Room;

    public async Task<IActionResult> OnGetAsync(
        string measure,
        string kind,
        [FromQuery] InsightQuery query,
        CancellationToken cancellationToken
    )
    {
        var isFairness = measure == InsightLinks.FairnessTable;
        var chosen = isFairness || measure == InsightLinks.Overview ? null : measure;
        if (await desk.OpenAsync(viewer, query, cancellationToken) is not { } view || !InsightSheets.IsCounted(view, chosen))
        {
            return NotFound();
        }

        var forFile = isFairness ? InsightSheets.FairnessForFile(view, words) : InsightSheets.ForFile(view, chosen, words);

        switch (kind)
        {
            case "csv":
                var text = string.Concat(forFile.Lines.Select(l => string.Join(',', l.Select(CsvCell.Of)) + "\r\n"));
                byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
                return File(bytes, "text/csv; charset=utf-8", $"{measure}.csv");
            case "xlsx":
                return File(await WorkbookAsync(forFile, cancellationToken), Xlsx, $"{measure}.xlsx");
            case "pdf":
                var sheet = isFairness ? InsightSheets.FairnessForPaper(view, words) : InsightSheets.ForPaper(view, chosen, words);
                var html = await paper.RenderAsync(PageContext, InsightSheets.Document, sheet, "a4");
                var pdf = await printer.PrintAsync(html, cancellationToken);
                if (pdf.Refusal is not { } refusal)
                {
                    return File(pdf.Value!, "application/pdf", $"{measure}.pdf");
                }

                (Refusal, Back) = (
                    refusal,
                    isFairness ? InsightLinks.Fairness(query)
                    : chosen is null ? InsightLinks.All(query)
                    : InsightLinks.Measure(chosen, query)
                );
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                return NotFound();
        }
    }

    private static async Task<byte[]> WorkbookAsync(MeasureSheet sheet, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(stream, cancellationToken: cancellationToken))
        {
            await book.StartWorksheetAsync("Insight", token: cancellationToken);
            foreach (var line in sheet.Lines)
            {
                await book.AddRowAsync([.. line.Select(CellOf)], cancellationToken);
            }

            await book.FinishAsync(cancellationToken);
        }

        return stream.ToArray();
    }

    /// <summary>Numbers as numbers; a text is never a formula in a cell that is written as text.</summary>
    private static DataCell CellOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new DataCell(number) : new DataCell(text);
}
