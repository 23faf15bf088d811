namespace Fieldcraft.Bench;

/// <summary>Saving an answer through the API, written through to the disk (synchronous=FULL) before it is acknowledged.</summary>
internal static class WriteMeasure
{
    private const int SavesASecond = 100;
    private const int Connections = 16;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GateLength = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(BenchRun run, Visitors visitors, MemoryMeasure memory)
    {
        if (!run.Wants("write"))
        {
            return;
        }

        await visitors.LearnVersionsAsync();

        // Each connection keeps to its own answer, so that no save meets another version.
        Shot own = (number, cancellationToken) => visitors.SaveAnswerAsync(number % Connections, cancellationToken);
        await Load.AsFastAsPossibleAsync(own, Connections, WarmUp);
        if (run.Wants("write.answer"))
        {
            var times = await Load.AtRateAsync(visitors.SaveAnswerAsync, SavesASecond, TimeSpan.FromSeconds(run.Seconds));
            memory.Look();
            run.Add(new Row("write.answer.p50", null, null, Figures.Percentile([.. times], 50), null, "ms"));
            run.Add(new Row("write.answer.p99", 50, null, Figures.Percentile([.. times], 99), null, "ms"));
        }

        if (run.Wants("write.gate"))
        {
            run.Add(
                new Row(
                    "write.gate",
                    null,
                    2000,
                    (await Load.AsFastAsPossibleAsync(own, Connections, GateLength)).PerSecond,
                    null,
                    "saves/s"
                )
            );
        }
    }
}
