using System.Diagnostics;

namespace Fieldcraft.Bench;

/// <summary>Makes a request for a running number; whoever answers badly fails the run.</summary>
internal delegate Task Shot(int number, CancellationToken cancellationToken);

/// <summary>What came through, in which time.</summary>
internal sealed record Throughput(int Requests, double Seconds)
{
    public double PerSecond => Requests / Seconds;
}

/// <summary>Sends requests at a given rate, or as fast as a few connections can.</summary>
internal static class Load
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// Open loop: each request has its moment, whether or not earlier ones were answered, and its time counts from that moment. A server that
    /// stands still for a second is charged with every request that should have been served in it (no coordinated omission).
    /// </summary>
    /// <returns>Milliseconds from the planned moment to the last byte.</returns>
    public static async Task<IReadOnlyList<double>> AtRateAsync(Shot shot, int perSecond, TimeSpan duration)
    {
        var count = (int)(perSecond * duration.TotalSeconds);
        var times = new double[count];
        var flying = new List<Task>(count);
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Tick);
        for (var next = 0; next < count; )
        {
            var due = (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond) + 1;
            for (; next < Math.Min(due, count); next++)
            {
                flying.Add(OneAsync(next));
            }

            await timer.WaitForNextTickAsync();
        }

        await Task.WhenAll(flying);
        return times;

        async Task OneAsync(int number)
        {
            await Task.Yield();
            await shot(number, CancellationToken.None);
            times[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds - (number * 1000d / perSecond);
        }
    }

    /// <summary>Closed loop: so many connections, each sending the next request as soon as the last was answered.</summary>
    public static async Task<Throughput> AsFastAsPossibleAsync(Shot shot, int connections, TimeSpan duration)
    {
        using var end = new CancellationTokenSource();
        var numbers = new int[connections];
        var began = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, connections).Select(WorkAsync).ToList();
        await Task.Delay(duration);
        await end.CancelAsync();
        await Task.WhenAll(workers);
        return new Throughput(numbers.Sum(), Stopwatch.GetElapsedTime(began).TotalSeconds);

        async Task WorkAsync(int worker)
        {
            while (!end.IsCancellationRequested)
            {
                await shot((numbers[worker] * connections) + worker, CancellationToken.None);
                numbers[worker]++;
            }
        }
    }
}
