using System.Text.Json;
using Fieldcraft.RolloutChecker;
using Fieldcraft.Web.Commands;

namespace Fieldcraft.Tests.Rollouts;

/// <summary>bin/fieldcraft rollout solve: files in, a timetable on standard output, and no data folder.</summary>
public sealed class RolloutSolveCommandTests
{
    [Fact]
    public async Task It_prints_a_timetable_that_holds_and_plans_it_anew()
    {
        var (instance, timetable) = (SmallRollout.Json(), await FileAsync("{}"));
        var file = await FileAsync(instance.ToJsonString());

        var (exit, output, error) = await RunAsync("rollout", "solve", file, "--effort", "5", "--seconds", "2.5", "--seed", "9");

        exit.ShouldBe(ExitCode.Done);
        using var made = JsonDocument.Parse(output);
        TimetableChecker.Check(RolloutMaker.Element(instance), made.RootElement).Broken.ShouldBeEmpty();
        error.ShouldContain("9 people, 2 leaders, 3 sites");

        await File.WriteAllTextAsync(timetable, output);
        var again = await RunAsync("rollout", "solve", file, "--previous", timetable);

        again.Exit.ShouldBe(ExitCode.Done);
        using var second = JsonDocument.Parse(again.Output);
        TimetableChecker.Check(RolloutMaker.Element(instance), second.RootElement, made.RootElement).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_instance_names_the_path_and_ends_with_two()
    {
        var file = await FileAsync(SmallRollout.With(j => j["people"]![3]!.AsObject().Remove("site")).ToJsonString());

        var (exit, output, error) = await RunAsync("rollout", "solve", file);
        var machine = await RunAsync("rollout", "solve", file, "--json");

        (exit, output).ShouldBe((2, ""));
        error.Trim().ShouldBe("$.people[3].site: it is missing.");
        using var report = JsonDocument.Parse(machine.Output);
        report.RootElement.GetProperty("problems")[0].GetProperty("path").GetString().ShouldBe("$.people[3].site");
    }

    [Fact]
    public async Task Text_that_is_no_json_an_unknown_option_and_a_file_that_is_not_there_are_told_apart()
    {
        var file = await FileAsync("no json");

        (await RunAsync("rollout", "solve", file)).Exit.ShouldBe(ExitCode.Usage);
        (await RunAsync("rollout", "solve", file, "--colour", "blue")).Exit.ShouldBe(ExitCode.Usage);
        (await RunAsync("rollout", "solve", file, "--seconds", "soon")).Exit.ShouldBe(ExitCode.Usage);
        (await RunAsync("rollout", "solve", file + ".none")).Exit.ShouldBe(ExitCode.NotFound);
    }

    private static async Task<string> FileAsync(string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("fieldcraft-rollout-").FullName, "rollout.json");
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(words, output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
