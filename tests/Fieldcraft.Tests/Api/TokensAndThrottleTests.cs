using System.Net;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Tests.Api;

public sealed class TokensAndThrottleTests
{
    [Theory, OnEveryDatabase]
    public async Task A_token_does_what_its_scopes_say(Database database)
    {
        var world = await World.OnAsync(database);
        var amira = await world.PersonAsync("Amira");

        var reader = await TokenAsync(world, amira.Id, TokenScopes.Read | TokenScopes.Private);
        var writer = await TokenAsync(world, amira.Id, TokenScopes.Write | TokenScopes.Private);

        (await GetAsync(world, reader)).Status.ShouldBe(HttpStatusCode.OK);
        Code(await PostAsync(world, reader)).ShouldBe("scope-missing");
        (await PostAsync(world, writer)).Status.ShouldBe(HttpStatusCode.Created);
        Code(await GetAsync(world, writer)).ShouldBe("scope-missing");
    }

    [Theory, OnEveryDatabase]
    public async Task A_token_minted_on_the_command_line_never_opens_sealed_items(Database database)
    {
        var world = await World.OnAsync(database);
        var amira = await world.PersonAsync("Amira");
        var token = await TokenAsync(
            world,
            amira.Id,
            TokenScopes.Read | TokenScopes.Write | TokenScopes.Admin | TokenScopes.Private,
            fromCommandLine: true
        );

        var answer = await GetAsync(world, token);

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        Code(answer).ShouldBe("sealed-shut");
    }

    [Theory, OnEveryDatabase]
    public async Task A_token_fills_no_forms(Database database)
    {
        var world = await World.OnAsync(database);
        var amira = await world.PersonAsync("Amira");
        var token = await TokenAsync(world, amira.Id, TokenScopes.Read | TokenScopes.Write | TokenScopes.Private);

        var answer = await world.App.NewBrowser().ApiAsync(HttpMethod.Post, "/journal/new", new { }, ("Authorization", token));

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        Code(answer).ShouldBe("scope-missing");
    }

    [Theory, OnServersOfItsOwn]
    public async Task One_program_does_not_take_the_server_from_the_others(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });
        var world = await World.InAsync(app);
        var (busy, calm) = (
            await world.SignedInAsync(await world.PersonAsync("Amira")),
            await world.SignedInAsync(await world.PersonAsync("Noor"))
        );
        HttpStatusCode last = default;
        var requests = 0;
        for (; last != HttpStatusCode.TooManyRequests && requests < ApiThrottle.MostAMinute + ApiThrottle.Stride + 1; requests++)
        {
            last = (
                await busy.Client.GetAsync(new Uri("/api/v1/journal?limit=0", UriKind.Relative), TestContext.Current.CancellationToken)
            ).StatusCode;
        }

        var refused = await busy.ApiAsync(HttpMethod.Get, "/api/v1/journal");

        requests.ShouldBeGreaterThan(ApiThrottle.MostAMinute);
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        Code(refused).ShouldBe("too-many-requests");
        refused.Response.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await calm.ApiAsync(HttpMethod.Get, "/api/v1/journal")).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await busy.ApiAsync(HttpMethod.Get, "/api/v1/journal")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string? Code((HttpStatusCode, System.Text.Json.JsonElement Body, HttpResponseMessage) answer) =>
        answer.Body.GetProperty("code").GetString();

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body, HttpResponseMessage Response)> GetAsync(
        World world,
        string token
    ) => world.App.NewBrowser().ApiAsync(HttpMethod.Get, "/api/v1/journal", null, ("Authorization", token));

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body, HttpResponseMessage Response)> PostAsync(
        World world,
        string token
    ) => world.App.NewBrowser().ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text = "by a program" }, ("Authorization", token));

    private static async Task<string> TokenAsync(
        World world,
        Domain.People.PersonId person,
        TokenScopes scopes,
        bool fromCommandLine = false
    )
    {
        var secret = Secrets.New();
        await world.SaveAsync(
            ApiToken.Make(
                Id.New<ApiTokenId>(world.Now),
                person,
                Secrets.Hash(secret),
                "Test",
                scopes,
                fromCommandLine,
                world.Now.AddDays(1),
                world.Now
            )
        );
        return $"Bearer fc_{Secrets.Text(secret)}";
    }
}
