using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Security;

/// <summary>
/// Counts tries in the database, so that all nodes share the counters. A window begins with the first try and ends by itself:
/// nobody is kept out for good, and tries that were refused do not make the wait longer.
/// </summary>
public sealed class Throttle(FieldcraftDb db, KeyStore keys, Settings settings, TimeProvider clock)
{
    private const string SecretName = "throttles";
    private const int CleanUpOneIn = 200;

    /// <summary>Counts one try of <paramref name="key"/>.</summary>
    /// <param name="key">What is counted, for example <c>feedback:203.0.113.7</c>; only a keyed hash of it is stored.</param>
    /// <param name="most">How many tries one window allows; <see cref="Settings.ThrottleFactor"/> multiplies it.</param>
    /// <param name="window">How long a window lasts.</param>
    /// <returns>Null when the try may go on; otherwise how long to wait, for Retry-After.</returns>
    public async Task<TimeSpan?> TakeAsync(string key, int most, TimeSpan window, CancellationToken cancellationToken)
    {
        var hash = await HashAsync(key, cancellationToken);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var ends = now + (long)window.TotalMilliseconds;
        var counted = await db.WriteAsync(
            async () =>
                (
                    await db
                        .Database.SqlQuery<Counted>(
                            $"""
                            insert into "ThrottleCounters" ("KeyHash", "Count", "EndsAt") values ({hash}, 1, {ends})
                            on conflict ("KeyHash") do update set
                                "Count" = case when "ThrottleCounters"."EndsAt" <= {now} then 1 else "ThrottleCounters"."Count" + 1 end,
                                "EndsAt" = case when "ThrottleCounters"."EndsAt" <= {now} then {ends} else "ThrottleCounters"."EndsAt" end
                            returning "Count", "EndsAt"
                            """
                        )
                        .ToListAsync(cancellationToken)
                )[0],
            cancellationToken
        );
        if (counted.Count == 1 && RandomNumberGenerator.GetInt32(CleanUpOneIn) == 0)
        {
            await db.WriteAsync(() => db.ThrottleCounters.Where(c => c.EndsAt < now).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        }

        return counted.Count <= (long)most * settings.ThrottleFactor ? null : TimeSpan.FromMilliseconds(Math.Max(1000, counted.EndsAt - now));
    }

    /// <summary>Begins anew for this key, after a try that was right.</summary>
    public async Task ForgetAsync(string key, CancellationToken cancellationToken)
    {
        var hash = await HashAsync(key, cancellationToken);
        await db.WriteAsync(() => db.ThrottleCounters.Where(c => c.KeyHash == hash).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    // Keyed: user names and addresses are few enough to be guessed from a plain hash.
    private async Task<byte[]> HashAsync(string key, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await keys.SecretAsync(SecretName, cancellationToken), Encoding.UTF8.GetBytes(key));

    private sealed record Counted(int Count, long EndsAt);
}

public static class ThrottledAnswers
{
    /// <summary>Says in Retry-After how long to wait, in whole seconds, and sets 429.</summary>
    public static void SetTooMany(this HttpResponse response, TimeSpan wait)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
