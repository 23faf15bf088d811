using System.Diagnostics;
using System.Globalization;

namespace Fieldcraft.Bench;

/// <summary>From the start of the process on an empty folder to the first page: migrating, key store and set-up page included.</summary>
internal static class StartMeasure
{
    private const int Rounds = 3;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    public static async Task RunAsync(BenchRun run)
    {
        if (!run.Wants("start"))
        {
            return;
        }

        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            seconds.Add(await FirstPageAsync(Path.Combine(run.Folder, $"empty-{round}")));
        }

        run.Add(new Row("start.first-page", 3, 1, Figures.Median(seconds), null, "s"));
    }

    private static async Task<double> FirstPageAsync(string data)
    {
        var port = Child.FreePort().ToString(CultureInfo.InvariantCulture);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var began = Stopwatch.GetTimestamp();
        await using var server = Child.Start("command", "serve", "--data", data, "--port", port);
        while (true)
        {
            try
            {
                using var page = await client.GetAsync(new Uri("/", UriKind.Relative));
                if (page.IsSuccessStatusCode)
                {
                    return Stopwatch.GetElapsedTime(began).TotalSeconds;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(LookEvery);
        }
    }
}
