using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fieldcraft.Persistence;

/// <summary>Which database an installation uses: a SQLite file, or a PostgreSQL connection string.</summary>
public sealed record DatabaseChoice(string? SqliteFile, string? PostgreSql)
{
    public bool IsSqlite => SqliteFile is not null;

    public static DatabaseChoice File(string path) => new(path, null);

    public static DatabaseChoice Server(string connectionString) => new(null, connectionString);

    public string ConnectionString =>
        SqliteFile is null
            ? PostgreSql!
            : new SqliteConnectionStringBuilder
            {
                DataSource = SqliteFile,
                ForeignKeys = true,
                DefaultTimeout = 30,
            }.ToString();
}

public static class DatabaseSetup
{
    public static DbContextOptionsBuilder UseFieldcraft(this DbContextOptionsBuilder options, DatabaseChoice choice)
    {
        if (choice.IsSqlite)
        {
            options.UseSqlite(choice.ConnectionString, o => o.MigrationsAssembly("Fieldcraft.Migrations.Sqlite"));
            options.AddInterceptors(SqlitePragmas.Instance);
        }
        else
        {
            options.UseNpgsql(choice.ConnectionString, o => o.MigrationsAssembly("Fieldcraft.Migrations.PostgreSql"));
        }

        return options;
    }

    /// <summary>Every SQLite connection writes through to the disk before it says that something is saved.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();
        private const string Pragma = "PRAGMA synchronous=FULL";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragma;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragma;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
