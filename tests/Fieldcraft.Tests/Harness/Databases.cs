using System.Reflection;
using Fieldcraft.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Sdk;
using Xunit.v3;

namespace Fieldcraft.Tests.Harness;

public enum Database
{
    Sqlite,
    PostgreSql,
}

/// <summary>Runs a test once on each database. Without a PostgreSQL server the second run is skipped with its reason; bin/test starts one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class OnEveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var postgreSql = new TheoryDataRow<Database>(Database.PostgreSql).WithTrait("Needs", "Server");
        if (Databases.HasNoServer)
        {
            postgreSql.Skip = Databases.NoServer;
        }

        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<Database>(Database.Sqlite), postgreSql]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>As on every database, for a test that starts the product for itself, which takes half a second: bin/test --fast leaves it out.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnServersOfItsOwnAttribute : OnEveryDatabaseAttribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Needs", "Server")];
}

/// <summary>Makes fresh, migrated databases quickly: the migrations run once per process and database kind, then they are copied.</summary>
public static class Databases
{
    public const string ServerVariable = "FIELDCRAFT_TEST_POSTGRESQL";
    public const string NoServer = $"{ServerVariable} is not set: no PostgreSQL server to run on.";
    public static readonly string? Server = Environment.GetEnvironmentVariable(ServerVariable);
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgreSqlTemplate = new(MakePostgreSqlTemplateAsync);
    private static readonly SemaphoreSlim One = new(1, 1);

    public static bool HasNoServer => Server is null;

    /// <summary>A fresh database in or for this data folder; gives the connection string for PostgreSQL, null for SQLite.</summary>
    public static async Task<string?> MakeAsync(Database kind, string dataFolder)
    {
        if (kind == Database.Sqlite)
        {
            File.Copy(await SqliteTemplate.Value, Path.Combine(dataFolder, "fieldcraft.db"));
            return null;
        }

        var template = await PostgreSqlTemplate.Value;
        var name = $"fieldcraft_{Path.GetFileName(dataFolder).Replace('-', '_')}".ToLowerInvariant();
        await One.WaitAsync();
        try
        {
            await ExecuteAsync($"create database {name} template {template}");
        }
        finally
        {
            One.Release();
        }

        return On(name);
    }

    public static async Task DropAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"drop database if exists {connection.Database} with (force)");
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = Path.Combine(TestFolders.New(), "template.db");
        await using (var db = Open(DatabaseChoice.File(file)))
        {
            await db.Database.MigrateAsync();
        }

        SqliteConnection.ClearAllPools();
        return file;
    }

    private static async Task<string> MakePostgreSqlTemplateAsync()
    {
        var name = $"fieldcraft_template_{Environment.ProcessId}";
        await ExecuteAsync($"drop database if exists {name}");
        await using (var db = Open(DatabaseChoice.Server(On(name) + ";Pooling=false")))
        {
            await db.Database.MigrateAsync();
        }

        return name;
    }

    private static FieldcraftDb Open(DatabaseChoice choice) =>
        new((DbContextOptions<FieldcraftDb>)new DbContextOptionsBuilder<FieldcraftDb>().UseFieldcraft(choice).Options);

    private static string On(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ToString();

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Folders of one test run, gone with it.</summary>
public static class TestFolders
{
    private static readonly string Root = Directory.CreateTempSubdirectory("fieldcraft-tests-").FullName;
    private static int _count;

    static TestFolders() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Root, recursive: true);

    public static string New() =>
        Directory.CreateDirectory(Path.Combine(Root, $"t{Interlocked.Increment(ref _count)}_{Environment.ProcessId}")).FullName;
}
