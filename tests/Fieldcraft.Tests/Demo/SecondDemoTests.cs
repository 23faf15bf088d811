using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Demo;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Demo;

/// <summary>Two demos of its own: to compare before anything runs in them, and to move the clock of.</summary>
[Trait("Speed", "Slow")]
public sealed class SecondDemoTests
{
    // No address or reference leads to these rows; the aggregates number them by themselves.
    private static readonly HashSet<string> NumberedByChance = new(StringComparer.Ordinal)
    {
        "Events.Id",
        "Placements.Id",
        "ReportingLines.Id",
        "Looks.Id",
        "Accounts.PasswordHash",
        "WorkshopSeats.Id",
        "WorkshopSeats.InvitationId",
        "WorkshopInvitations.Id",
    };

    [Fact]
    public async Task Two_demos_made_at_one_moment_are_the_same_apart_from_keys_and_their_clock_moves_for_each_alone()
    {
        await using var first = new MadeDemo();
        await using var second = new MadeDemo();
        await first.MakeAsync();
        await second.MakeAsync();

        (await RowsAsync(second)).ShouldBe(await RowsAsync(first));
        (await TextsAsync(second)).ShouldBe(await TextsAsync(first));

        await second.StartAsync();
        await The_clock_moves_and_what_is_due_then_is_done(second);
        first.Services.GetRequiredService<DemoClock>().Offset.ShouldBe(TimeSpan.Zero);
    }

    private static async Task The_clock_moves_and_what_is_due_then_is_done(MadeDemo demo)
    {
        var due = MadeDemo.MadeAt.AddDays(14);
        var waiting = await demo.InDatabaseAsync(db => db.Jobs.CountAsync(j => j.DoneAt == null && j.DueAt < due));
        waiting.ShouldBeGreaterThan(0, "open questions and shares run out one day");

        var answer = await demo.NewBrowser().Client.PostAsJsonAsync("/demo/clock", new { advance = "P14D" });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var now = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetDateTimeOffset();
        now.ShouldBeGreaterThan(due);
        demo.Services.GetRequiredService<TimeProvider>().GetUtcNow().ShouldBeGreaterThan(due);
        // The node's own runner may hold one of them at this moment.
        List<string> left = [];
        for (var i = 0; i < 100; i++)
        {
            left = await demo.InDatabaseAsync(db =>
                db.Jobs.Where(j => j.DoneAt == null && j.DueAt < due).Select(j => j.Kind + " " + j.Error).ToListAsync()
            );
            if (left.Count == 0)
            {
                break;
            }

            await Task.Delay(100);
        }

        left.ShouldBeEmpty();
    }

    /// <summary>Every row of every table, without blobs: those are hashes and sealed texts, and depend on keys.</summary>
    private static async Task<List<string>> RowsAsync(MadeDemo demo) =>
        await demo.InDatabaseAsync(async db =>
        {
            var rows = new List<string>();
            await db.Database.OpenConnectionAsync();
            foreach (
                var table in db
                    .Model.GetEntityTypes()
                    .Select(e => e.GetTableName())
                    .OfType<string>()
                    .Distinct()
                    .Where(t => t is not ("Jobs" or "Installations"))
                    .Order(StringComparer.Ordinal)
            )
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"select * from \"{table}\"";
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    // An invitation is numbered by chance too, and its event names it.
                    if (table == "Events" && reader["Name"] is "WorkshopInvited")
                    {
                        continue;
                    }

                    rows.Add(
                        $"{table}: "
                            + string.Join(
                                ' ',
                                Enumerable
                                    .Range(0, reader.FieldCount)
                                    .Where(c =>
                                        !NumberedByChance.Contains($"{table}.{reader.GetName(c)}") && reader.GetValue(c) is not byte[]
                                    )
                                    .Select(c => string.Create(CultureInfo.InvariantCulture, $"{reader.GetName(c)}={reader.GetValue(c)}"))
                            )
                    );
                }
            }

            rows.Sort(StringComparer.Ordinal);
            return rows;
        });

    /// <summary>What the leader wrote, opened.</summary>
    private static Task<List<string>> TextsAsync(MadeDemo demo) =>
        demo.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FieldcraftDb>();
            var employee = DemoAccounts.All.First(a => a.Key == "leader").EmployeeId;
            var owner = await db.People.Where(p => p.EmployeeId == employee).Select(p => p.Id).FirstAsync();
            var answers = await db
                .Answers.AsNoTracking()
                .Where(a => a.OwnerId == owner && a.Text != null)
                .OrderBy(a => a.Id)
                .Select(a => a.Text!)
                .ToListAsync();
            var entries = await db
                .JournalEntries.AsNoTracking()
                .Where(e => e.OwnerId == owner)
                .OrderBy(e => e.Id)
                .Select(e => e.Text)
                .ToListAsync();
            List<SealedText> texts = [.. answers, .. entries];
            var viewer = new Viewer
            {
                PersonId = owner,
                Name = "The leader",
                Language = "en",
                TimeZone = "UTC",
                Proof = Proof.Password,
            };
            var unlocked = await services.GetRequiredService<Vault>().UnlockAsync(viewer, texts, CancellationToken.None);
            texts.Count.ShouldBeGreaterThan(15);
            return texts.ConvertAll(unlocked.Open);
        });
}
