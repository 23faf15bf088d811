using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Commands;
using Fieldcraft.Web.Wall;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Running;

[Trait("Needs", "Server")]
public sealed class CommandTests
{
    private const string Canary = "heron-on-the-dock";

    [Fact]
    public async Task A_backup_holds_no_readable_private_text_and_restores_to_a_database_in_order()
    {
        var (folder, person) = await FolderWithAnEntryAsync();
        var backup = Path.Combine(folder, "night.backup");

        (await RunAsync("backup", backup, "--data", folder)).Exit.ShouldBe(ExitCode.Done);
        Encoding.Latin1.GetString(await File.ReadAllBytesAsync(backup)).ShouldNotContain(Canary);
        File.Delete(Path.Combine(folder, "fieldcraft.db"));
        (await RunAsync("restore", backup, "--data", folder)).Exit.ShouldBe(ExitCode.Done);

        (await RunAsync("verify", "--data", folder)).Exit.ShouldBe(ExitCode.Done);
        (await RunAsync("export", "person", $"id:{person.Value}", Path.Combine(folder, "person.json"), "--data", folder)).Exit.ShouldBe(
            ExitCode.Done
        );
    }

    [Fact]
    public async Task An_export_by_an_administrator_carries_private_texts_sealed()
    {
        var (folder, person) = await FolderWithAnEntryAsync();
        var file = Path.Combine(folder, "person.json");

        await RunAsync("export", "person", $"id:{person.Value}", file, "--data", folder);

        using var exported = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        exported
            .RootElement.GetProperty("JournalEntries")[0]
            .GetProperty("Text")
            .GetProperty("sealed")
            .GetString()
            .ShouldNotBeNullOrEmpty();
        (await File.ReadAllTextAsync(file)).ShouldNotContain(Canary);
    }

    [Fact]
    public async Task An_erasure_is_applied_again_when_an_older_backup_is_restored()
    {
        var (folder, person) = await FolderWithAnEntryAsync();
        var backup = Path.Combine(folder, "before.backup");
        await RunAsync("backup", backup, "--data", folder);
        (await RunAsync("erase", "person", $"id:{person.Value}", "--data", folder)).Exit.ShouldBe(ExitCode.Done);

        var (exit, output) = await RunAsync("restore", backup, "--data", folder, "--json");

        exit.ShouldBe(ExitCode.Done);
        JsonDocument.Parse(output).RootElement.GetProperty("erasuresApplied").GetInt32().ShouldBe(1);
        (await RunAsync("export", "person", $"id:{person.Value}", Path.Combine(folder, "x.json"), "--data", folder)).Exit.ShouldBe(
            ExitCode.NotFound
        );
    }

