using System.Net;
using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Commands;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Wall;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Checks;

/// <summary>Attacks on who said what (ARCHITECTURE 4.7): over HTTP, in the files, and with copies taken before the round closed.</summary>
public sealed class ClosedRoundTests
{
    private const string Said = "canary-comment-of-one-rater";

    [Theory, OnEveryDatabase]
    public async Task While_a_round_is_open_nobody_sees_an_answer_or_who_gave_one(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(world, "boss", "peers", "peers", "peers");
        var manager = await world.PersonAsync("Noor");
        var before = await EverythingAsync(round);
        await round.AnswerAsync(0, 2, Said);
        await round.AnswerAsync(1, 3, Said);

        // What the owner can read is the same to the letter, before and after two of four answered.
        (await EverythingAsync(round)).ShouldBe(before);
        before.ShouldNotContain("hasAnswered");
        foreach (
            var other in new[]
            {
                await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator)),
                await world.SignedInAsync(manager),
                world.App.NewBrowser(),
            }
        )
        {
            foreach (var what in new[] { "", "/raters", "/report" })
            {
                (await other.ApiAsync(HttpMethod.Get, round.Api + what)).Status.ShouldBeOneOf(
                    HttpStatusCode.NotFound,
                    HttpStatusCode.Unauthorized
                );
            }

            (await other.ApiAsync(HttpMethod.Post, $"{round.Api}/closing")).Status.ShouldBeOneOf(
                HttpStatusCode.NotFound,
                HttpStatusCode.Unauthorized
            );
        }

        // Another rater's link shows the questions, and nothing of anybody.
        (await world.App.NewBrowser().GetAsync($"/r/{round.Secrets[2]}")).Text.ShouldNotContain("canary");
        (await world.App.NewBrowser().ApiAsync(HttpMethod.Get, $"/api/v1/assessments/answers/{round.Secrets[0]}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_leaves_no_event_no_job_and_no_notice_and_changes_no_row_that_names_its_rater(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");
        var before = await TracesAsync(round);

        await round.AnswerAllAsync(4, 5, 6);

        (await TracesAsync(round)).ShouldBe(before);
        var ids = await world.InDatabaseAsync(db => db.RaterAnswers.Where(a => a.CheckId == round.CheckId).Select(a => a.Id).ToListAsync());
        // Not version 7: such an id would be a time.
        ids.ShouldAllBe(id => id.Value != Guid.Empty);
        ids.Select(i => i.Value.ToByteArray(bigEndian: true)[..4]).Distinct(ByBytes.One).Count().ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task The_owners_keys_do_not_open_an_answer(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");
        await round.AnswerAllAsync(4, 5, 6);
        await using var scope = world.App.Application.Services.CreateAsyncScope();
        var vault = scope.ServiceProvider.GetRequiredService<Vault>();
        var answers = await world.InDatabaseAsync(db => db.RaterAnswers.Where(a => a.CheckId == round.CheckId).ToListAsync());

        var unlocked = await vault.UnlockAsync(Viewers.Of(round.Owner.Id), answers.Select(a => a.Content), CancellationToken.None);

        answers.ShouldAllBe(a => !unlocked.Opens(a.Content));
        answers.ShouldAllBe(a => !Encoding.UTF8.GetString(a.Content.ToBytes()).Contains("ratings", StringComparison.Ordinal));
        var export = await new PersonExport(scope.ServiceProvider.GetRequiredService<FieldcraftDb>()).OfAsync(
            round.Owner.Id,
            null,
            CancellationToken.None
        );
        export.Keys.ShouldContain("RaterInvitations");
        export.Keys.ShouldNotContain("RaterAnswers");
        var invitation = ((List<Dictionary<string, object?>>)export["RaterInvitations"])[0];
        invitation.Keys.ShouldBe(["Id", "Address", "CheckId", "Group", "Link", "OwnerId"], ignoreOrder: true);
    }

    [Fact, Trait("Needs", "Server")]
    public async Task A_backup_from_before_closing_does_not_open_afterwards_with_the_keys_as_they_are()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var world = await World.InAsync(app);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers", "reports", "reports");
        var name = await app.InDatabaseAsync(db => db.LeadershipChecks.Select(c => c.RoundId!.Value).SingleAsync());
        for (var i = 0; i < 5; i++)
        {
            await round.AnswerAsync(i, i + 2, $"{Said}-{i}");
        }

        var (data, keys) = (app.Settings.DataFolder, app.Get<KeyStore>());
        await DoneAsync("backup", Path.Combine(data, "before.backup"), "--data", data);
        var keyCopy = await keys.CopyAsync(CancellationToken.None);
        // The attack works while the round is open: with data and keys together it can be opened. That is said in docs/security.md.
        (await OpenedAsync(Path.Combine(data, "before.backup"), keys, name)).ShouldBe(5);

        (await round.PostAsync("closing")).Status.ShouldBe(HttpStatusCode.NoContent);
        await DoneAsync("backup", Path.Combine(data, "after.backup"), "--data", data);

        (await OpenedAsync(Path.Combine(data, "before.backup"), keys, name)).ShouldBe(0);
        await keys.PutBackAsync(keyCopy, CancellationToken.None);
        (await OpenedAsync(Path.Combine(data, "before.backup"), keys, name)).ShouldBe(0);
        await using (var after = Open(Path.Combine(data, "after.backup")))
        {
            (await after.RaterAnswers.CountAsync()).ShouldBe(0);
            (await after.RaterInvitations.CountAsync(i => i.SecretHash != null || i.Delivery != null || i.Link != null)).ShouldBe(0);
        }

        (await round.ReportAsync()).GetProperty("comments").GetArrayLength().ShouldBe(5);
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
        {
            // Main file with its free pages, write-ahead log, backups, key store: nothing of it in the clear.
            Holds(await BytesAsync(file), Said).ShouldBeFalse(file);
        }
    }

    [Fact, Trait("Needs", "Server")]
    public async Task A_restored_backup_of_an_open_round_that_closed_since_is_as_if_called_off()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var world = await World.InAsync(app);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");
        await round.AnswerAllAsync(4, 5, 6);
        var data = app.Settings.DataFolder;
        var backup = Path.Combine(data, "before.backup");
        await DoneAsync("backup", backup, "--data", data);
        await round.PostAsync("closing");

        await using var restored = Open(backup);
        (await Erasing.ApplyAgainAsync(restored, app.Get<KeyStore>(), CancellationToken.None)).ShouldBe(1);

        var check = await restored.LeadershipChecks.AsNoTracking().SingleAsync();
        (check.IsLaunched, check.IsClosed, check.RoundId).ShouldBe((false, false, null));
        (await restored.RaterAnswers.CountAsync()).ShouldBe(0);
        (await restored.RaterInvitations.CountAsync()).ShouldBe(3);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Erasing_the_owner_destroys_the_round_with_everything(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");
        await round.AnswerAllAsync(4, 5, 6);
        var name = await app.InDatabaseAsync(db => db.LeadershipChecks.Select(c => c.RoundId!.Value).SingleAsync());

        await app.InDatabaseAsync(db => Erasing.ErasePersonAsync(db, app.Get<KeyStore>(), round.Owner.Id, CancellationToken.None));

        (await app.Get<KeyStore>().RoundAsync(name, CancellationToken.None)).ShouldBeNull();
        (await app.InDatabaseAsync(db => db.RaterAnswers.CountAsync())).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.RaterInvitations.CountAsync())).ShouldBe(0);
        (await app.NewBrowser().GetAsync($"/r/{round.Secrets[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Answers_are_opened_in_one_place_of_the_program()
    {
        var callers = Directory
            .EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f).Contains(".OpenForClosing(", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        // One place for each kind of round: where it closes.
        callers.ShouldBe(["RoundDesk.cs", "PulseDesk.cs", "ConsensusDesk.cs"], ignoreOrder: true);
    }

    /// <summary>Everything the owner can read of a round that runs: pages, operations, the export.</summary>
    private static async Task<string> EverythingAsync(Round round)
    {
        var read = new StringBuilder();
        foreach (var page in new[] { "/growth/checks", round.Page })
        {
            read.Append((await round.Browser.GetAsync(page)).Main);
        }

        foreach (var operation in new[] { "/api/v1/assessments", round.Api, $"{round.Api}/raters" })
        {
            read.Append((await round.Browser.ApiAsync(HttpMethod.Get, operation)).Body.GetRawText());
        }

        return read.ToString();
    }

    /// <summary>Whatever could date or name an answer: invitations to the byte, versions, events, jobs, notices.</summary>
    private static Task<string> TracesAsync(Round round) =>
        round.World.InDatabaseAsync(async db =>
        {
            var (check, owner) = (round.CheckId, round.Owner.Id);
            var invitations = await db.RaterInvitations.AsNoTracking().Where(i => i.CheckId == check).OrderBy(i => i.Id).ToListAsync();
            return string.Join(
                '\n',
                invitations
                    .Select(i =>
                        $"{i.Id.Value} {i.Group} {Convert.ToHexString(i.Delivery!.ToBytes())} {Convert.ToHexString(i.SecretHash!)}"
                    )
                    .Append($"{(await db.LeadershipChecks.AsNoTracking().SingleAsync(c => c.Id == check)).Version}")
                    .Append($"{await db.Events.CountAsync(e => e.OwnerId == owner.Value)}")
                    .Append($"{await db.Notices.CountAsync(n => n.PersonId == owner)}")
                    .Append($"{await db.Jobs.CountAsync(j => j.Kind.StartsWith("checks"))}")
            );
        });

    /// <summary>How many answers of a copy of the data open with the key store as it is now.</summary>
    private static async Task<int> OpenedAsync(string backup, KeyStore keys, Guid name)
    {
        await using var db = Open(backup);
        var answers = await db.RaterAnswers.AsNoTracking().ToListAsync();
        answers.Count.ShouldBe(5);
        var vault = new Vault(db, keys, TimeProvider.System);
        return await vault.RoundAsync(answers[0].OwnerId, name, CancellationToken.None) is { } round
            ? round.OpenForClosing(answers).Count
            : 0;
    }

    private static FieldcraftDb Open(string file)
    {
        var options = new DbContextOptionsBuilder<FieldcraftDb>();
        options.UseFieldcraft(DatabaseChoice.File(file));
        return new FieldcraftDb(options.Options);
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

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Fieldcraft.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "src");
    }

    private sealed class ByBytes : IEqualityComparer<byte[]>
    {
        public static readonly ByBytes One = new();

        public bool Equals(byte[]? x, byte[]? y) => x!.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => obj[0];
    }
}
