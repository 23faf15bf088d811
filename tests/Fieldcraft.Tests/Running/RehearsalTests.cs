using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Fieldcraft.Rehearsal;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Commands;

namespace Fieldcraft.Tests.Running;

/// <summary>The whole programme, rehearsed at two sites of a demo that runs as a process of its own.</summary>
public sealed class RehearsalTests
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);

    [Fact, Trait("Needs", "Server")]
    public async Task Four_weeks_at_two_sites_lose_nothing_and_count_nobody_twice()
    {
        var port = ProgramProcess.FreePort();
        using var server = await ServeAsync(port);
        try
        {
            var (exit, output) = await SimulateAsync("--address", $"http://localhost:{port}", "--sites", "2", "--json");

            output.ShouldNotBeEmpty();
            var report = JsonSerializer.Deserialize<RehearsalReport>(output, JsonSerializerOptions.Web)!;
            report.FirstErrors.ShouldBeEmpty();
            report.Lost.ShouldBeEmpty();
            report.Twice.ShouldBeEmpty();
            exit.ShouldBe(ExitCode.Done);
            (report.Sites, report.Days).ShouldBe((2, 28));
            // Two small sites, and sickness is drawn anew each day: the target is the whole company's.
            report.Reached.ShouldBeInRange(report.Eligible * 3 / 4, report.Eligible);
            foreach (var what in new[] { "held", "ticked by leaders", "sent again", "ideas answered" })
            {
                report.Counts[what].ShouldBeGreaterThan(0, what);
            }

            // Taught once; there is nothing left to rehearse.
            (await SimulateAsync("--address", $"http://localhost:{port}", "--sites", "2")).Exit.ShouldBe(ExitCode.RefusedByState);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task Without_a_demo_at_that_address_it_says_so()
    {
        var (exit, output) = await SimulateAsync("--address", $"http://localhost:{ProgramProcess.FreePort()}");

        exit.ShouldBe(ExitCode.RefusedByState);
        output.ShouldContain("bin/run --demo");
        (await SimulateAsync("--address", "nowhere")).Exit.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public void What_is_lost_or_there_twice_is_found()
    {
        var ledger = new Ledger();
        var (session, ada, ben) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        ledger.IsHere(session, ada);
        ledger.SentOn("Lost idea", ada);
        ledger.SentOn("Kept idea", ada);
        ledger.SentOn("Idea that is there twice", ada);
        var seats = new[] { new Seat(ada, Attended: false), new Seat(ben, Attended: true) };
        var found = Reconciliation.Of(
            ledger,
            [new Session(session, ada, ada, DateTimeOffset.UnixEpoch, seats)],
            new Coverage(2, 2, 2),
            [],
            ["1|Kept idea", "1|Kept idea", "2|Idea that is there twice", "3|Idea that is there twice"]
        );

        found.Lost.Count.ShouldBe(2);
        found.Lost.ShouldContain("idea: Lost idea");
        found.Twice.Count.ShouldBe(3);
        found.Twice.ShouldContain("idea: Idea that is there twice");
    }

    private static async Task<Process> ServeAsync(int port)
    {
        var ready = new TaskCompletionSource();
        var server = ProgramProcess.Start(
            "serve",
            "--demo",
            "--data",
            TestFolders.New(),
            "--port",
            port.ToString(CultureInfo.InvariantCulture)
        );
        server.Listen(line =>
        {
            if (line.Contains("is ready", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        });
        await ready.Task.WaitAsync(StartsWithin);
        return server;
    }

    private static async Task<(int Exit, string Output)> SimulateAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(["simulate", "programme", .. args], output, error);
        return (exit, output.ToString().Length > 0 ? output.ToString() : error.ToString());
    }
}
