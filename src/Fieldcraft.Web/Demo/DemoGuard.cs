using Fieldcraft.Persistence;
using Fieldcraft.Web.Wall;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fieldcraft.Web.Demo;

/// <summary>Demo mode and the demo's database belong together: one without the other is refused, so that neither is ever on by accident.</summary>
internal static class DemoGuard
{
    /// <summary>Looks before anything is migrated or written.</summary>
    /// <returns>Whether the database holds the demo already.</returns>
    /// <exception cref="StartRefusedException">Demo mode on a database that was not made by it, or the demo's database without demo mode.</exception>
    public static async Task<bool> DemandFitAsync(IServiceProvider services, bool demo, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var isDemo = await IsDemoAsync(scope.ServiceProvider.GetRequiredService<FieldcraftDb>(), cancellationToken);
        return (demo, isDemo) switch
        {
            (true, false) => throw new StartRefusedException(
                "not-a-demo",
                "This database was not made by the demo, so demo mode does not open it. Choose an empty folder with --data DIR. Nothing was changed."
            ),
            (false, true) => throw new StartRefusedException(
                "demo-database",
                "This database holds the demo organisation. Start it with --demo, or choose another folder with --data DIR. Nothing was changed."
            ),
            _ => isDemo == true,
        };
    }

    /// <summary>Null when nothing is set up yet.</summary>
    private static async Task<bool?> IsDemoAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        try
        {
            return (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any()
                ? await db.Installations.AsNoTracking().Select(i => (bool?)i.IsDemo).SingleOrDefaultAsync(cancellationToken)
                : null;
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26)
        {
            // The upgrade that follows says what is wrong with the file.
            return null;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return null;
        }
    }
}
