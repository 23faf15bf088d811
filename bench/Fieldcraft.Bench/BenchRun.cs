using System.Globalization;
using System.Text.Json;

namespace Fieldcraft.Bench;

/// <summary>Runs the measurements, prints one JSON line a row and appends the table to docs/benchmarks.md.</summary>
internal sealed class BenchRun
{
    private const int DefaultSeconds = 20;
    private readonly List<Row> _rows = [];
    private readonly string? _only;

    private BenchRun(string? only, int seconds)
    {
        _only = only;
        Seconds = seconds;
    }

    /// <summary>How long a page is visited at its rate.</summary>
    public int Seconds { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("fieldcraft-bench-").FullName;

    public static async Task<int> RunAsync(string[] args)
    {
        if (!TryRead(args, out var only, out var seconds))
        {
            await Console.Error.WriteLineAsync(
                "usage: bin/bench [--seconds N] [--only NAME]   NAME is the beginning of a row's name, such as page.home or import"
            );
            return 2;
        }

        var run = new BenchRun(only, seconds);
        try
        {
            await run.MeasureAsync();
        }
        finally
        {
            Directory.Delete(run.Folder, recursive: true);
        }

        if (run._rows.Count == 0)
        {
            await Console.Error.WriteLineAsync($"No row begins with {only}.");
            return 2;
        }

        await BenchReport.AppendAsync(run._rows, only is null);
        return run._rows.Exists(r => r.IsMet == false) ? 1 : 0;
    }

    /// <summary>Whether any row under this name is asked for.</summary>
    public bool Wants(string name) =>
        _only is null || name.StartsWith(_only, StringComparison.Ordinal) || _only.StartsWith(name, StringComparison.Ordinal);

    public void Add(Row row)
    {
        if (_only is null || row.Name.StartsWith(_only, StringComparison.Ordinal))
        {
            _rows.Add(row);
            Console.WriteLine(row.ToJson());
        }
    }

    private async Task MeasureAsync()
    {
        await StartMeasure.RunAsync(this);
        MatchingMeasure.Run(this);
        RolloutMeasure.Run(this);
        await InsightMeasure.RunAsync(this);
        await ImportMeasure.RunAsync(this);
        await LiveMeasure.RunAsync(this);
        if (!Wants("demo") && !Wants("page") && !Wants("write") && !Wants("memory"))
        {
            return;
        }

        var data = Path.Combine(Folder, "demo");
        var (_, made) = await Child.RunAsync("demo", "--data", data);
        Add(new Row("demo.make", 30, 15, made, null, "s"));
        if (!Wants("page") && !Wants("write") && !Wants("memory"))
        {
            return;
        }

        var port = Child.FreePort();
        await using var server = Child.Start("server", data, port.ToString(CultureInfo.InvariantCulture));
        var ready = JsonSerializer.Deserialize<ServerReady>(await server.LineAsync())!;
        using var visitors = new Visitors(new Uri($"http://127.0.0.1:{port}"), ready);
        await MemoryMeasure.RestAsync(this, data, ready);
        var memory = new MemoryMeasure(server);
        await PageMeasure.RunAsync(this, visitors, ready, server, memory);
        await WriteMeasure.RunAsync(this, visitors, memory);
        memory.Report(this);
    }

    private static bool TryRead(string[] args, out string? only, out int seconds)
    {
        (only, seconds) = (null, DefaultSeconds);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                return false;
            }

            switch (args[i])
            {
                case "--only":
                    only = args[i + 1];
                    break;
                case "--seconds"
                    when int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0:
                    seconds = number;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
