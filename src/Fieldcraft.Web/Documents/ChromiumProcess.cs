using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Fieldcraft.Web.Documents;

/// <summary>Chromium answered with an error.</summary>
public sealed class ChromiumException(string message) : Exception(message);

/// <summary>
/// A running Chromium, spoken to through a pipe with messages that end in a zero byte. It reads from its descriptor 3 and writes to 4; a shell
/// puts our pipes there, because a child process of .NET is given only its standard ones. When the pipe closes, it ends by itself, also after
/// a killed server.
/// </summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private const string PipesToDescriptors = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);
    private readonly Process _process;
    private readonly string _profile;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    private readonly Task _reading;
    private int _last;

    private ChromiumProcess(Process process, string profile)
    {
        _process = process;
        _profile = profile;
        _reading = ReadAsync();
    }

    /// <summary>The Chromium of this machine; null when there is none, or no shell to start it with.</summary>
    public static string? Program { get; } = Find();

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public static ChromiumProcess Start(string program)
    {
        // An empty profile for this process alone; a page printed in a private context writes nothing into it.
        var profile = Directory.CreateTempSubdirectory("fieldcraft-print-").FullName;
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "-c",
            PipesToDescriptors,
            program,
            "--headless",
            "--remote-debugging-pipe",
            $"--user-data-dir={profile}",
            "--disable-gpu",
            "--disable-quic",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-breakpad",
            "--disable-crash-reporter",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--no-default-browser-check",
            "--proxy-server=127.0.0.1:9",
            .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
            "about:blank",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ChromiumProcess(Process.Start(start)!, profile);
    }

    /// <summary>Sends a command and waits for its answer.</summary>
    /// <exception cref="ChromiumException">Chromium refused the command or has ended.</exception>
    public async Task<JsonNode> AskAsync(string method, JsonObject parameters, string? session, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        if (_reading.IsCompleted)
        {
            throw new ChromiumException("Chromium has ended.");
        }

        var message = new JsonObject
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        var stream = _process.StandardInput.BaseStream;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(message.ToJsonString() + '\0'), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        try
        {
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The other end is gone already.
        }

        using var limit = new CancellationTokenSource(Farewell);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        await _reading;
        _process.Dispose();
        RemoveProfile();
    }

    private async Task ReadAsync()
    {
        var stream = _process.StandardOutput.BaseStream;
        var message = new MemoryStream();
        var buffer = new byte[65536];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer)) > 0)
            {
                var rest = buffer.AsMemory(0, read);
                int end;
                while ((end = rest.Span.IndexOf((byte)0)) >= 0)
                {
                    message.Write(rest.Span[..end]);
                    Take(message.ToArray());
                    message.SetLength(0);
                    rest = rest[(end + 1)..];
                }

                message.Write(rest.Span);
            }
        }
        catch (IOException)
        {
            // The pipe broke: the same as its end.
        }

        foreach (var waiting in _asked.Values)
        {
            waiting.TrySetException(new ChromiumException("Chromium has ended."));
        }
    }

    // Events, which carry no id, are of no interest here.
    private void Take(byte[] bytes)
    {
        var message = JsonNode.Parse(bytes);
        if (message?["id"]?.GetValue<int>() is { } id && _asked.TryGetValue(id, out var waiting))
        {
            if (message["error"] is { } error)
            {
                waiting.TrySetException(new ChromiumException((string?)error["message"] ?? "error"));
            }
            else
            {
                waiting.TrySetResult(message["result"] ?? new JsonObject());
            }
        }
    }

    private void RemoveProfile()
    {
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A helper process may still hold a file of the empty profile; the system's temporary folder is cleaned by the system.
        }
    }

    private static string? Find()
    {
        if (!File.Exists("/bin/sh"))
        {
            return null;
        }

        string[] names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin");
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
