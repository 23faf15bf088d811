using System.Globalization;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Wall;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Running;

/// <summary>Brings the database to the schema of this program, once, whatever the number of nodes; never backwards.</summary>
public static class DatabaseUpgrade
{
    /// <returns>The migrations that were applied.</returns>
    /// <exception cref="StartRefusedException">The database was made by a newer program, or is damaged.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(
        IServiceProvider services,
        Settings settings,
        CancellationToken cancellationToken
    )
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var applied = await AppliedAsync(db, settings, cancellationToken);
        DemandKnown(db, applied);
        var pending = db.Database.GetMigrations().Except(applied, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (pending.Count == 0)
        {
            await UseWriteAheadLogAsync(db, cancellationToken);
            return [];
        }

        if (settings.Database is null && applied.Count > 0)
        {
            await CopyAsync(settings, clock.GetUtcNow(), cancellationToken);
        }

        // EF Core holds a lock in the database while it migrates, so a second node waits and then finds nothing to do.
        await db.Database.MigrateAsync(cancellationToken);
        await UseWriteAheadLogAsync(db, cancellationToken);
        return pending;
    }

    /// <summary>The mode is a property of the file; a restored copy comes without it.</summary>
    private static async Task UseWriteAheadLogAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        if (db.IsSqlite)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        }
    }

    /// <exception cref="StartRefusedException">The database is empty, older or newer than this program.</exception>
    public static async Task DemandCurrentAsync(IServiceProvider services, Settings settings, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var applied = await AppliedAsync(db, settings, cancellationToken);
        DemandKnown(db, applied);
        if (applied.Count < db.Database.GetMigrations().Count())
        {
            throw new StartRefusedException(
                "database-older",
                "The database is empty or has an older schema. Run bin/fieldcraft migrate first."
            );
        }
    }

    /// <exception cref="StartRefusedException">The database knows a migration that this program does not.</exception>
    public static void DemandKnown(FieldcraftDb db, IReadOnlyCollection<string> applied)
    {
        if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new StartRefusedException(
                "database-newer",
                $"The database was made by a newer Fieldcraft (it knows {newer}). Start that version, or restore a backup made before the upgrade. Nothing was changed."
            );
        }
    }

    private static async Task<IReadOnlyList<string>> AppliedAsync(FieldcraftDb db, Settings settings, CancellationToken cancellationToken)
    {
        try
        {
            return [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken)];
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26)
        {
            throw new StartRefusedException(
                "database-damaged",
                $"{settings.SqliteFile} is damaged or not a database. It was left as it is. Restore a backup with bin/fieldcraft restore FILE."
            );
        }
    }

    private static async Task CopyAsync(Settings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var copy = $"{settings.SqliteFile}.before-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        await using var connection = new SqliteConnection($"Data Source={settings.SqliteFile};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "vacuum into @copy";
        command.Parameters.AddWithValue("@copy", copy);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
