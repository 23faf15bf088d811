using System.Globalization;
using System.Text;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Administration.CheckImport;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration.DownloadTable;

/// <summary>The table of the dry run for a spreadsheet: nothing in it runs as a formula.</summary>
public sealed class DownloadTableModel(FieldcraftDb db, ImportDesk desk, Viewer viewer, Words words) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(viewer, id, cancellationToken) is not { } import)
        {
            return NotFound();
        }

        var mapping = ImportDesk.MappingOf(import);
        var rows = await db
            .StagedRows.AsNoTracking()
            .Where(r => r.ImportId == id && r.Findings != null)
            .OrderBy(r => r.Line)
            .ToListAsync(cancellationToken);
        var text = new StringBuilder();
        text.AppendJoin(',', ((string[])["line", "column", "value", "code", "reason", "action"]).Select(CsvCell.Of)).Append("\r\n");
        foreach (var line in rows.SelectMany(r => CheckedLine.Of(r, mapping, words)))
        {
            string[] cells =
            [
                line.Line.ToString(CultureInfo.InvariantCulture),
                line.Column,
                line.Value,
                line.Code,
                line.Reason,
                line.Action,
            ];
            text.AppendJoin(',', cells.Select(CsvCell.Of)).Append("\r\n");
        }

        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
        return File(bytes, "text/csv; charset=utf-8", "import.csv");
    }
}
