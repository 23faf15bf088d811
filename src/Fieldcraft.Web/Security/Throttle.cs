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
    public Task<TimeSpan?> TakeAsync(string key, int most, TimeSpan window, CancellationToken cancellationToken) =>
        TakeAsync([new ThrottleLimit(key, most, window)], cancellationToken);

    /// <summary>Counts one try against several limits in one write; the longest wait decides.</summary>
    public async Task<TimeSpan?> TakeAsync(IReadOnlyList<ThrottleLimit> limits, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var hashes = await HashAsync(limits, cancellationToken);
        var wait = await db.WriteAsync(
            async () =>
            {
                long longest = 0;
                for (var i = 0; i < limits.Count; i++)
                {
                    var counted = await CountAsync(hashes[i], now, now + (long)limits[i].Window.TotalMilliseconds, cancellationToken);
                    var isTooMuch = counted.Count > (long)limits[i].Most * settings.ThrottleFactor;
                    longest = isTooMuch ? Math.Max(longest, Math.Max(1000, counted.EndsAt - now)) : longest;
                }

                return longest;
            },
            cancellationToken
        );
        if (RandomNumberGenerator.GetInt32(CleanUpOneIn) == 0)
        {
            await db.WriteAsync(
                () => db.ThrottleCounters.Where(c => c.EndsAt < now).ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );
        }

        return wait == 0 ? null : TimeSpan.FromMilliseconds(wait);
    }

    /// <summary>Takes one try back that turned out to be right: only wrong ones are meant to be counted.</summary>
    public async Task GiveBackAsync(IReadOnlyList<ThrottleLimit> limits, CancellationToken cancellationToken)
    {
        var hashes = await HashAsync(limits, cancellationToken);
        await db.WriteAsync(
            () =>
                db
                    .ThrottleCounters.Where(c => hashes.Contains(c.KeyHash) && c.Count > 0)
                    .ExecuteUpdateAsync(c => c.SetProperty(x => x.Count, x => x.Count - 1), cancellationToken),
            cancellationToken
        );
    }

    private async Task<Counted> CountAsync(byte[] hash, long now, long ends, CancellationToken cancellationToken) =>
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
        )[0];

    private async Task<byte[][]> HashAsync(IEnumerable<ThrottleLimit> limits, CancellationToken cancellationToken)
    {
        var hashes = new List<byte[]>();
        foreach (var limit in limits)
        {
            hashes.Add(await HashAsync(limit.Key, cancellationToken));
        }

        return [.. hashes];
    }

    // Keyed: user names and addresses are few enough to be guessed from a plain hash.
    private async Task<byte[]> HashAsync(string key, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await keys.SecretAsync(SecretName, cancellationToken), Encoding.UTF8.GetBytes(key));

    private sealed record Counted(int Count, long EndsAt);
}

/// <summary>How often something may be tried in a window.</summary>
public sealed record ThrottleLimit(string Key, int Most, TimeSpan Window);

public static class ThrottledAnswers
{
    /// <summary>Says in Retry-After how long to wait, in whole seconds, and sets 429.</summary>
    public static void SetTooMany(this HttpResponse response, TimeSpan wait)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
