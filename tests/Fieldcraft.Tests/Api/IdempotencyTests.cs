using System.Net;
using System.Text;
using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Api;

public sealed class IdempotencyTests
{
    private const string Journal = "/api/v1/journal";
    private const string Canary = "the sorter stopped at six";

    [Theory, OnEveryDatabase]
    public async Task A_request_sent_again_with_its_key_gets_the_same_answer_and_changes_nothing(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(leader);

        var first = await WriteAsync(browser, "k1", Canary);
        var again = await WriteAsync(browser, "k1", Canary);

        again.Status.ShouldBe(HttpStatusCode.Created);
        again.Response.Headers.Location.ShouldBe(first.Response.Headers.Location);
        again.Body.GetRawText().ShouldBe(first.Body.GetRawText());
        again.Response.Content.Headers.ContentType.ShouldBe(first.Response.Content.Headers.ContentType);
        again.Response.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await EntriesAsync(world, leader)).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_sent_with_another_body_is_refused(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(leader);
        await WriteAsync(browser, "k1", Canary);

        var other = await WriteAsync(browser, "k1", "something else");

        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.Body.GetProperty("code").GetString().ShouldBe("idempotency-key-reused");
        (await EntriesAsync(world, leader)).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_request_many_times_at_once_is_carried_out_once(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(leader);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => WriteAsync(browser, "k1", Canary)));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Created);
        answers.Select(a => a.Response.Headers.Location).Distinct().Count().ShouldBe(1);
        (await EntriesAsync(world, leader)).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_people_may_use_the_same_key(Database database)
    {
        var world = await World.OnAsync(database);
        var (one, two) = (await world.LeaderAsync("Amira"), await world.LeaderAsync("Noor"));

        var first = await WriteAsync(await world.SignedInAsync(one), "k1", Canary);
        var second = await WriteAsync(await world.SignedInAsync(two), "k1", Canary);

        second.Status.ShouldBe(HttpStatusCode.Created);
        second.Response.Headers.Location.ShouldNotBe(first.Response.Headers.Location);
    }

    [Theory, OnEveryDatabase]
    public async Task A_refused_request_may_be_mended_under_its_key(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        (await WriteAsync(browser, "k1", " ")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await WriteAsync(browser, "k1", Canary)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_kept_of_a_request_can_be_read_by_nobody_who_opens_the_database(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var made = await WriteAsync(await world.SignedInAsync(leader), "k1", Canary);

        var row = await RowAsync(world, leader);

        var readable = Encoding.UTF8.GetString(row.Answer!) + Encoding.UTF8.GetString(row.KeyHash) + Encoding.UTF8.GetString(row.BodyHash);
        readable.ShouldNotContain(made.Body.GetProperty("id").GetString()!);
        row.BodyHash.ShouldNotBe(
            System.Security.Cryptography.SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(new { text = Canary }, JsonSerializerOptions.Web)
            )
        );
    }

    [Theory, OnEveryDatabase]
    public async Task The_change_and_the_claim_on_its_key_are_saved_together(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(leader);
        await WriteAsync(browser, "k1", Canary);
        (await RowAsync(world, leader)).ChangedAt.ShouldNotBeNull();

        // As a server leaves it that is killed after the change and before its answer.
        await world.InDatabaseAsync(db =>
            db.IdempotentRequests.Where(r => r.OwnerId == leader.Id)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.Answer, (byte[]?)null).SetProperty(x => x.BegunAt, world.Now.AddMinutes(-3)))
        );
        var again = await WriteAsync(browser, "k1", Canary);

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Body.GetProperty("code").GetString().ShouldBe("idempotency-answer-lost");
        (await EntriesAsync(world, leader)).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_claim_of_a_server_that_died_before_its_change_runs_out(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var browser = await world.SignedInAsync(leader);
        await WriteAsync(browser, "k1", Canary);
        await AbandonAsync(world, leader, world.Now);

        var early = await WriteAsync(browser, "k1", Canary);
        await AbandonAsync(world, leader, world.Now.AddMinutes(-3));
        var late = await WriteAsync(browser, "k1", Canary);

        early.Status.ShouldBe(HttpStatusCode.Conflict);
        early.Body.GetProperty("code").GetString().ShouldBe("idempotency-key-in-use");
        early.Response.Headers.RetryAfter.ShouldNotBeNull();
        late.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Answers_are_forgotten_after_a_day(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        await WriteAsync(await world.SignedInAsync(leader), "k1", Canary);
        var jobs = app.Get<JobRunner>();
        await jobs.RunDueAsync(TestContext.Current.CancellationToken);
        (await world.InDatabaseAsync(db => db.IdempotentRequests.CountAsync())).ShouldBe(1);

        app.Clock.Advance(IdempotentRequest.KeptFor + TimeSpan.FromMinutes(1));
        await jobs.RunDueAsync(TestContext.Current.CancellationToken);

        (await world.InDatabaseAsync(db => db.IdempotentRequests.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("schlüssel")]
    public async Task A_key_is_visible_ascii(string key)
    {
        var world = await World.OnAsync(Database.Sqlite);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        var answer = await WriteAsync(browser, key, Canary);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.GetProperty("errors")[0].GetProperty("path").GetString().ShouldBe(Idempotency.Header);
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body, HttpResponseMessage Response)> WriteAsync(
        Browser browser,
        string key,
        string text
    ) => browser.ApiAsync(HttpMethod.Post, Journal, new { text }, (Idempotency.Header, key));

    private static Task<int> EntriesAsync(World world, Person leader) =>
        world.InDatabaseAsync(db => db.JournalEntries.CountAsync(e => e.OwnerId == leader.Id));

    private static Task<IdempotentRequest> RowAsync(World world, Person leader) =>
        world.InDatabaseAsync(db => db.IdempotentRequests.AsNoTracking().SingleAsync(r => r.OwnerId == leader.Id));

    private static Task<int> AbandonAsync(World world, Person leader, DateTimeOffset begunAt) =>
        world.InDatabaseAsync(db =>
            db.IdempotentRequests.Where(r => r.OwnerId == leader.Id)
                .ExecuteUpdateAsync(r =>
                    r.SetProperty(x => x.Answer, (byte[]?)null)
                        .SetProperty(x => x.ChangedAt, (DateTimeOffset?)null)
                        .SetProperty(x => x.BegunAt, begunAt)
                )
        );
}
