using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Fieldcraft.Web.Running;

/// <summary>The database is locked, full or out of reach: it may go away by itself, unlike a bug, and nothing was stored by halves.</summary>
internal static class Outage
{
    /// <summary>Seconds, as the header Retry-After takes them.</summary>
    public const string RetryAfter = "5";

    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFaultOfTheDisk = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <summary>Whether a request shows the error page because of an outage.</summary>
    public static bool BroughtHere(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>() is { Error: { } wrong } && Is(wrong);

    public static bool Is(Exception wrong)
    {
        for (var cause = wrong; cause is not null; cause = cause.InnerException)
        {
            if (
                cause is DbException { IsTransient: true } or TimeoutException
                || cause
                    is SqliteException
                    {
                        SqliteErrorCode: SqliteBusy or SqliteLocked or SqliteFaultOfTheDisk or SqliteFull or SqliteCannotOpen
                    }
            )
            {
                return true;
            }
        }

        return false;
    }
}
