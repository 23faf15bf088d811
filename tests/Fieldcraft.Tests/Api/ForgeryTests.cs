using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Api;

/// <summary>What another site can make a browser send must not change anything.</summary>
public sealed class ForgeryTests
{
    private const string Entry = """{"text": "written by another site"}""";

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task What_a_form_can_send_is_refused_in_a_browsers_session(string type)
    {
        var (world, amira, browser) = await SignedInAsync();

        var answer = await SendAsync(browser, type);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await EntriesAsync(world, amira)).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_browser_says_came_from_another_site_is_refused_even_as_json()
    {
        var (world, amira, browser) = await SignedInAsync();

        (await SendAsync(browser, "application/json", ("Sec-Fetch-Site", "cross-site"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(browser, "application/json", ("Sec-Fetch-Site", "same-site"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(browser, "application/json", ("Origin", "https://elsewhere.example"))).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await SendAsync(browser, "application/json", ("Origin", "null"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await EntriesAsync(world, amira)).ShouldBe(0);
    }

    [Fact]
    public async Task The_own_pages_may_send_json()
    {
        var (world, amira, browser) = await SignedInAsync();

        (await SendAsync(browser, "application/json; charset=utf-8", ("Sec-Fetch-Site", "same-origin"))).StatusCode.ShouldBe(
            HttpStatusCode.Created
        );
        (await SendAsync(browser, "application/json", ("Origin", "http://localhost"))).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await EntriesAsync(world, amira)).ShouldBe(2);
    }

    [Fact]
    public async Task A_form_token_that_is_not_ours_is_refused()
    {
        var (world, amira, browser) = await SignedInAsync();

        (await SendAsync(browser, "application/json", ("X-Form", "made-up"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await EntriesAsync(world, amira)).ShouldBe(0);
    }

    [Theory]
    [InlineData("text/plain", false, 415)]
    [InlineData("application/json", false, 200)]
    [InlineData(null, false, 200)]
    [InlineData("text/csv", true, 200)]
    public async Task An_operation_that_takes_any_body_is_guarded_too_unless_a_token_asks(string? type, bool byToken, int status)
    {
        var (world, amira, _) = await SignedInAsync();
        var http = new DefaultHttpContext { RequestServices = world.App.Application.Services };
        http.Request.Method = "POST";
        http.Request.ContentType = type;
        http.SetViewer(
            new Viewer
            {
                PersonId = amira.Id,
                Name = "Amira",
                Language = "en",
                TimeZone = "UTC",
                Proof = byToken ? Proof.Token : Proof.Password,
                Scopes = byToken ? TokenScopes.Write : null,
            }
        );

        await new ApiRequests(_ => Task.CompletedTask, world.App.Get<IAntiforgery>()).InvokeAsync(http);

        http.Response.StatusCode.ShouldBe(status);
    }

    private static async Task<(World World, Person Amira, Browser Browser)> SignedInAsync()
    {
        var world = await World.OnAsync(Database.Sqlite);
        var amira = await world.PersonAsync("Amira");
        return (world, amira, await world.SignedInAsync(amira));
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/journal", UriKind.Relative))
        {
            Content = new StringContent(Entry, Encoding.UTF8),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await browser.Client.SendAsync(request);
    }

    private static Task<int> EntriesAsync(World world, Person amira) =>
        world.InDatabaseAsync(db => db.JournalEntries.CountAsync(e => e.OwnerId == amira.Id));
}
