using System.Globalization;

namespace Fieldcraft.Bench;

/// <summary>How much of the machine's memory the server takes: left alone, and at most while pages are asked for.</summary>
internal sealed class MemoryMeasure(Child server)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private double _most;

    /// <summary>The product alone, as bin/run starts it, after one leader opened the pages of an ordinary day.</summary>
    public static async Task RestAsync(BenchRun run, string data, ServerReady ready)
    {
        if (!run.Wants("memory.rest"))
        {
            return;
        }

        var port = Child.FreePort();
        await using var alone = Child.Start([
            "command",
            "serve",
            "--demo",
            "--data",
            data,
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
        ]);
        await alone.LineAsync();
        using var visitors = new Visitors(new Uri($"http://127.0.0.1:{port}"), ready);
        foreach (var page in ready.Viewers[0].Pages.Keys)
        {
            await visitors.Page(page, compressed: true)(0, CancellationToken.None);
        }

        await Task.Delay(Settling);
        run.Add(new Row("memory.rest", 250, 125, alone.Megabytes(), null, "MB"));
    }

    /// <summary>Looked at after each piece of load.</summary>
    public void Look() => _most = Math.Max(_most, server.Megabytes());

    public void Report(BenchRun run)
    {
        if (_most > 0)
        {
            run.Add(new Row("memory.load", 500, 250, _most, null, "MB"));
        }
    }
}
