using System.Net;
using System.Text.Json;
using Fieldcraft.Tests.Approved;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Fieldcraft.Tests.Api;

/// <summary>The document of the API says what the running program does.</summary>
public sealed class DocumentTests
{
    private const string Address = "/openapi/v1.json";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_document_is_the_approved_one()
    {
        var document = await ReadAsync();

        ApprovedFile.ShouldMatch("docs/api/openapi.json", JsonSerializer.Serialize(document, Indented));
    }

    [Fact]
    public async Task Anyone_may_read_it_and_it_names_no_server()
    {
        var document = await ReadAsync();

        document.GetProperty("openapi").GetString().ShouldStartWith("3.");
        document.TryGetProperty("servers", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task It_describes_every_operation_and_no_other()
    {
        var described = Described(await ReadAsync()).Select(o => o.Operation.GetProperty("operationId").GetString()).ToList();
        var mapped = (await Operations.AllAsync()).Select(o => o.Name).ToList();

        described.ShouldBe(mapped, ignoreOrder: true);
        described.ShouldBeUnique();
    }

    [Fact]
    public async Task Every_operation_says_who_may_call_it_what_it_needs_and_what_can_go_wrong()
    {
        var operations = (await Operations.AllAsync()).ToDictionary(o => o.Name!, StringComparer.Ordinal);

        foreach (var (method, address, operation) in Described(await ReadAsync()))
        {
            var mapped = operations[operation.GetProperty("operationId").GetString()!];
            var headers = ParametersOf(operation, "header");
            var says = $"{method} {address}";
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(says);
            operation.GetProperty("tags").GetArrayLength().ShouldBe(1, says);
            operation
                .TryGetProperty("security", out _)
                .ShouldBe(!mapped.Metadata.OfType<IAuthorizeData>().Any(a => a.Policy == "anyone"), says);
            headers.Contains("If-Match").ShouldBe(Versions.AreDemanded(mapped.Method, mapped.Address, mapped.Metadata), says);
            headers.Contains("Idempotency-Key").ShouldBe(HttpMethods.IsPost(mapped.Method), says);
            var responses = operation.GetProperty("responses").EnumerateObject().Select(r => r.Name).ToList();
            responses.ShouldContain("400", says);
            responses.ShouldContain("429", says);
            responses.ShouldContain(r => r.StartsWith('2'), says);
        }
    }

    [Fact]
    public async Task A_list_describes_its_parts()
    {
        var list = Described(await ReadAsync())
            .Single(o => o.Operation.GetProperty("operationId").GetString() == "ListJournalEntries")
            .Operation;

        ParametersOf(list, "query").ShouldBe(["search", "after", "limit"], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await ReadAsync();

        var references = ReferencesIn(document).Distinct().ToList();

        references.ShouldContain("#/components/schemas/Problem");
        references.Where(r => !LeadsSomewhere(document, r)).ShouldBeEmpty();
    }

    private static bool LeadsSomewhere(JsonElement document, string reference)
    {
        var place = document;
        foreach (var step in reference.TrimStart('#', '/').Split('/'))
        {
            if (
                place.ValueKind == JsonValueKind.Array
                    ? !int.TryParse(step, out var index) || index >= place.GetArrayLength()
                    : !place.TryGetProperty(step.Replace("~1", "/", StringComparison.Ordinal), out _)
            )
            {
                return false;
            }

            place =
                place.ValueKind == JsonValueKind.Array
                    ? place[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]
                    : place.GetProperty(step.Replace("~1", "/", StringComparison.Ordinal));
        }

        return true;
    }

    private static IEnumerable<string> ReferencesIn(JsonElement place) =>
        place.ValueKind switch
        {
            JsonValueKind.Object => place
                .EnumerateObject()
                .SelectMany(m =>
                    m.Name == "$ref" && m.Value.ValueKind == JsonValueKind.String ? [m.Value.GetString()!] : ReferencesIn(m.Value)
                ),
            JsonValueKind.Array => place.EnumerateArray().SelectMany(ReferencesIn),
            _ => [],
        };

    private static List<string> ParametersOf(JsonElement operation, string place) =>
        operation.TryGetProperty("parameters", out var parameters)
            ?
            [
                .. parameters
                    .EnumerateArray()
                    .Where(p => p.GetProperty("in").GetString() == place)
                    .Select(p => p.GetProperty("name").GetString()!),
            ]
            : [];

    private static IEnumerable<(string Method, string Address, JsonElement Operation)> Described(JsonElement document) =>
        document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(o => (o.Name, path.Name, o.Value)));

    private static async Task<JsonElement> ReadAsync()
    {
        var answer = await (await TestApp.SharedAsync(Database.Sqlite)).NewBrowser().ApiAsync(HttpMethod.Get, Address);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return answer.Body;
    }
}
