using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Fieldcraft.Web.Commands;

namespace Fieldcraft.Tests.Harness;

/// <summary>The program as a process of its own, for what only a real one can show.</summary>
internal static class ProgramProcess
{
    /// <summary>Starts it with these words; output and errors are the caller's to read.</summary>
    public static Process Start(params IEnumerable<string> words) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. words])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    /// <summary>Reads on what it says, so that it never waits for a reader.</summary>
    /// <param name="heard">Takes each line of standard output.</param>
    public static void Listen(this Process process, Action<string>? heard = null)
    {
        process.OutputDataReceived += (_, line) => heard?.Invoke(line.Data ?? "");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
