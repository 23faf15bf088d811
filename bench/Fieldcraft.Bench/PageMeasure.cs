using System.Text;
using System.Text.RegularExpressions;

namespace Fieldcraft.Bench;

/// <summary>The everyday pages: how long they take at a rate, how much of the floor's throughput is left, how much they ask and weigh.</summary>
internal static partial class PageMeasure
{
    private const int RequestsASecond = 200;
    private const int Connections = 8;
    private const int Rounds = 5;
    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(BenchRun run, Visitors visitors, ServerReady ready, Child server, MemoryMeasure memory)
    {
        foreach (var name in ready.Viewers[0].Pages.Keys.Where(n => run.Wants($"page.{n}")))
        {
            run.Add(new Row($"page.{name}.queries", 6, 3, ready.Queries[name], null, "queries"));
            if (run.Wants($"page.{name}.weight"))
            {
                run.Add(
                    new Row(
                        $"page.{name}.weight",
                        60,
                        30,
                        await WeightAsync(visitors, ready.Viewers[0], ready.Viewers[0].Pages[name]),
                        null,
                        "KB"
                    )
                );
            }

            await Load.AsFastAsPossibleAsync(visitors.Page(name, compressed: true), Connections, WarmUp);
            await Load.AsFastAsPossibleAsync(visitors.FloorOf(name), Connections, RoundLength);
            if (run.Wants($"page.{name}.throughput") || run.Wants($"page.{name}.cpu"))
            {
                await ThroughputAsync(run, visitors, server, name);
            }

            if (run.Wants($"page.{name}.p99"))
            {
                var times = await Load.AtRateAsync(
                    visitors.Page(name, compressed: true),
                    RequestsASecond,
                    TimeSpan.FromSeconds(run.Seconds)
                );
                memory.Look();
                run.Add(new Row($"page.{name}.p50", null, null, Figures.Percentile([.. times], 50), null, "ms"));
                run.Add(new Row($"page.{name}.p99", 100, null, Figures.Percentile([.. times], 99), null, "ms"));
            }
        }
    }

    /// <summary>Product and floor take turns, uncompressed both, so that whatever else the machine does meets both alike.</summary>
    private static async Task ThroughputAsync(BenchRun run, Visitors visitors, Child server, string name)
    {
        var rounds = new List<(Turn Product, Turn Floor)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(
                (await TakeTurnAsync(server, visitors.Page(name, compressed: false)), await TakeTurnAsync(server, visitors.FloorOf(name)))
            );
        }

        run.Add(
            new Row(
                $"page.{name}.throughput",
                0.4,
                0.6,
                Figures.Median(rounds.Select(r => r.Product.PerSecond)),
                Figures.Median(rounds.Select(r => r.Product.PerSecond / r.Floor.PerSecond)),
                "requests/s"
            )
        );
        run.Add(
            new Row(
                $"page.{name}.cpu",
                null,
                null,
                Figures.Median(rounds.Select(r => r.Product.Milliseconds)),
                Figures.Median(rounds.Select(r => r.Floor.Milliseconds / r.Product.Milliseconds)),
                "ms"
            )
        );
    }

    private static async Task<Turn> TakeTurnAsync(Child server, Shot shot)
    {
        var before = server.ProcessorMilliseconds();
        var throughput = await Load.AsFastAsPossibleAsync(shot, Connections, RoundLength);
        return new Turn(throughput.PerSecond, (server.ProcessorMilliseconds() - before) / throughput.Requests);
    }

    /// <summary>The page with everything it asks for on a first visit, as it goes over the wire, in KB.</summary>
    private static async Task<double> WeightAsync(Visitors visitors, BenchViewer viewer, string address)
    {
        var (page, bytes) = await visitors.FetchAsync(address, viewer);
        foreach (
            var asset in Asset()
                .Matches(Encoding.UTF8.GetString(page))
                .Select(m => m.Groups["address"].Value)
                .Distinct(StringComparer.Ordinal)
        )
        {
            bytes += (await visitors.FetchAsync(asset)).Bytes;
        }

        return bytes / 1024d;
    }

    [GeneratedRegex("""(?:href|src)="(?<address>/(?:css|js|img)/[^"#]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Asset();

    /// <summary>Requests a second, and processor time of the server for each.</summary>
    private sealed record Turn(double PerSecond, double Milliseconds);
}
