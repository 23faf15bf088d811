using System.Collections.Concurrent;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Api;

/// <summary>
/// Keeps one person's program from taking the whole server: so many requests a minute for a person, all tokens and sessions together, or for an
/// address without a sign-in. Each node counts by itself and tells the shared throttle every <see cref="Stride"/> requests, because a write for
/// every read would cost more than it protects.
/// </summary>
internal sealed class ApiThrottle(RequestDelegate next, TimeProvider clock)
{
    public const int MostAMinute = 1200;
    public const int Stride = 50;
    private const int MostCounters = 50_000;
    private readonly ConcurrentDictionary<string, Counter> _counters = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext http, Throttle throttle)
    {
        if (await WaitAsync(http, throttle) is { } wait)
        {
            http.Response.SetTooMany(wait);
            await Problem.TooMany.Result().ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private async Task<TimeSpan?> WaitAsync(HttpContext http, Throttle throttle)
    {
        var who = http.ViewerOrNull() is { } viewer ? $"api:{viewer.PersonId.Value:n}" : $"api:{http.Connection.RemoteIpAddress}";
        if (_counters.Count > MostCounters)
        {
            // At most one stride of each is forgotten.
            _counters.Clear();
        }

        var counter = _counters.GetOrAdd(who, _ => new Counter());
        var shutFor = TimeSpan.FromTicks(Interlocked.Read(ref counter.ShutUntil) - clock.GetUtcNow().UtcTicks);
        if (shutFor > TimeSpan.Zero)
        {
            return shutFor;
        }

        if (Interlocked.Increment(ref counter.Requests) % Stride != 0)
        {
            return null;
        }

        var wait = await throttle.TakeAsync(who, MostAMinute / Stride, TimeSpan.FromMinutes(1), http.RequestAborted);
        if (wait is { } refused)
        {
            Interlocked.Exchange(ref counter.ShutUntil, (clock.GetUtcNow() + refused).UtcTicks);
        }

        return wait;
    }

    private sealed class Counter
    {
        public long Requests;
        public long ShutUntil;
    }
}
