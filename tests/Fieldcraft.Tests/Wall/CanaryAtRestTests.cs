using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Commands;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fieldcraft.Tests.Wall;

/// <summary>What is left lying about holds no private text: rows, files, backups, exports, letters, logs.</summary>
public sealed partial class CanaryAtRestTests
{
    private const string Typed = "canary-typed-into-a-form";

    [Fact, Trait("Needs", "Server")]
    public async Task Neither_a_file_of_the_data_nor_a_backup_an_export_or_a_letter_holds_a_private_text()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var planted = await CanaryTests.PlantedAsync(app);
        await WriteAndSearchAsync(planted);
        await AskByMailAsync(planted);
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        var data = app.Settings.DataFolder;
        await DoneAsync("backup", InData("night.backup"), "--data", data);
        await DoneAsync("keys", "backup", InData("keys.copy"), "--data", data);
        await DoneAsync("export", "person", $"id:{planted.Owner.Id.Value}", InData("person.json"), "--data", data);

        var files = Directory
            .EnumerateFiles(data, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(data, f), f => f);

        foreach (var expected in new[] { "fieldcraft.db", "keys.db", "master.key", "night.backup", "keys.copy", "person.json" })
        {
            files.Keys.ShouldContain(expected);
        }

        (await FolderMailer.ListAsync(app.Settings, CancellationToken.None)).Count.ShouldBe(2);
        var named = new List<string>();
        foreach (var (name, file) in files)
        {
            var bytes = await BytesAsync(file);
            Holds(bytes, "canary-").ShouldBeFalse(name);
            if (Holds(bytes, "Amira"))
            {
                named.Add(name);
            }
        }

        // Neither packed nor locked: what is guarded and not sealed is found, so a text that was not sealed would be.
        named.ShouldContain("night.backup");
        named.ShouldContain("person.json");
        named.ShouldContain(n => n.StartsWith("fieldcraft.db", StringComparison.Ordinal));

        string InData(string name) => Path.Combine(data, name);
    }

    [Theory, OnServersOfItsOwn]
    public async Task No_row_of_any_table_holds_a_private_text_or_the_secret_of_a_link_that_waits_to_be_sent(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var planted = await CanaryTests.PlantedAsync(app);
        await WriteAndSearchAsync(planted);
        await AskByMailAsync(planted);

        var rows = await app.InDatabaseAsync(RowsAsync);

        rows.Count.ShouldBeGreaterThan(50);
        rows.ShouldContain(r => r.StartsWith("Jobs: ", StringComparison.Ordinal) && r.Contains(Post.JobKind, StringComparison.Ordinal));
        rows.ShouldContain(r => r.Contains("Amira", StringComparison.Ordinal));
        rows.ShouldAllBe(r => !r.Contains("canary-", StringComparison.OrdinalIgnoreCase));

        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        var secrets = (await FolderMailer.ListAsync(app.Settings, CancellationToken.None))
            .Select(l => Secret().Match(l.Text).Groups[1].Value)
            .ToList();
        secrets.Count.ShouldBe(2);
        secrets.ShouldAllBe(s => s.Length > 40);
        rows.Where(r => secrets.Any(s => r.Contains(s, StringComparison.Ordinal))).ShouldBeEmpty();
        rows.ShouldAllBe(r => !r.Contains("giver@elsewhere.example", StringComparison.Ordinal));
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_log_holds_no_private_text_even_when_everything_is_logged(Database database)
    {
        using var log = new KeptLog();
        await using var app = await TestApp.StartAsync(
            database,
            s => s with { Development = false },
            b => b.Logging.AddProvider(log).AddFilter<KeptLog>(null, LogLevel.Trace)
        );
        var planted = await CanaryTests.PlantedAsync(app);
        await WriteAndSearchAsync(planted);
        await AskByMailAsync(planted);
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);

        log.Lines.Count.ShouldBeGreaterThan(500);
        log.Lines.ShouldContain(l => l.Contains("journal", StringComparison.OrdinalIgnoreCase));
        log.Lines.Where(l => l.Contains("canary-", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    /// <summary>Types a canary into forms, saves it as it is typed, sends it wrongly, searches for it, reads it, has it printed and exported.</summary>
    private static async Task WriteAndSearchAsync(Planted planted)
    {
        var browser = await planted.World.SignedInAsync(planted.Owner);
        var form = await browser.GetAsync("/journal/new");
        (await form.SubmitAsync("main form[method=post]", ("Entry.Text", Typed))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await form.SubmitAsync("main form[method=post]", ("Entry.Text", Typed + new string('x', 100_000)))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text = Typed })).Status.ShouldBe(HttpStatusCode.Created);
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text = 7, other = Typed })).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await browser.GetAsync("/journal?search=canary")).Text.ShouldContain(Typed);
        (await browser.GetAsync("/journal")).Text.ShouldContain(Typed);
    }

    /// <summary>Asks for feedback and for a second opinion by mail. The letters wait.</summary>
    private static async Task AskByMailAsync(Planted planted)
    {
        var browser = await planted.World.SignedInAsync(planted.Owner);
        var asked = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/feedback-requests",
            new
            {
                behaviour = Typed,
                moment = Typed,
                giverName = Typed,
                way = "mail",
                address = "giver@elsewhere.example",
            }
        );
        asked.Status.ShouldBe(HttpStatusCode.Created);
        var assignment = (await browser.ApiAsync(HttpMethod.Post, "/api/v1/assignments", new { title = Typed })).Body.GetProperty("id");
        var opinion = await browser.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/assignments/{assignment.GetGuid()}/second-opinions",
            new
            {
                giver = "mentor",
                shown = Typed,
                name = Typed,
                email = "giver@elsewhere.example",
            }
        );
        opinion.Status.ShouldBe(HttpStatusCode.Created);
    }

    private static async Task DoneAsync(params string[] command)
    {
        using var complaint = new StringWriter();
        (await CommandLine.RunAsync(command, TextWriter.Null, complaint)).ShouldBe(ExitCode.Done, complaint.ToString());
    }

    private static async Task<byte[]> BytesAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static bool Holds(byte[] bytes, string text) =>
        Encoding.Latin1.GetString(bytes).Contains(text, StringComparison.OrdinalIgnoreCase)
        || Encoding.Unicode.GetString(bytes).Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Every row of every table as somebody reads it who opens the database: text as it is, bytes letter by letter.</summary>
    private static async Task<List<string>> RowsAsync(Persistence.FieldcraftDb db)
    {
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select * from \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add($"{table}: " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader, i))));
            }
        }

        return rows;
    }

    private static string Cell(DbDataReader reader, int column) =>
        reader.GetValue(column) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{reader.GetValue(column)}";

    [GeneratedRegex(@"https?://\S+/([A-Za-z0-9_-]{43,})")]
    private static partial Regex Secret();

    /// <summary>Keeps what the program logs.</summary>
    private sealed class KeptLog : ILoggerProvider
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Keeper(categoryName, Lines);

        public void Dispose() { }

        private sealed class Keeper(string category, ConcurrentBag<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => lines.Add($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
