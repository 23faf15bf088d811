using System.Globalization;
using Fieldcraft.Web.Documents;
using Fieldcraft.Web.Features.Administration.Importing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Constraints;
using SpreadCheetah;

namespace Fieldcraft.Web.Features.Shared.Tables;

/// <summary>In a page's address, <c>{kind:table?}</c>: its table as a file of this kind.</summary>
internal sealed class TableKind() : RegexRouteConstraint($"^({string.Join('|', All)})$")
{
    public const string Name = "table";

    public static readonly IReadOnlyList<string> All = ["csv", "xlsx", "pdf"];

    /// <summary>The kind that is asked for; null: the page itself.</summary>
    public static string? In(RouteData route) => route.Values["kind"] as string;

    /// <summary>The page's own address without a kind of file.</summary>
    public static string PageOf(HttpRequest request, string kind) => request.Path.Value![..^(kind.Length + 1)] + request.QueryString;
}

/// <summary>Hands out the table of a page as a file. The page has decided who may see what before: a file is no way round a rule.</summary>
public sealed class TableFiles(PaperPages paper, IPdfPrinter printer)
{
    /// <summary>A table rendered as a document.</summary>
    public const string Document = "/Features/Shared/Tables/_TableDocument.cshtml";

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The page, or its table where the address asks for that. Where no PDF can be made the page is shown again and says so.</summary>
    /// <param name="name">Of the file, without its kind; no private text.</param>
    /// <param name="forPrograms">A number in each cell.</param>
    /// <param name="forPeople">As the page shows it.</param>
    public async Task<IActionResult> AnswerAsync(
        PageModel page,
        string name,
        Func<TableSheet> forPrograms,
        Func<TableSheet> forPeople,
        CancellationToken cancellationToken
    )
    {
        switch (TableKind.In(page.RouteData))
        {
            case "csv":
                return page.File(CsvTable.Of(forPrograms().Lines), CsvTable.Type, $"{name}.csv");
            case "xlsx":
                return page.File(await WorkbookAsync(forPrograms(), name, cancellationToken), Workbook, $"{name}.xlsx");
            case "pdf":
                var html = await paper.RenderAsync(page.PageContext, Document, forPeople(), "a4");
                var pdf = await printer.PrintAsync(html, cancellationToken);
                return pdf.Refusal is { } refusal
                    ? page.Onward(TableKind.PageOf(page.Request, "pdf"), $"refusal.{refusal.Code}")
                    : page.File(pdf.Value!, "application/pdf", $"{name}.pdf");
            default:
                return page.Page();
        }
    }

    /// <summary>A number for programs, to four decimals; empty where there is none.</summary>
    public static string Number(IFormattable? number) =>
        number?.ToString("0.####", CultureInfo.InvariantCulture) switch
        {
            null => "",
            "-0" => "0",
            var said => said,
        };

    private static async Task<byte[]> WorkbookAsync(TableSheet sheet, string name, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(stream, cancellationToken: cancellationToken))
        {
            await book.StartWorksheetAsync(name, token: cancellationToken);
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
