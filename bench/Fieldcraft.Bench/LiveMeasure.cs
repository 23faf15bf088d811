using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Fieldcraft.Bench;

/// <summary>
/// A hundred live sessions of ten people at once: how long after "moved on" was acknowledged to the one who leads the last of the ten was told, on one
/// node with SQLite, and on two nodes with PostgreSQL where half of the ten are on the other node. Everybody told also fetches their page, as a
/// browser does. Ten sessions move on each second: thirty times what a hundred real ones do.
/// </summary>
internal static class LiveMeasure
{
    public const string PostgreSqlVariable = "FIELDCRAFT_BENCH_POSTGRESQL";
    private const int MovesEachSecond = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(BenchRun run)
    {
        if (run.Wants("live.one-node"))
        {
            await MeasureAsync(run, "live.one-node", Path.Combine(run.Folder, "live"), "", nodes: 1);
        }

        if (!run.Wants("live.two-nodes"))
        {
            return;
        }

        if (Environment.GetEnvironmentVariable(PostgreSqlVariable) is { Length: > 0 } database)
        {
            await MeasureAsync(run, "live.two-nodes", Path.Combine(run.Folder, "live-two"), database, nodes: 2);
        }
        else
        {
            await Console.Error.WriteLineAsync(
                $"live.two-nodes is left out: set {PostgreSqlVariable} to the connection string of an empty PostgreSQL database."
            );
        }
    }

    private static async Task MeasureAsync(BenchRun run, string name, string data, string database, int nodes)
    {
        var servers = new List<Child>();
        var addresses = new List<Uri>();
        IReadOnlyList<BenchSession> sessions = [];
        try
        {
            await using (var maker = Child.Start("live-server", data, "0", database, "fill"))
            {
                sessions = JsonSerializer.Deserialize<List<BenchSession>>(await maker.LineAsync())!;
            }

            for (var i = 0; i < nodes; i++)
            {
                var port = Child.FreePort().ToString(CultureInfo.InvariantCulture);
                servers.Add(Child.Start("live-server", data, port, database, "serve"));
                await servers[i].LineAsync();
                addresses.Add(new Uri($"http://127.0.0.1:{port}"));
            }

            using var audience = new LiveAudience(addresses, sessions);
            await audience.WarmUpAsync();
            var before = servers.Max(s => s.Megabytes());
            await audience.OpenAsync(Patience);
            var open = servers.Max(s => s.Megabytes());
            var streams = sessions.Sum(s => s.Cookies.Count) / nodes;
            await audience.MoveAsync(MovesEachSecond, TimeSpan.FromSeconds(run.Seconds), Patience);
            await Console.Error.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{name}: {before:0} MB without streams, {open:0} MB with all of them open")
            );
            run.Add(new Row($"{name}.told.p50", null, null, Figures.Percentile(audience.Told, 50), null, "ms"));
            run.Add(new Row($"{name}.told.p99", 500, 100, Figures.Percentile(audience.Told, 99), null, "ms"));
            run.Add(new Row($"{name}.pressed-to-told.p99", 1000, 200, Figures.Percentile(audience.Pressed, 99), null, "ms"));
            run.Add(new Row($"{name}.page-after-told.p99", 1000, 250, Figures.Percentile(audience.Fetched, 99), null, "ms"));
            run.Add(new Row($"{name}.memory-per-stream", null, null, Math.Max(0, open - before) * 1024 / streams, null, "KB"));
            run.Add(new Row($"{name}.memory", 500, 250, servers.Max(s => s.Megabytes()), null, "MB"));
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }
}

/// <summary>The people of all sessions, each with an open stream; and those who lead, who move on.</summary>
internal sealed class LiveAudience : IDisposable
{
    private readonly List<HttpClient> _nodes;
    private readonly IReadOnlyList<BenchSession> _sessions;
    private readonly Seat[][] _seats;
    private readonly CancellationTokenSource _end = new();

    public LiveAudience(IReadOnlyList<Uri> nodes, IReadOnlyList<BenchSession> sessions)
    {
        _nodes =
        [
            .. nodes.Select(n => new HttpClient(
                new SocketsHttpHandler
                {
                    UseCookies = false,
                    AllowAutoRedirect = false,
                    AutomaticDecompression = DecompressionMethods.None,
                }
            )
            {
                BaseAddress = n,
                Timeout = Timeout.InfiniteTimeSpan,
            }),
        ];
        _sessions = sessions;
        _seats = [.. sessions.Select(s => s.Cookies.Select((c, i) => new Seat(_nodes[i % _nodes.Count], c, s.Id)).ToArray())];
    }

