using System.Globalization;
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
        string[] head = ["line", "column", "value", "code", "reason", "action"];
        var lines = rows.SelectMany(r => CheckedLine.Of(r, mapping, words))
            .Select(l => (string[])[l.Line.ToString(CultureInfo.InvariantCulture), l.Column, l.Value, l.Code, l.Reason, l.Action]);
        return File(CsvTable.Of(lines.Prepend(head)), CsvTable.Type, "import.csv");
    }
}
