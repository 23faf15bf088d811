using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Fieldcraft.Bench;

/// <summary>The bench's own program started again: a command of the product, or the server under load.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public static Child Start(params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Fieldcraft.Bench.dll"));
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
            {
                Console.Error.WriteLine($"  {text}");
            }
        };
        process.BeginErrorReadLine();
        return new Child(process);
    }

    /// <summary>Runs a command of the product to its end.</summary>
    /// <returns>Its output and how long the whole process took, in seconds.</returns>
    public static async Task<(string Output, double Seconds)> RunAsync(params string[] words)
    {
        var began = Stopwatch.GetTimestamp();
        await using var child = Start([.. new[] { "command" }, .. words]);
        var output = await child._process.StandardOutput.ReadToEndAsync();
        await child._process.WaitForExitAsync();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;

        // 1 says that an import refused rows: that is its result, not its failure.
        return child._process.ExitCode is 0 or 1
            ? (output, seconds)
            : throw new InvalidOperationException($"{string.Join(' ', words)} ended with {child._process.ExitCode}: {output}");
    }

    public async Task<string> LineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended before it was ready.");

    /// <summary>Memory that really lies in the machine, in MB.</summary>
    public double Megabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status")
            .First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Processor time the process has used so far, in milliseconds.</summary>
    public double ProcessorMilliseconds()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalMilliseconds;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using (var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            {
                await stop.WaitForExitAsync();
            }

            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }
}