    [Fact]
    public async Task Verify_finds_a_person_without_a_key_and_a_key_copy_mends_it()
    {
        var (folder, _) = await FolderWithAnEntryAsync();
        var copy = Path.Combine(folder, "keys.copy");
        (await RunAsync("keys", "backup", copy, "--data", folder)).Exit.ShouldBe(ExitCode.Done);
        await ExecuteAsync(Path.Combine(folder, "keys.db"), "delete from person_keys");

        (await RunAsync("verify", "--data", folder)).Exit.ShouldBe(ExitCode.Findings);
        (await RunAsync("keys", "restore", copy, "--data", folder)).Exit.ShouldBe(ExitCode.Done);
        (await RunAsync("verify", "--data", folder)).Exit.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Copies_of_the_keys_older_than_seven_days_go_with_the_next_copy()
    {
        var (folder, _) = await FolderWithAnEntryAsync();
        var keys = Directory.CreateDirectory(Path.Combine(folder, "copies")).FullName;
        var old = Path.Combine(keys, "old.keys");
        await new KeyBackup(
            KeyBackup.FileKind,
            TimeProvider.System.GetUtcNow().AddDays(-8),
            [],
            [],
            new Dictionary<string, byte[]>()
        ).WriteAsync(old, CancellationToken.None);
        var unrelated = Path.Combine(keys, "unrelated.keys");
        await File.WriteAllTextAsync(unrelated, "not a copy");

        await RunAsync("keys", "backup", Path.Combine(keys, "new.keys"), "--data", folder);

        File.Exists(old).ShouldBeFalse();
        File.Exists(unrelated).ShouldBeTrue();
    }

    [Fact]
    public async Task A_missing_master_key_refuses_the_start_and_says_how_to_recover()
    {
        var (folder, _) = await FolderWithAnEntryAsync();
        File.Delete(Path.Combine(folder, "master.key"));

        var (exit, output) = await RunAsync("verify", "--data", folder);

        exit.ShouldBe(ExitCode.RefusedByState);
        output.ShouldContain("master.key");
        File.Exists(Path.Combine(folder, "master.key")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_master_key_of_another_store_is_refused()
    {
        var (folder, _) = await FolderWithAnEntryAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "master.key"), Convert.ToBase64String(new byte[32]));

        (await RunAsync("verify", "--data", folder)).Exit.ShouldBe(ExitCode.RefusedByState);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        var (folder, _) = await FolderWithAnEntryAsync();
        await ExecuteAsync(
            Path.Combine(folder, "fieldcraft.db"),
            "insert into \"__EFMigrationsHistory\" values ('29990101000000_FromTheFuture', '99.0')"
        );

        var (exit, output) = await RunAsync("migrate", "--data", folder);

        exit.ShouldBe(ExitCode.RefusedByState);
        output.ShouldContain("newer");
    }

    [Fact]
    public async Task A_damaged_database_is_refused_and_left_as_it_is()
    {
        var (folder, _) = await FolderWithAnEntryAsync();
        var file = Path.Combine(folder, "fieldcraft.db");
        await File.WriteAllTextAsync(file, new string('x', 4096));

        (await RunAsync("migrate", "--data", folder)).Exit.ShouldBe(ExitCode.RefusedByState);

        (await File.ReadAllTextAsync(file)).ShouldBe(new string('x', 4096));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused_and_the_data_stays()
    {
        var (folder, _) = await FolderWithAnEntryAsync();
        var wrong = Path.Combine(folder, "letter.txt");
        await File.WriteAllTextAsync(wrong, "Dear all");

        (await RunAsync("restore", wrong, "--data", folder)).Exit.ShouldBe(ExitCode.RefusedByState);

        (await RunAsync("verify", "--data", folder)).Exit.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task A_restore_is_refused_while_the_server_runs()
    {
        var (folder, _) = await FolderWithAnEntryAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "fieldcraft.pid"), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

        (await RunAsync("restore", "any", "--data", folder)).Exit.ShouldBe(ExitCode.RefusedByState);
    }

    [Fact]
    public async Task An_unknown_command_or_option_says_how_to_call_it()
    {
        (await RunAsync("dance")).Exit.ShouldBe(ExitCode.Usage);
        (await RunAsync("verify", "--data", TestFolders.New(), "--colour", "green")).Exit.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var (exit, output) = await RunAsync("serve", "--data", TestFolders.New(), "--port", port);

        exit.ShouldBe(ExitCode.Unavailable);
        output.ShouldContain("--port N");
        output.ShouldNotContain("   at ");
    }

    private static async Task<(string Folder, PersonId Person)> FolderWithAnEntryAsync()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        await using (var scope = app.Application.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
            var id = Id.New<JournalEntryId>(world.Now);
            var sealer = await scope.ServiceProvider.GetRequiredService<Vault>().SealerAsync(leader.Id, id.Value, CancellationToken.None);
            db.Add(JournalEntry.Write(id, leader.Id, Canary, JournalPrompt.None, sealer, world.Now));
            await db.SaveChangesAsync();
        }

        SqliteConnection.ClearAllPools();
        return (app.Settings.DataFolder, leader.Id);
    }

    private static async Task<(int Exit, string Output)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        var exit = await CommandLine.RunAsync(args, output, output);
        return (exit, output.ToString());
    }

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
