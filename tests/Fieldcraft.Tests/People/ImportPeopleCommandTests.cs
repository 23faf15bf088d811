using System.Globalization;
using System.Text.Json;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.People;

/// <summary>bin/fieldcraft import people.</summary>
public sealed class ImportPeopleCommandTests
{
    [Fact]
    public async Task A_dry_run_reports_in_json_and_changes_nothing()
    {
        var (folder, file) = await FolderAsync(DirectoryFiles.Messy);

        var (exit, output) = await RunAsync("import", "people", file, "--dry-run", "--json", "--data", folder);

        exit.ShouldBe(ExitCode.Findings);
        using var report = JsonDocument.Parse(output);
        report.RootElement.GetProperty("create").GetInt32().ShouldBe(279);
        report
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .ShouldContain(r => r.GetProperty("line").GetInt32() == 131 && r.GetProperty("code").GetString() == "formula");
        (await CountAsync(folder)).ShouldBe(0);
    }

    [Fact]
    public async Task Refused_rows_keep_all_out_unless_they_are_skipped_and_twice_changes_nothing()
    {
        var (folder, file) = await FolderAsync(DirectoryFiles.Messy);

        (await RunAsync("import", "people", file, "--data", folder)).Exit.ShouldBe(ExitCode.Findings);
        (await CountAsync(folder)).ShouldBe(0);
        (await RunAsync("import", "people", file, "--skip-refused", "--data", folder)).Exit.ShouldBe(ExitCode.Findings);
        (await CountAsync(folder)).ShouldBe(279);
        var again = await RunAsync("import", "people", file, "--skip-refused", "--data", folder);
        again.Output.ShouldStartWith("create 0, change 0, leave 279, refuse 22");
    }

    [Fact]
    public async Task A_mapping_file_says_which_column_is_which_and_how_dates_are_meant()
    {
        var (folder, file) = await FolderAsync("Kenn;Wer;Wo;Seit\n1;Ada;Meridian Post;03/04/2025\n"u8.ToArray());
        var map = Path.Combine(folder, "map.json");
        await File.WriteAllTextAsync(
            map,
            """{"columns": {"employeeId": "Kenn", "firstName": "Wer", "unit": "Wo", "startDate": "Seit"}, "dateOrder": "dayFirst"}"""
        );

        (await RunAsync("import", "people", file, "--data", folder)).Exit.ShouldBe(ExitCode.Usage);
        (await RunAsync("import", "people", file, "--map", map, "--data", folder)).Exit.ShouldBe(ExitCode.Done);

        await using var db = Open(folder);
        (await db.People.Select(p => p.StartedOn).SingleAsync()).ShouldBe(new DateOnly(2025, 4, 3));
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_one_that_is_no_list_are_told_apart()
    {
        var (folder, file) = await FolderAsync("PK\u0003\u0004"u8.ToArray());

        (await RunAsync("import", "people", Path.Combine(folder, "none.csv"), "--data", folder)).Exit.ShouldBe(ExitCode.NotFound);
        (await RunAsync("import", "people", file, "--data", folder)).Exit.ShouldBe(ExitCode.Usage);
        (await RunAsync("import", "people", file, "--wrong", "x", "--data", folder)).Exit.ShouldBe(ExitCode.Usage);
    }

    /// <summary>A real process, killed while it stores: the file holds nobody, and the next import brings everybody.</summary>
    [Fact, Trait("Speed", "Slow")]
    public async Task A_process_killed_while_it_stores_leaves_nobody_half_imported()
    {
        var (folder, file) = await FolderAsync(DirectoryFiles.Whole);
        var killed = false;
        using (var process = ProgramProcess.Start("import", "people", file, "--data", folder))
        {
            while (await process.StandardError.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("Writing", StringComparison.Ordinal) && Done(line) > 15_000)
                {
                    process.Kill();
                    killed = true;
                    break;
                }
            }

            await process.WaitForExitAsync();
        }

        killed.ShouldBeTrue();
        (await CountAsync(folder)).ShouldBe(0);
        (await RunAsync("import", "people", file, "--data", folder)).Exit.ShouldBe(ExitCode.Done);
        (await CountAsync(folder)).ShouldBe(8005);
    }

    private static int Done(string line) => int.Parse(line.Split(' ')[1].Split('/')[0], CultureInfo.InvariantCulture);

    private static async Task<(string Folder, string File)> FolderAsync(byte[] bytes)
    {
        var folder = TestFolders.New();
        var file = Path.Combine(folder, "people.csv");
        await File.WriteAllBytesAsync(file, bytes);
        await Databases.MakeAsync(Database.Sqlite, folder);
        return (folder, file);
    }

    private static async Task<(int Exit, string Output)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exit = await CommandLine.RunAsync(args, output, error);
        return (exit, output.ToString());
    }

    private static async Task<int> CountAsync(string folder)
    {
        await using var db = Open(folder);
        return await db.People.CountAsync();
    }

    private static FieldcraftDb Open(string folder)
    {
        var options = new DbContextOptionsBuilder<FieldcraftDb>();
        options.UseFieldcraft(DatabaseChoice.File(Path.Combine(folder, "fieldcraft.db")));
        return new FieldcraftDb(options.Options);
    }
}
