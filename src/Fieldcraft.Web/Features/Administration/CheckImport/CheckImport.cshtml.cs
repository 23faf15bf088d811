using System.Text.Json;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration.CheckImport;

/// <summary>The dry run, the confirmation, and how far the work has come: one address for the whole life of an import.</summary>
public sealed class CheckImportModel(FieldcraftDb db, ImportDesk desk, ImportProgressBoard board, Viewer viewer, Words words) : PageModel
{
    private const int PageSize = 100;

    public StagedImport? Import { get; private set; }

    public ColumnMapping? Mapping { get; private set; }

    public RowOutcome Show { get; private set; }

    public IReadOnlyList<CheckedLine> Lines { get; private set; } = [];

    /// <summary>The line after which more rows follow.</summary>
    public int? Next { get; private set; }

    public bool HasAmbiguousDates { get; private set; }

    public DateOrder? SuggestedDates { get; private set; }

    public ImportProgress? Progress { get; private set; }

    public bool IsOpen => Import is { State: StagedImportState.Staged or StagedImportState.Outdated };

    public IReadOnlyList<string> MissingColumns => IsOpen ? [.. Mapping!.Missing.Select(c => words[$"people.column.{c}"])] : [];

    public IEnumerable<RowOutcome> Shown =>
        ((RowOutcome, int)[])
            [(RowOutcome.Refuse, Import!.Refuses), (RowOutcome.Change, Import.Changes), (RowOutcome.Create, Import.Creates)]
            is var all
            ? all.Where(o => o.Item2 > 0 && (IsOpen || o.Item1 == RowOutcome.Refuse)).Select(o => o.Item1)
            : [];

    public async Task<IActionResult> OnGetAsync(Guid id, RowOutcome? show, int after, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Import!.State == StagedImportState.Outdated)
        {
            await desk.ReplanAsync(viewer, Import, Mapping!, null, cancellationToken);
            ModelState.AddModelError("", words["refusal.import-outdated"]);
        }

        return await ShowAsync(show, after, cancellationToken);
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // What was looked at is what is confirmed: another tab may have changed the mapping since.
        var outcome =
            IsOpen && version != Import!.Version ? new Refusal("import-outdated") : await desk.ConfirmAsync(Import!, cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            await ShowAsync(null, 0, cancellationToken);
            return this.Refused(refusal);
        }

