using System.Net;
using Fieldcraft.Tests.Harness;

namespace Fieldcraft.Tests.Frameworks;

public sealed class FrameworksApiTests
{
    private const string Root = "/api/v1/frameworks";

    [Theory, OnServersOfItsOwn]
    public async Task A_draft_is_started_written_and_published_by_a_program(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        var draft = await StartAsync(framework);

        (
            await PutAsync(framework, $"{draft}/capabilities/composure", new { name = "Calm", builtBy = new { high_stakes = 2 } }, 1)
        ).ShouldBe(HttpStatusCode.OK);
        (await PutAsync(framework, $"{draft}/capabilities/composure", new { name = "Late" }, 1)).ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        (await PutAsync(framework, $"{draft}/capabilities/nothing", new { name = "Nothing" }, 2)).ShouldBe(HttpStatusCode.NotFound);
        (await PutAsync(framework, $"{draft}/challenges", new { names = new { high_stakes = "All eyes on it" } }, 2)).ShouldBe(
            HttpStatusCode.OK
        );
        (await PutAsync(framework, $"{draft}/challenges", new { names = new { low_stakes = "Calm days" } }, 3)).ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await PutAsync(framework, $"{draft}/order", new { capabilities = new[] { "composure" } }, 3)).ShouldBe(HttpStatusCode.OK);
        var (added, body, response) = await framework.Designer.ApiAsync(
            HttpMethod.Post,
            $"{draft}/capabilities",
            new { name = "Cash and care", levels = new[] { "a", "b", "c", "d" } },
            ("If-Match", "\"4\"")
        );
        (added, body.GetProperty("version").GetInt32()).ShouldBe((HttpStatusCode.Created, 5));
        response.Headers.Location!.OriginalString.ShouldEndWith("/capabilities/cash_and_care");
        (await DeleteAsync(framework, $"{draft}/capabilities/composure", 5)).ShouldBe(HttpStatusCode.Conflict);
        (await DeleteAsync(framework, $"{draft}/capabilities/cash_and_care", 5)).ShouldBe(HttpStatusCode.OK);
        (await PublishAsync(framework, draft, 5)).ShouldBe(HttpStatusCode.Conflict);
        (await PublishAsync(framework, draft, 6)).ShouldBe(HttpStatusCode.NoContent);
        (await PublishAsync(framework, draft, 7)).ShouldBe(HttpStatusCode.Conflict);
        (await PutAsync(framework, $"{draft}/order", new { capabilities = new[] { "composure" } }, 7)).ShouldBe(HttpStatusCode.NotFound);

        var (_, inUse, _) = await framework.Reader.ApiAsync(HttpMethod.Get, $"{Root}/in-use");
        var first = inUse.GetProperty("capabilities")[0];
        (first.GetProperty("id").GetString(), first.GetProperty("name").GetString()).ShouldBe(("composure", "Calm"));
        first.GetProperty("builtBy").EnumerateObject().Select(w => (w.Name, w.Value.GetInt32())).ShouldBe([("high_stakes", 2)]);
        var (_, list, _) = await framework.Reader.ApiAsync(HttpMethod.Get, Root);
        list.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("number").GetInt32()).ShouldBe([2, 1]);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_whole_content_is_checked_and_keeps_hidden_what_it_leaves_out(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        var draft = await StartAsync(framework);
        object says = new { name = "Cash", levels = new[] { "a", "b", "c", "d" } };

        (
            await PutAsync(framework, draft, new { capabilities = new[] { new { id = "cash", says = (object)new { name = "Cash" } } } }, 1)
        ).ShouldBe(HttpStatusCode.BadRequest);
        (await PutAsync(framework, draft, new { capabilities = new[] { new { id = "Not an id", says } } }, 1)).ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await PutAsync(framework, draft, new { capabilities = new object?[] { null } }, 1)).ShouldBe(HttpStatusCode.BadRequest);
        (await PutAsync(framework, draft, new { capabilities = new[] { new { id = "cash", says } } }, 1)).ShouldBe(HttpStatusCode.OK);

        var (_, read, _) = await framework.Designer.ApiAsync(HttpMethod.Get, draft);
        read.GetProperty("capabilities").EnumerateArray().Count(c => !c.GetProperty("isHidden").GetBoolean()).ShouldBe(1);
        read.GetProperty("capabilities").GetArrayLength().ShouldBe(19);
        (await DeleteAsync(framework, draft, 1)).ShouldBe(HttpStatusCode.Conflict);
        (await DeleteAsync(framework, draft, 2)).ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task<string> StartAsync(FrameworkWorld framework)
    {
        var (status, _, response) = await framework.Designer.ApiAsync(HttpMethod.Post, Root);
        status.ShouldBe(HttpStatusCode.Created);
        return response.Headers.Location!.OriginalString;
    }

    private static async Task<HttpStatusCode> PutAsync(FrameworkWorld framework, string address, object body, int version) =>
        (await framework.Designer.ApiAsync(HttpMethod.Put, address, body, ("If-Match", $"\"{version}\""))).Status;

    private static async Task<HttpStatusCode> DeleteAsync(FrameworkWorld framework, string address, int version) =>
        (await framework.Designer.ApiAsync(HttpMethod.Delete, address, null, ("If-Match", $"\"{version}\""))).Status;

    private static async Task<HttpStatusCode> PublishAsync(FrameworkWorld framework, string draft, int version) =>
        (await framework.Designer.ApiAsync(HttpMethod.Post, $"{draft}/publication", new { }, ("If-Match", $"\"{version}\""))).Status;
}
