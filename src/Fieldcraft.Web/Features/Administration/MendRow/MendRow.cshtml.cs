using System.Text.Json;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration.MendRow;

/// <summary>Corrects one row of a staged file, or leaves it out; the file itself stays as it is.</summary>
public sealed class MendRowModel(FieldcraftDb db, ImportDesk desk, Viewer viewer, Words words) : PageModel
{
    public Guid ImportId { get; private set; }

    public int Line { get; private set; }

    public string FileName { get; private set; } = "";

    public IReadOnlyList<string> Headers { get; private set; } = [];

    public IReadOnlyList<string> Cells { get; private set; } = [];

    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public IReadOnlySet<string> Wrong { get; private set; } = new HashSet<string>();

    public bool IsSkipped { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int line, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, line, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var findings = ImportDesk.NotesOf(found.Row).Findings;
        (ImportId, Line, FileName, IsSkipped) = (id, line, found.Import.FileName, found.Row.IsSkipped);
        Headers = ImportDesk.MappingOf(found.Import).Headers;
        Cells = ImportDesk.FileRowOf(found.Row).Cells;
        Reasons = [.. findings.Select(f => ImportReportRow.ReasonOf(f, words))];
        Wrong = findings.Select(f => f.Column).ToHashSet(StringComparer.Ordinal);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, int line, IReadOnlyList<string?> cells, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            line,
            row =>
            {
                row.Cells = JsonSerializer.Serialize(
                    cells.Take(DirectoryFile.MostColumns).Select(c => (c ?? "").Length > DirectoryFile.LongestCell ? "" : c ?? "")
                );
                row.IsSkipped = false;
            },
            "import.flash.mended",
            cancellationToken
        );

    public Task<IActionResult> OnPostSkipAsync(Guid id, int line, CancellationToken cancellationToken) =>
        ChangeAsync(id, line, row => row.IsSkipped = !row.IsSkipped, "import.flash.mended", cancellationToken);

    private async Task<IActionResult> ChangeAsync(
        Guid id,
        int line,
        Action<StagedRow> change,
        string flash,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(id, line, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        await desk.ReplanAsync(
            viewer,
            found.Import,
            ImportDesk.MappingOf(found.Import),
            rows => change(rows.Single(r => r.Line == line)),
            cancellationToken
        );
        return this.Onward(AdministrationLinks.Check(id), flash);
    }

    private async Task<(StagedImport Import, StagedRow Row)?> FindAsync(Guid id, int line, CancellationToken cancellationToken)
    {
        var import = await desk.FindAsync(viewer, id, cancellationToken);
        if (import is not { State: StagedImportState.Staged or StagedImportState.Outdated })
        {
            return null;
        }

        var row = await db.StagedRows.AsNoTracking().FirstOrDefaultAsync(r => r.ImportId == id && r.Line == line, cancellationToken);
        return row is null ? null : (import, row);
    }
}
