namespace Fieldcraft.Bench;

/// <summary>How much of the machine's memory the server takes: left alone, and at most while pages are asked for.</summary>
internal sealed class MemoryMeasure(Child server)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private double _most;

    public async Task RestAsync(BenchRun run)
    {
        if (run.Wants("memory.rest"))
        {
            await Task.Delay(Settling);
            run.Add(new Row("memory.rest", 250, 125, server.Megabytes(), null, "MB"));
        }
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