    /// <summary>Milliseconds from the acknowledgement until the last of a session was told; nought when all were told before it.</summary>
    public ConcurrentBag<double> Told { get; } = [];

    /// <summary>Milliseconds from pressing until the last was told.</summary>
    public ConcurrentBag<double> Pressed { get; } = [];

    /// <summary>Milliseconds from being told until the page's new part was there.</summary>
    public ConcurrentBag<double> Fetched { get; } = [];

    /// <summary>Each page once, so that what a node does once is no part of the figures.</summary>
    public async Task WarmUpAsync()
    {
        foreach (var seat in _seats.Take(4).SelectMany(s => s))
        {
            await seat.FetchAsync(_end.Token);
        }
    }

    public async Task OpenAsync(TimeSpan patience)
    {
        await Parallel.ForEachAsync(
            _seats.SelectMany(s => s),
            new ParallelOptions { MaxDegreeOfParallelism = 20 },
            async (seat, _) => await seat.OpenAsync(_end.Token)
        );
        await Task.Delay(TimeSpan.FromSeconds(1));
        _ = patience;
    }

    /// <summary>Those who lead move on and back, one session after the other, at this rate.</summary>
    public async Task MoveAsync(int eachSecond, TimeSpan howLong, TimeSpan patience)
    {
        var moves = new List<Task>();
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < eachSecond * howLong.TotalSeconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / eachSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            moves.Add(MoveAsync(i % _sessions.Count, i / _sessions.Count % 2 == 0, patience));
        }

        await Task.WhenAll(moves);
    }

    public void Dispose()
    {
        _end.Cancel();
        _nodes.ForEach(n => n.Dispose());
        _end.Dispose();
    }

    private async Task MoveAsync(int number, bool on, TimeSpan patience)
    {
        var seats = _seats[number];
        var told = seats.Select(s => s.NextAsync(_end.Token)).ToList();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"/api/v1/live-sessions/{_sessions[number].Id}/{(on ? "next-stage" : "previous-stage")}"
        );
        request.Headers.Add("Cookie", seats[0].Cookie);
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        var pressed = Stopwatch.GetTimestamp();
        using var response = await seats[0].Node.SendAsync(request);
        var acknowledged = Stopwatch.GetTimestamp();
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"Moving on answered {(int)response.StatusCode}.");
        }

        var last = (await Task.WhenAll(told).WaitAsync(patience)).Max();
        Told.Add(Math.Max(0, Stopwatch.GetElapsedTime(acknowledged, Math.Max(acknowledged, last)).TotalMilliseconds));
        Pressed.Add(Stopwatch.GetElapsedTime(pressed, last).TotalMilliseconds);
        foreach (var took in await Task.WhenAll(seats.Select(s => s.FetchAsync(_end.Token))))
        {
            Fetched.Add(took);
        }
    }

    /// <summary>One person's browser.</summary>
    private sealed class Seat(HttpClient node, string cookie, Guid session)
    {
        private TaskCompletionSource<long> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HttpClient Node => node;

        public string Cookie => cookie;

        public async Task OpenAsync(CancellationToken cancellationToken)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/live-sessions/{session}/stream?known=0");
            request.Headers.Add("Cookie", cookie);
            var response = await node.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            _ = ListenAsync(new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken)), cancellationToken);
        }

        /// <summary>When the next number arrives.</summary>
        public Task<long> NextAsync(CancellationToken cancellationToken)
        {
            _next = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task.WaitAsync(cancellationToken);
        }

        public async Task<double> FetchAsync(CancellationToken cancellationToken)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/conversations/sessions/{session}?handler=Now");
            request.Headers.Add("Cookie", cookie);
            var began = Stopwatch.GetTimestamp();
            using var response = await node.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        private async Task ListenAsync(StreamReader reader, CancellationToken cancellationToken)
        {
            try
            {
                while (await reader.ReadLineAsync(cancellationToken) is { } line)
                {
                    if (line.StartsWith("data: ", StringComparison.Ordinal) && line.Length > 6)
                    {
                        _next.TrySetResult(Stopwatch.GetTimestamp());
                    }
                }
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException or HttpRequestException)
            {
                // The measurement is over.
            }
        }
    }
}
