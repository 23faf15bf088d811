using System.Diagnostics;
using System.Globalization;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Wall;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fieldcraft.Web.Running;

/// <summary>Copies of the data, taken and put back. SQLite copies itself; PostgreSQL's own programs do it there.</summary>
internal static class DataBackup
{
    public static async Task TakeAsync(Settings settings, string file, CancellationToken cancellationToken)
    {
        if (settings.Database is { } server)
        {
            await RunAsync("pg_dump", server, ["--format=custom", $"--file={file}"], cancellationToken);
            return;
        }

        if (!File.Exists(settings.SqliteFile))
        {
            throw new StartRefusedException("no-data", $"There is no database in {settings.DataFolder}.");
        }

        await CopySqliteAsync(settings.SqliteFile, file, cancellationToken);
    }

    /// <returns>How many erasures were applied again.</returns>
    /// <exception cref="StartRefusedException">The file is no backup of this program or of a newer one; the data was not touched.</exception>
    public static async Task<int> PutBackAsync(Settings settings, string file, CancellationToken cancellationToken)
    {
        if (settings.Database is { } server)
        {
            await RunAsync(
                "pg_restore",
                server,
                ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--dbname", NameOf(server), file],
                cancellationToken
            );
            return await ErasuresAsync(settings, cancellationToken);
        }

        // Everything happens on a copy; the data changes place only when the copy is whole and the erasures are applied.
        var desk = Path.Combine(settings.DataFolder, "restoring");
        Directory.CreateDirectory(desk);
        try
        {
            var copy = settings with { DataFolder = desk };
            File.Delete(copy.SqliteFile);
            await CopySqliteAsync(file, copy.SqliteFile, cancellationToken);
            var erased = await ErasuresAsync(settings, cancellationToken, DatabaseChoice.File(copy.SqliteFile));
            SqliteConnection.ClearAllPools();
            foreach (
                var old in new[] { settings.SqliteFile, settings.SqliteFile + "-wal", settings.SqliteFile + "-shm" }.Where(File.Exists)
            )
            {
                File.Move(old, old.Replace("fieldcraft.db", "fieldcraft.db.replaced", StringComparison.Ordinal), overwrite: true);
            }

            File.Move(copy.SqliteFile, settings.SqliteFile);
            return erased;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(desk, recursive: true);
        }
    }

    private static async Task<int> ErasuresAsync(Settings settings, CancellationToken cancellationToken, DatabaseChoice? choice = null)
    {
        var keys = await KeyStore.OpenAsync(settings, TimeProvider.System, cancellationToken);
        var options = new DbContextOptionsBuilder<FieldcraftDb>();
        options.UseFieldcraft(choice ?? settings.Choice);
        await using var db = new FieldcraftDb(options.Options);
        DatabaseUpgrade.DemandKnown(db, [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken)]);
        await db.Database.MigrateAsync(cancellationToken);
        return await Erasing.ApplyAgainAsync(db, keys, cancellationToken);
    }

    private static async Task CopySqliteAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = from,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ToString()
        );
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var check = connection.CreateCommand();
            check.CommandText = "select count(*) from \"__EFMigrationsHistory\"";
            await check.ExecuteScalarAsync(cancellationToken);
            await using var copy = connection.CreateCommand();
            copy.CommandText = "vacuum into @to";
            copy.Parameters.AddWithValue("@to", to);
            await copy.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode is 1 or 11 or 14 or 26)
        {
            throw new StartRefusedException("not-a-backup", $"{from} is damaged or not a Fieldcraft database. Nothing was changed.");
        }
    }

    private static string NameOf(string server) => new NpgsqlConnectionStringBuilder(server).Database ?? "fieldcraft";

    private static async Task RunAsync(string program, string server, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var at = new NpgsqlConnectionStringBuilder(server);
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGHOST"] = at.Host;
        start.Environment["PGPORT"] = at.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = at.Username;
        start.Environment["PGPASSWORD"] = at.Password;
        start.Environment["PGDATABASE"] = at.Database;
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw new StartRefusedException("backup-refused", $"{program} refused: {said.Trim()}");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new StartRefusedException("program-missing", $"{program} is not installed; it comes with PostgreSQL's client programs.");
        }
    }
}
