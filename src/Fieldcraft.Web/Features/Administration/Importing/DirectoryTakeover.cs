using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration.Importing;

/// <summary>What came of carrying out an import.</summary>
public sealed record Takeover(ImportPlan Plan, bool IsDone);

/// <summary>Plans imports, and carries them out: made by the domain, stored with few statements, in one short transaction.</summary>
public sealed class DirectoryTakeover(FieldcraftDb db, DirectoryReading reading, TimeProvider clock)
{
    private const int Attempts = 3;
    private const int Chunk = 2000;

    public async Task<ImportPlan> PlanAsync(
        IReadOnlyList<FileRow> rows,
        ColumnMapping mapping,
        IReadOnlyList<string>? scope,
        CancellationToken cancellationToken
    ) => DirectoryImport.Plan(rows, await reading.ReadAsync(rows, mapping, scope, cancellationToken), mapping);

    /// <summary>Takes the rows in, all or none.</summary>
    /// <param name="scope">Paths of the units that may be touched; null for all.</param>
    /// <param name="fingerprint">What was confirmed; where the plan comes out otherwise nothing is done. Null accepts every plan.</param>
    /// <param name="also">Done in the same transaction.</param>
    public async Task<Takeover> CarryOutAsync(
        IReadOnlyList<FileRow> rows,
        ColumnMapping mapping,
        IReadOnlyList<string>? scope,
        string? fingerprint,
        IProgress<ImportProgress>? progress,
        Func<Task>? also,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            progress?.Report(new(ImportStage.Reading, 0, rows.Count));
            var stamp = await reading.StampAsync(cancellationToken);
            var plan = await PlanAsync(rows, mapping, scope, cancellationToken);
            if (fingerprint is not null && Fingerprint(plan) != fingerprint)
            {
                return new Takeover(plan, false);
            }

            progress?.Report(new(ImportStage.Planning, rows.Count, rows.Count));
            var made = await MakeAsync(plan, cancellationToken);
            var stored = await db.WriteAsync(
                async () =>
                {
                    await db.HoldAsync(BulkWork.DirectoryImport, cancellationToken);
                    if (await reading.StampAsync(cancellationToken) != stamp)
                    {
                        return false;
                    }

                    await StoreAsync(made, progress, cancellationToken);
                    await (also?.Invoke() ?? Task.CompletedTask);
                    return true;
                },
                cancellationToken
            );
            db.ChangeTracker.Clear();
            if (stored)
            {
                progress?.Report(new(ImportStage.Done, rows.Count, rows.Count));
            }

            // Somebody changed the directory while this was planned: plan again, on what is there now.
            if (stored || attempt == Attempts)
            {
                return new Takeover(plan, stored);
            }
        }
    }

    /// <summary>Two plans with one fingerprint do the same.</summary>
    public static string Fingerprint(ImportPlan plan)
    {
        var text = new StringBuilder();
        foreach (var row in plan.Rows)
        {
            text.Append(row.Line).Append('|').Append(row.Outcome).Append('|').Append(row.Key).Append('|').Append(row.Known?.Id.Value);
            if (row.Outcome == RowOutcome.Create)
            {
                text.Append('|')
                    .AppendJoin('|', DirectoryImport.Cells(row.Facts!).Values)
                    .Append('|')
                    .Append(row.Unit?.PathOfNames)
                    .Append('|')
                    .Append(row.SaysSupervisor ? row.SupervisorKey : "");
            }

            foreach (var change in row.Changes)
            {
                text.Append('|').Append(change);
            }

            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private async Task<ImportedDirectory> MakeAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var people = new Dictionary<PersonId, Person>();
        var changed = plan.Rows.Where(r => r.Outcome == RowOutcome.Change).Select(r => r.Known!.Id);
        foreach (var part in changed.Chunk(Chunk))
        {
            var found = db.People.Include(p => p.Placements).Include(p => p.Lines).AsSplitQuery().Where(p => part.Contains(p.Id));
            await foreach (var person in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                people[person.Id] = person;
            }
        }

        var units = plan.ChangesNothing ? [] : await db.Units.ToDictionaryAsync(u => u.Id, cancellationToken);
        return plan.ChangesNothing
            ? new ImportedDirectory([], [], [], [])
            : ImportedDirectory.CarryOut(plan, people, units, DateOnly.FromDateTime(now.UtcDateTime), now);
    }

    private async Task StoreAsync(ImportedDirectory made, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var placements = made.NewPeople.SelectMany(p => p.Placements).ToList();
        var lines = made.NewPeople.SelectMany(p => p.Lines).ToList();
        var events = made.NewPeople.Sum(p => p.Events.Count) + made.NewUnits.Sum(u => u.Events.Count);
        var total = made.NewUnits.Count + made.NewPeople.Count + placements.Count + lines.Count + events + made.ChangedPeople.Count;
        var done = 0;
        void Stored(int rows) => progress?.Report(new(ImportStage.Writing, done += rows, total));

        await ReleaseAddressesAsync(made.ChangedPeople, cancellationToken);
        await db.InsertAsync(made.NewUnits, Stored, cancellationToken);
        await db.InsertAsync(made.NewPeople, Stored, cancellationToken);
        await db.InsertAsync(placements, Stored, cancellationToken);
        await db.InsertAsync(lines, Stored, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        Stored(made.ChangedPeople.Count);
    }

    /// <summary>An address may pass from one person to another within one file; nobody may hold it twice in between.</summary>
    private async Task ReleaseAddressesAsync(IReadOnlyList<Person> changed, CancellationToken cancellationToken)
    {
        var addresses = changed
            .Select(p => db.Entry(p).Property(x => x.Email))
            .Where(e => e.OriginalValue is not null && e.OriginalValue != e.CurrentValue)
            .ToList();
        foreach (var part in addresses.Select(e => ((Person)e.EntityEntry.Entity).Id).Chunk(Chunk))
        {
            await db
                .People.Where(p => part.Contains(p.Id))
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, (string?)null), cancellationToken);
        }

        foreach (var address in addresses)
        {
            address.OriginalValue = null;
            address.IsModified = true;
        }
    }
}
