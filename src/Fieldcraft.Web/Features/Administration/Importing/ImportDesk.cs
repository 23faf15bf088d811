using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration.Importing;

/// <summary>What is kept with a staged row: why it is refused, what it changes, what has to wait.</summary>
public sealed record RowNotes(
    IReadOnlyList<ImportFinding> Findings,
    IReadOnlyList<PlannedChange> Changes,
    IReadOnlyList<ImportFinding> Waiting
);

/// <summary>Files between upload and confirmation. They lie in the database, so that a restart loses none and every node can go on.</summary>
public sealed class ImportDesk(FieldcraftDb db, DirectoryTakeover takeover, TimeProvider clock)
{
    /// <summary>Reads the rows in, plans them and keeps both. The mapping that was chosen for such a file before is taken again.</summary>
    /// <exception cref="UnreadableFileException">Not a file of this kind.</exception>
    public async Task<(StagedImport Import, ImportPlan Plan)> StageAsync(
        Viewer viewer,
        DirectoryFile file,
        string fileName,
        ColumnMapping? mapping,
        CancellationToken cancellationToken
    )
    {
        mapping ??= await RememberedAsync(file.Headers, cancellationToken) ?? ColumnMapping.Propose(file.Headers);
        var now = clock.GetUtcNow();
        var plan = await takeover.PlanAsync(file.Rows, mapping, ScopeOf(viewer), cancellationToken);
        var import = new StagedImport
        {
            Id = Guid.CreateVersion7(now),
            FileName = DirectoryFile.SafeName(fileName, StagedImport.FileNameLength),
            StartedBy = viewer.PersonId,
            StartedAt = now,
            State = StagedImportState.Staged,
            Headers = JsonSerializer.Serialize(file.Headers),
            Mapping = "",
            Fingerprint = "",
        };
        Note(import, mapping, plan);
        await db.WriteAsync(
            async () =>
            {
                db.StagedImports.Add(import);
                await db.SaveChangesAsync(cancellationToken);
                await db.InsertAsync(RowsOf(import, file.Rows, plan, []), null, cancellationToken);
            },
            cancellationToken
        );
        return (import, plan);
    }

