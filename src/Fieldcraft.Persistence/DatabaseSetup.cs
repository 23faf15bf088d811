using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

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
            options.UseSqlite(
                choice.ConnectionString,
                o => o.MigrationsAssembly("Fieldcraft.Migrations.Sqlite").UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)
            );
            options.AddInterceptors(SqlitePragmas.Instance);
        }
        else
        {
            options.UseNpgsql(
                choice.ConnectionString,
                o => o.MigrationsAssembly("Fieldcraft.Migrations.PostgreSql").UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)
            );
        }

        // Whether the migrations make this model is asked by a test, not at every first start, where it takes most of a second.
        return options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    public static IServiceCollection AddFieldcraftDb(this IServiceCollection services, DatabaseChoice choice) =>
        services.AddDbContextPool<FieldcraftDb>(options => options.UseFieldcraft(choice));

    /// <summary>
    /// Makes the model and turns one query into SQL, without touching a database: half a start's work, which a second core does
    /// while the first puts the pages together.
    /// </summary>
    public static void Prepare(DatabaseChoice choice)
    {
        // The same set-up as the program's own, or the model would be made a second time.
        using var services = new ServiceCollection().AddFieldcraftDb(choice).BuildServiceProvider();
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        _ = db.Installations.AsNoTracking().Where(i => i.IsDemo).ToQueryString();
    }

    /// <summary>Every SQLite connection writes through to the disk before it says that something is saved.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();
        private const string Pragma = "PRAGMA synchronous=FULL";

        // A pooled connection is opened for every query anew; what was said to it once still holds.
        private readonly ConditionalWeakTable<sqlite3, object> _told = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            Tell((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Tell((SqliteConnection)connection);
            return Task.CompletedTask;
        }

        private void Tell(SqliteConnection connection)
        {
            if (_told.TryGetValue(connection.Handle!, out _))
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = Pragma;
            command.ExecuteNonQuery();
            _told.AddOrUpdate(connection.Handle!, Pragma);
        }
    }
}
