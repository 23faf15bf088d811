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

/// <summary>A measure as it stands on paper and in files: a name, and lines of cells.</summary>
public sealed record MeasureSheet(string Title, string About, string Minimum, IReadOnlyList<IReadOnlyList<string>> Lines);

/// <summary>The table of a measure as csv, xlsx or pdf. It holds what the page shows and nothing else: a file is no way round the rule.</summary>
public sealed class DownloadMeasureModel(InsightDesk desk, PaperPages paper, IPdfPrinter printer, Viewer viewer, Words words) : PageModel
{
    public const string Sheet = "/Features/Insight/_MeasureDocument.cshtml";
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
        if (
            !QuarterMeasures.All.Any(m => m.Id == measure)
            || await desk.OpenAsync(viewer, query, cancellationToken) is not { Release: not null } view
        )
        {
            return NotFound();
        }

        var sheet = SheetOf(view, measure, words);
        switch (kind)
        {
            case "csv":
                var text = string.Concat(sheet.Lines.Select(l => string.Join(',', l.Select(CsvCell.Of)) + "\r\n"));
                byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
                return File(bytes, "text/csv; charset=utf-8", $"{measure}.csv");
            case "xlsx":
                return File(await WorkbookAsync(sheet, cancellationToken), Xlsx, $"{measure}.xlsx");
            case "pdf":
                var pdf = await printer.PrintAsync(await paper.RenderAsync(PageContext, Sheet, sheet, "a4"), cancellationToken);
                if (pdf.Refusal is not { } refusal)
                {
                    return File(pdf.Value!, "application/pdf", $"{measure}.pdf");
                }

                (Refusal, Back) = (refusal, InsightLinks.Measure(measure, query));
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                return NotFound();
        }
    }

    internal static MeasureSheet SheetOf(InsightView view, string measure, Words words)
    {
        string[] Line(string name, Domain.Insight.Figures.GroupValue value) =>
            value.Percent is { } percent
                ?
                [
                    name,
                    percent.ToString(CultureInfo.InvariantCulture),
                    value.PercentInterval!.Lower.ToString(CultureInfo.InvariantCulture),
                    value.PercentInterval.Upper.ToString(CultureInfo.InvariantCulture),
                    value.Count!.Value.ToString(CultureInfo.InvariantCulture),
                    "",
                ]
                : [name, "", "", "", "", words[$"insight.withheld.{value.Withheld}", view.Minimum]];
        return new MeasureSheet(
            words[$"insight.measure.{measure}"],
            $"{view.Top.Name}, {InsightView.NameOf(view.Round!)}",
            words["insight.how", view.Minimum],
            [
                [
                    words["insight.group"],
                    words["insight.share"],
                    words["insight.from"],
                    words["insight.to"],
                    words["insight.people"],
                    words["insight.note"],
                ],
                Line(words["insight.together"], view.Of(measure)),
                .. view.Lines(measure).Select(l => Line(InsightWords.NameOf(words, l), l.Value)),
            ]
        );
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
