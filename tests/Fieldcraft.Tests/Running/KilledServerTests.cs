using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Commands;
using Fieldcraft.Web.Security;
using Microsoft.Data.Sqlite;

namespace Fieldcraft.Tests.Running;

/// <summary>The server is killed again and again while people write. What it said was saved is there.</summary>
public sealed class KilledServerTests
{
    private const int Kills = 20;
    private const int Writers = 6;

    [Fact, Trait("Needs", "Server")]
    public async Task Every_acknowledged_answer_survives_twenty_kills_under_a_write_load()
    {
        var (folder, cookie) = await PreparedFolderAsync();
        var acknowledged = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var server = await StartAsync(folder, cookie);
            using var until = new CancellationTokenSource();
            var writers = Enumerable
                .Range(0, Writers)
                .Select(_ => WriteAsync(server.Client, () => Interlocked.Increment(ref number), acknowledged, until.Token))
                .ToList();
            var before = acknowledged.Count;
            await WritingAsync(() => acknowledged.Count >= before + Writers);
            await Task.Delay(TimeSpan.FromMilliseconds(37 * kill));
            server.Process.Kill();
            await server.Process.WaitForExitAsync();
            await until.CancelAsync();
            await Task.WhenAll(writers);
        }

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(Kills * Writers);
        using var last = await StartAsync(folder, cookie);
        foreach (var (address, text) in acknowledged)
        {
            var entry = await last.Client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative));
            entry.GetProperty("text").GetString().ShouldBe(text);
        }

        last.Process.Kill();
        await last.Process.WaitForExitAsync();
        (await CommandLine.RunAsync(["verify", "--data", folder], TextWriter.Null, TextWriter.Null)).ShouldBe(ExitCode.Done);
        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged.Count} acknowledged writes over {Kills} kills, all there.");
    }

    /// <summary>Waits until the load is under way: a server that was killed before it wrote anything proves nothing.</summary>
    private static async Task WritingAsync(Func<bool> isWriting)
    {
        var began = Stopwatch.StartNew();
        while (!isWriting())
        {
            began.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            await Task.Delay(10);
        }
    }

    private static async Task WriteAsync(
        HttpClient client,
        Func<int> next,
        ConcurrentDictionary<string, string> acknowledged,
        CancellationToken cancellationToken
    )
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var text = $"entry {next().ToString(CultureInfo.InvariantCulture)}";
            try
            {
                using var answer = await client.PostAsJsonAsync(
                    new Uri("/api/v1/journal", UriKind.Relative),
                    new { text },
                    cancellationToken
                );
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    acknowledged[answer.Headers.Location!.OriginalString] = text;
                }
            }
            catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException)
            {
                return;
            }
        }
    }

    private static async Task<(string Folder, string Cookie)> PreparedFolderAsync()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        // The server runs on the real clock, so the session is made on it.
        var now = TimeProvider.System.GetUtcNow();
        var secret = Secrets.New();
        var session = SignInSession.Start(Id.New<SessionId>(now), leader.Id, Secrets.Hash(secret), Proof.Password, false, "Test", now);
        await world.SaveAsync(session);
        SqliteConnection.ClearAllPools();
        return (app.Settings.DataFolder, Secrets.Text([.. session.Id.Value.ToByteArray(bigEndian: true), .. secret]));
    }

    private static async Task<RunningServer> StartAsync(string folder, string cookie)
    {
        var port = ProgramProcess.FreePort();
        var process = ProgramProcess.Start(
            "serve",
            "--data",
            folder,
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--throttle-factor",
            "1000"
        );
        process.Listen();
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}") };
        client.DefaultRequestHeaders.Add("Cookie", $"fieldcraft={cookie}");
        var began = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var ready = await client.GetAsync(new Uri("/healthz", UriKind.Relative));
                if (ready.IsSuccessStatusCode)
                {
                    return new RunningServer(process, client);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            began.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            process.HasExited.ShouldBeFalse();
            await Task.Delay(50);
        }
    }

    private sealed record RunningServer(Process Process, HttpClient Client) : IDisposable
    {
        public void Dispose()
        {
            if (!Process.HasExited)
            {
                Process.Kill();
            }

            Client.Dispose();
            Process.Dispose();
        }
    }
}
