using System.Globalization;
using System.Text;

namespace Fieldcraft.Bench;

/// <summary>The table that is made from the rows, with what one has to know about the machine to read it.</summary>
internal static class BenchReport
{
    public static async Task AppendAsync(IReadOnlyList<Row> rows, bool whole)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024d * 1024 * 1024);
        var load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";
        var text = new StringBuilder();
        text.AppendLine();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"## {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC{(whole ? "" : ", some rows only")}"
        );
        text.AppendLine();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {memory:0} GB, {Environment.OSVersion.Platform}, .NET {Environment.Version}; load of the last minute at the end, this run included: {load}."
        );
        text.AppendLine();
        text.AppendLine("| row | must | aim | value | ratio | unit | met |");
        text.AppendLine("|---|--:|--:|--:|--:|---|---|");
        foreach (var row in rows)
        {
            text.AppendLine(row.ToTableLine());
        }

        await File.AppendAllTextAsync(Path.Combine("docs", "benchmarks.md"), text.ToString());
    }
}
