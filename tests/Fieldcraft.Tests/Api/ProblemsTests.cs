using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Approved;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fieldcraft.Tests.Api;

public sealed class ProblemsTests
{
    [Fact]
    public async Task An_unknown_address_is_not_found_for_everybody()
    {
        var world = await World.OnAsync(Database.Sqlite);

        foreach (var browser in new[] { world.App.NewBrowser(), await world.SignedInAsync(await world.PersonAsync("Amira")) })
        {
            Is(await browser.ApiAsync(HttpMethod.Get, "/api/v1/horoscopes"), HttpStatusCode.NotFound, "not-found");
            Is(await browser.ApiAsync(HttpMethod.Get, "/api/v1/journal/not-an-id"), HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task A_wrong_method_is_told_which_are_right()
    {
        var world = await World.OnAsync(Database.Sqlite);

        var answer = await world.App.NewBrowser().ApiAsync(HttpMethod.Patch, "/api/v1/journal", new { });

        Is(answer, HttpStatusCode.MethodNotAllowed, "wrong-method");
        answer.Response.Content.Headers.Allow.ShouldBe(["GET", "POST"], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_signed_in_gets_401_and_nothing_else()
    {
        var world = await World.OnAsync(Database.Sqlite);

        Is(await world.App.NewBrowser().ApiAsync(HttpMethod.Get, "/api/v1/journal"), HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    [Theory]
    [InlineData("{\"text\": \"no end", "bad-json", null, null)]
    [InlineData("text", "bad-json", null, null)]
    [InlineData("", "bad-input", null, null)]
    [InlineData("{\"text\": \"a\", \"rating\": 3}", "bad-input", "rating", "unknown")]
    [InlineData("{\"text\": 7}", "bad-input", "text", "wrong-kind")]
    [InlineData("{\"text\": \"a\", \"prompt\": \"praise\"}", "bad-input", "prompt", "wrong-kind")]
    public async Task A_body_that_cannot_be_read_is_answered_with_the_place(string body, string code, string? path, string? wrong)
    {
        var world = await World.OnAsync(Database.Sqlite);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));

        var answer = await SendAsync(browser, body, "application/json");

        Is(answer, HttpStatusCode.BadRequest, code);
        if (path is not null)
        {
            answer.Body.GetProperty("errors")[0].GetProperty("path").GetString().ShouldBe(path);
            answer.Body.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(wrong);
        }
    }

    [Fact]
    public async Task A_body_of_megabytes_is_too_large()
    {
        var world = await World.OnAsync(Database.Sqlite);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));

        var answer = await SendAsync(browser, $"{{\"text\": \"{new string('a', (int)ApiRequests.MostBytes)}\"}}", "application/json");

        Is(answer, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task A_bug_shows_a_request_id_and_nothing_of_its_inside()
    {
        var (status, text, _) = await FaultAsync(new InvalidOperationException("the secret of the plan"));

        status.ShouldBe(500);
        text.ShouldNotContain("secret");
        text.ShouldNotContain("   at ");
        var problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("code").GetString().ShouldBe("bug");
        problem.GetProperty("requestId").GetString().ShouldBe("request-7");
    }

    [Fact]
    public async Task A_database_that_is_away_says_when_to_come_back()
    {
        var (status, text, headers) = await FaultAsync(new InvalidOperationException("save", new AwayException()));

        status.ShouldBe(503);
        text.ShouldContain("\"unavailable\"");
        headers.RetryAfter.ToString().ShouldBe("5");
    }

    [Fact]
    public async Task A_sealed_item_in_a_session_that_may_not_open_it_is_sealed_shut()
    {
        var (status, text, _) = await FaultAsync(new SealedShutException());

        status.ShouldBe(403);
        text.ShouldContain("\"sealed-shut\"");
    }

    [Fact]
    public async Task A_refusal_of_an_aggregate_is_409_with_its_code_and_its_sentence()
    {
        var app = await TestApp.SharedAsync(Database.Sqlite);
        var code = app.Get<WordCatalogue>()[WordCatalogue.Source]
            .First(w => IsRefusal(w.Key) && !w.Value.Contains('{', StringComparison.Ordinal));
        var http = ContextOf(app);

        await Problem.Refused(new Refusal(code.Key["refusal.".Length..])).ExecuteAsync(http);

        http.Response.StatusCode.ShouldBe(409);
        var problem = JsonDocument.Parse(TextOf(http)).RootElement;
        problem.GetProperty("title").GetString().ShouldBe(code.Value);
        problem.GetProperty("code").GetString().ShouldBe(code.Key["refusal.".Length..]);
    }

    [Fact]
    public void Codes_are_unique_and_in_kebab_case()
    {
        Problem.All.Count.ShouldBeGreaterThan(10);
        Problem.All.Select(p => p.Code).ShouldBeUnique();
        Problem.All.ShouldAllBe(p => System.Text.RegularExpressions.Regex.IsMatch(p.Code, "^[a-z]+(-[a-z]+)*$"));
    }

    [Fact]
    public async Task The_list_of_problems_is_written_down()
    {
        var words = (await TestApp.SharedAsync(Database.Sqlite)).Get<WordCatalogue>()[WordCatalogue.Source];
        var list = new StringBuilder(
            """
            # What the API answers when it does not do what was asked

            Written by `ProblemsTests` from the code. Every answer is `application/problem+json` (RFC 9457) with `type`, `title`, `status` and `code`. Programs read
            the code: it never changes its meaning. `bad-input` carries `errors`, a list of `{path, code, limit}`; `changed-meanwhile` carries `yours` and
            `theirs`; `bug` carries `requestId`.

            | status | code | says |
            |---|---|---|

            """
        );
        foreach (var problem in Problem.All)
        {
            list.AppendLine(
                System.Globalization.CultureInfo.InvariantCulture,
                $"| {problem.Status} | `{problem.Code}` | {problem.Title} |"
            );
        }

        list.Append(
            """

            ## Refusals

            Status 409: the state of the thing does not allow it now. The sentence comes in the reader's language; this is the English one.

            | code | says |
            |---|---|

            """
        );
        foreach (var (key, sentence) in words.Where(w => IsRefusal(w.Key)).OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            list.AppendLine(
                System.Globalization.CultureInfo.InvariantCulture,
                $"| `{key["refusal.".Length..]}` | {sentence.Replace("|", "\\|", StringComparison.Ordinal)} |"
            );
        }

        ApprovedFile.ShouldMatch("docs/api/problems.md", list.ToString());
    }

    /// <summary><c>refusal.CODE</c>; what follows a further dot is an example to it.</summary>
    private static bool IsRefusal(string key) => key.StartsWith("refusal.", StringComparison.Ordinal) && key.Count(c => c == '.') == 1;

    private static void Is(
        (HttpStatusCode Status, JsonElement Body, HttpResponseMessage Response) answer,
        HttpStatusCode status,
        string code
    )
    {
        answer.Status.ShouldBe(status);
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer.Body.GetProperty("code").GetString().ShouldBe(code);
        answer.Body.GetProperty("status").GetInt32().ShouldBe((int)status);
        answer.Body.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Response)> SendAsync(
        Browser browser,
        string body,
        string type
    )
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var response = await browser.Client.PostAsync("/api/v1/journal", content);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement, response);
    }

    private static async Task<(int Status, string Text, IHeaderDictionary Headers)> FaultAsync(Exception wrong)
    {
        var http = ContextOf(await TestApp.SharedAsync(Database.Sqlite));
        http.TraceIdentifier = "request-7";
        await new ApiFaults(_ => throw wrong, NullLogger<ApiFaults>.Instance).InvokeAsync(http);
        return (http.Response.StatusCode, TextOf(http), http.Response.Headers);
    }

    private static DefaultHttpContext ContextOf(TestApp app)
    {
        var http = new DefaultHttpContext { RequestServices = app.Application.Services.CreateScope().ServiceProvider };
        http.Response.Body = new MemoryStream();
        return http;
    }

    private static string TextOf(HttpContext http) => Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());

    private sealed class AwayException : DbException
    {
        public override bool IsTransient => true;
    }
}