    /// <summary>An import of the viewer's own; nobody else's, whatever the role.</summary>
    public Task<StagedImport?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        var me = (PersonId?)viewer.PersonId;
        return db.StagedImports.FirstOrDefaultAsync(i => i.Id == id && i.StartedBy == me, cancellationToken);
    }

    /// <summary>Plans the staged rows again, with another mapping or after a row was corrected or left out.</summary>
    public async Task ReplanAsync(
        Viewer viewer,
        StagedImport import,
        ColumnMapping mapping,
        Action<List<StagedRow>>? change,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .StagedRows.AsNoTracking()
            .Where(r => r.ImportId == import.Id)
            .OrderBy(r => r.Line)
            .ToListAsync(cancellationToken);
        change?.Invoke(rows);
        var file = rows.ConvertAll(FileRowOf);
        var skipped = rows.Where(r => r.IsSkipped).Select(r => r.Line).ToHashSet();
        var plan = await takeover.PlanAsync([.. file.Where(r => !skipped.Contains(r.Line))], mapping, ScopeOf(viewer), cancellationToken);
        Note(import, mapping, plan);
        import.State = StagedImportState.Staged;
        await db.WriteAsync(
            async () =>
            {
                await db.SaveChangesAsync(cancellationToken);
                await db.StagedRows.Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
                await db.InsertAsync(RowsOf(import, file, plan, skipped), null, cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>Keeps a mapping that somebody chose for the next file with the same headers.</summary>
    public async Task RememberAsync(ColumnMapping mapping, CancellationToken cancellationToken)
    {
        var hash = HashOf(mapping.Headers);
        if (await db.RememberedMappings.FirstOrDefaultAsync(m => m.HeadersHash == hash, cancellationToken) is { } known)
        {
            known.Mapping = MappingJson(mapping);
            known.ChosenAt = clock.GetUtcNow();
        }
        else
        {
            db.Add(
                new RememberedMapping
                {
                    HeadersHash = hash,
                    Mapping = MappingJson(mapping),
                    ChosenAt = clock.GetUtcNow(),
                }
            );
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Hands the import to the job. Saying it twice is saying it once.</summary>
    public async Task<Outcome> ConfirmAsync(StagedImport import, CancellationToken cancellationToken)
    {
        switch (import.State)
        {
            case StagedImportState.Confirmed or StagedImportState.Applied:
                return Outcome.Done;
            case StagedImportState.Outdated:
                return new Refusal("import-outdated");
            case StagedImportState.Staged when import.Creates + import.Changes == 0:
                return new Refusal("import-changes-nothing");
        }

        import.State = StagedImportState.Confirmed;
        import.Version++;
        var now = clock.GetUtcNow();
        db.Enqueue(
            new JobRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = TakeInImport.JobKind,
                Key = string.Create(CultureInfo.InvariantCulture, $"{import.Id:n}-{import.Version}"),
                DueAt = now,
            }
        );
        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("import-outdated");
    }

    public async Task DiscardAsync(StagedImport import, CancellationToken cancellationToken)
    {
        db.Remove(import);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Paths of the units whose people the viewer may import.</summary>
    public static IReadOnlyList<string> ScopeOf(Viewer viewer) =>
        [.. viewer.Roles.Where(r => r.Role == Role.Administrator).Select(r => r.UnitPath)];

    public static ColumnMapping MappingOf(StagedImport import)
    {
        var chosen = JsonSerializer.Deserialize<Dictionary<DirectoryColumn, string>>(import.Mapping)!;
        return ColumnMapping.Of(JsonSerializer.Deserialize<List<string>>(import.Headers)!, chosen, import.Dates);
    }

    public static FileRow FileRowOf(StagedRow row) => new(row.Line, JsonSerializer.Deserialize<List<string>>(row.Cells)!);

    public static RowNotes NotesOf(StagedRow row) =>
        row.Findings is { } json ? JsonSerializer.Deserialize<RowNotes>(json)! : new RowNotes([], [], []);

    /// <summary>A chosen mapping holds for files with these headers only; how their dates are meant is asked for every file.</summary>
    public async Task<ColumnMapping?> RememberedAsync(IReadOnlyList<string> headers, CancellationToken cancellationToken)
    {
        var hash = HashOf(headers);
        var known = await db.RememberedMappings.AsNoTracking().FirstOrDefaultAsync(m => m.HeadersHash == hash, cancellationToken);
        return known is null
            ? null
            : ColumnMapping.Of(headers, JsonSerializer.Deserialize<Dictionary<DirectoryColumn, string>>(known.Mapping)!, null);
    }

    private static void Note(StagedImport import, ColumnMapping mapping, ImportPlan plan)
    {
        import.Mapping = MappingJson(mapping);
        import.Dates = mapping.Dates;
        import.Fingerprint = DirectoryTakeover.Fingerprint(plan);
        import.Creates = plan.Count(RowOutcome.Create);
        import.Changes = plan.Count(RowOutcome.Change);
        import.Leaves = plan.Count(RowOutcome.Leave);
        import.Refuses = plan.Count(RowOutcome.Refuse);
        import.Version++;
    }

    private static List<StagedRow> RowsOf(StagedImport import, IReadOnlyList<FileRow> file, ImportPlan plan, HashSet<int> skipped)
    {
        var planned = plan.Rows.ToDictionary(r => r.Line);
        var waiting = plan.Notes.ToLookup(n => n.Line);
        return
        [
            .. file.Where(r => !r.IsEmpty)
                .Select(r => new StagedRow
                {
                    ImportId = import.Id,
                    Line = r.Line,
                    Cells = JsonSerializer.Serialize(r.Cells),
                    IsSkipped = skipped.Contains(r.Line),
                    Outcome = planned.GetValueOrDefault(r.Line)?.Outcome ?? RowOutcome.Refuse,
                    Findings =
                        planned.GetValueOrDefault(r.Line) is { } row
                        && (row.Findings.Count + row.Changes.Count > 0 || waiting.Contains(r.Line))
                            ? JsonSerializer.Serialize(new RowNotes(row.Findings, row.Changes, [.. waiting[r.Line]]))
                            : null,
                }),
        ];
    }

    private static string MappingJson(ColumnMapping mapping) => JsonSerializer.Serialize(mapping.Chosen());

    private static string HashOf(IReadOnlyList<string> headers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headers).ToLowerInvariant())));
}
