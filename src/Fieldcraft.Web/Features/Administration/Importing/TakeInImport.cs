using System.Collections.Concurrent;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration.Importing;

/// <summary>How far the imports of this node have come, for the page that shows it.</summary>
public sealed class ImportProgressBoard
{
    private readonly ConcurrentDictionary<Guid, ImportProgress> _progress = new();

    public ImportProgress? Of(Guid import) => _progress.GetValueOrDefault(import);

    internal void Note(Guid import, ImportProgress progress) => _progress[import] = progress;

    internal void Forget(Guid import) => _progress.TryRemove(import, out _);
}

/// <summary>
/// Takes a confirmed import in. The transaction that stores the people also marks the import as taken in, so a killed node leaves it either
/// whole or still to be done.
/// </summary>
internal sealed class TakeInImport(
    FieldcraftDb db,
    DirectoryTakeover takeover,
    ImportProgressBoard board,
    TimeProvider clock,
    ILogger<TakeInImport> log
) : IJob
{
    public const string JobKind = "people.import";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = Guid.ParseExact(job.Key[..32], "n");
        var import = await db
            .StagedImports.AsNoTracking()
            .FirstOrDefaultAsync(i => i.Id == id && i.State == StagedImportState.Confirmed, cancellationToken);
        if (import is null)
        {
            return;
        }

        try
        {
            if (!await TakeInAsync(import, cancellationToken))
            {
                await MarkOutdatedAsync(id, cancellationToken);
            }
        }
        catch (DbUpdateException conflict)
        {
            // Another change came between plan and storing; nothing was stored, and the person looks at a new plan.
            log.LogWarning("Import {Import} met another change and was not carried out: {Kind}", id, conflict.GetType().Name);
            db.ChangeTracker.Clear();
            await MarkOutdatedAsync(id, cancellationToken);
        }
        finally
        {
            board.Forget(id);
        }
    }

    private async Task<bool> TakeInAsync(StagedImport import, CancellationToken cancellationToken)
    {
        var staged = await db
            .StagedRows.AsNoTracking()
            .Where(r => r.ImportId == import.Id && !r.IsSkipped)
            .OrderBy(r => r.Line)
            .ToListAsync(cancellationToken);
        var takenIn = await takeover.CarryOutAsync(
            staged.ConvertAll(ImportDesk.FileRowOf),
            ImportDesk.MappingOf(import),
            await ScopeAsync(import.StartedBy, cancellationToken),
            import.Fingerprint,
            new Told(p => board.Note(import.Id, p)),
            () => CloseAsync(import.Id, cancellationToken),
            cancellationToken
        );
        return takenIn.IsDone;
    }

    /// <summary>What the person may touch is asked now, not when the file came.</summary>
    private async Task<IReadOnlyList<string>> ScopeAsync(PersonId? by, CancellationToken cancellationToken) =>
        await db
            .Grants.Where(g => (PersonId?)g.PersonId == by && g.Role == Role.Administrator)
            .Join(db.Units, g => g.UnitId, u => u.Id, (_, u) => u.Path)
            .ToListAsync(cancellationToken);

    private async Task CloseAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var closed = await db
            .StagedImports.Where(i => i.Id == id && i.State == StagedImportState.Confirmed)
            .ExecuteUpdateAsync(
                i =>
                    i.SetProperty(x => x.State, StagedImportState.Applied)
                        .SetProperty(x => x.AppliedAt, now)
                        .SetProperty(x => x.Version, x => x.Version + 1),
                cancellationToken
            );
        if (closed != 1)
        {
            throw new DbUpdateConcurrencyException("The import was taken in by another node.");
        }

        // Refused rows stay for a day, so that they can still be looked at and mended in the file.
        await db.StagedRows.Where(r => r.ImportId == id && r.Outcome != RowOutcome.Refuse).ExecuteDeleteAsync(cancellationToken);
    }

    private Task<int> MarkOutdatedAsync(Guid id, CancellationToken cancellationToken) =>
        db.WriteAsync(
            () =>
                db
                    .StagedImports.Where(i => i.Id == id && i.State == StagedImportState.Confirmed)
                    .ExecuteUpdateAsync(
                        i => i.SetProperty(x => x.State, StagedImportState.Outdated).SetProperty(x => x.Version, x => x.Version + 1),
                        cancellationToken
                    ),
            cancellationToken
        );

    /// <summary>Told at once and in order, on the thread that works.</summary>
    private sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}

/// <summary>Removes files that nobody confirmed within a day, and what is left of those that were taken in.</summary>
internal sealed class ClearImports(FieldcraftDb db, TimeProvider clock) : IJob
{
    public const string JobKind = "people.import.clear";

    public string Kind => JobKind;

    public Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - StagedImport.Lifetime;
        return db.WriteAsync(
            () =>
                db
                    .StagedImports.Where(i => i.StartedAt < before && i.State != StagedImportState.Confirmed)
                    .ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }
}