        return this.Onward(AdministrationLinks.Check(id));
    }

    public async Task<IActionResult> OnPostDatesAsync(Guid id, DateOrder order, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !IsOpen)
        {
            return NotFound();
        }

        await desk.ReplanAsync(viewer, Import!, ColumnMapping.Of(Mapping!.Headers, Mapping.Chosen(), order), null, cancellationToken);
        return this.Onward(AdministrationLinks.Check(id), "import.flash.dates");
    }

    public async Task<IActionResult> OnPostMappingAsync(
        Guid id,
        Dictionary<DirectoryColumn, string> columns,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(id, cancellationToken) || !IsOpen)
        {
            return NotFound();
        }

        var chosen = columns.Where(c => !string.IsNullOrEmpty(c.Value)).ToDictionary();
        var mapping = ColumnMapping.Of(Mapping!.Headers, chosen, Import!.Dates);
        await desk.ReplanAsync(viewer, Import, mapping, null, cancellationToken);
        await desk.RememberAsync(mapping, cancellationToken);
        return this.Onward(AdministrationLinks.Check(id), "import.flash.mapping");
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (IsOpen)
        {
            await desk.DiscardAsync(Import!, cancellationToken);
        }

        return this.Onward(AdministrationLinks.Import, "import.flash.discarded");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Import = await desk.FindAsync(viewer, id, cancellationToken);
        Mapping = Import is null ? null : ImportDesk.MappingOf(Import);
        return Import is not null;
    }

    private async Task<PageResult> ShowAsync(RowOutcome? show, int after, CancellationToken cancellationToken)
    {
        if (Import!.State == StagedImportState.Confirmed)
        {
            Progress = board.Of(Import.Id);
            // Works without script; the page can be left and found again.
            Response.Headers["Refresh"] = "2";
            return Page();
        }

        Show = show ?? Shown.FirstOrDefault(RowOutcome.Create);
        var rows = await db
            .StagedRows.AsNoTracking()
            .Where(r => r.ImportId == Import.Id && r.Outcome == Show && r.Line > after)
            .OrderBy(r => r.Line)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        Next = rows.Count > PageSize ? rows[PageSize - 1].Line : null;
        Lines = [.. rows.Take(PageSize).SelectMany(r => CheckedLine.Of(r, Mapping!, words))];
        HasAmbiguousDates =
            Show == RowOutcome.Refuse
            && IsOpen
            && (Import.Dates is not null || rows.Exists(r => ImportDesk.NotesOf(r).Findings.Any(f => f.Code == FindingCode.AmbiguousDate)));
        if (HasAmbiguousDates)
        {
            SuggestedDates = Import.Dates ?? await SuggestAsync(cancellationToken);
        }

        return Page();
    }

    private async Task<DateOrder?> SuggestAsync(CancellationToken cancellationToken)
    {
        var cells = await db
            .StagedRows.AsNoTracking()
            .Where(r => r.ImportId == Import!.Id)
            .OrderBy(r => r.Line)
            .Select(r => r.Cells)
            .ToListAsync(cancellationToken);
        var rows = cells.Select(c => new FileRow(0, JsonSerializer.Deserialize<List<string>>(c)!));
        return FileDates.Suggest(
            rows.SelectMany(r => new[] { Mapping!.Cell(r, DirectoryColumn.DateInJob), Mapping.Cell(r, DirectoryColumn.StartDate) })
        );
    }
}

/// <summary>One line of the table: a refusal, a change, or a person to create.</summary>
public sealed record CheckedLine(
    int Line,
    string Column,
    string Value,
    string Reason,
    string Code,
    string Action,
    bool IsRefused,
    bool CanMend,
    bool IsSkipped
)
{
    public static IEnumerable<CheckedLine> Of(StagedRow row, ColumnMapping mapping, Words words)
    {
        var notes = ImportDesk.NotesOf(row);
        if (row.IsSkipped)
        {
            yield return new(row.Line, "", Name(row, mapping), words["import.row.skipped"], "", "", false, true, true);
        }

        foreach (var finding in notes.Findings)
        {
            var said = ImportReportRow.Of(finding, words);
            yield return new(said.Line, said.Column, said.Value, said.Reason, said.Code, said.Action, true, true, false);
        }

        foreach (var change in notes.Changes)
        {
            yield return new(
                row.Line,
                change.Column,
                change.After,
                words["import.row.change", change.Before, change.After],
                "",
                "",
                false,
                false,
                false
            );
        }

        if (row is { Outcome: RowOutcome.Create })
        {
            yield return new(
                row.Line,
                mapping.HeaderOf(DirectoryColumn.EmployeeId),
                Name(row, mapping),
                words["import.row.create"],
                "",
                "",
                false,
                false,
                false
            );
        }

        foreach (var waiting in notes.Waiting)
        {
            var said = ImportReportRow.Of(waiting, words);
            yield return new(said.Line, said.Column, said.Value, said.Reason, said.Code, "", false, false, false);
        }
    }

    private static string Name(StagedRow row, ColumnMapping mapping)
    {
        var cells = ImportDesk.FileRowOf(row);
        return string.Join(
            ' ',
            ((DirectoryColumn[])[DirectoryColumn.EmployeeId, DirectoryColumn.FirstName, DirectoryColumn.LastName])
                .Select(c => mapping.Cell(cells, c))
                .Where(c => c.Length > 0)
        );
    }
}
