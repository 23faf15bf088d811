using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Api;

/// <summary>What every operation of the API owes its callers.</summary>
public sealed class OperationsTests
{
    [Fact]
    public async Task Every_operation_has_a_name_a_summary_a_tag_and_a_policy()
    {
        var operations = await Operations.AllAsync();

        operations.Count.ShouldBeGreaterThan(10);
        operations.SelectMany(LacksOf).ShouldBeEmpty();
        operations.Select(o => o.Name).ShouldBeUnique();
    }

    [Fact]
    public void An_operation_that_lacks_any_of_them_is_named()
    {
        var bare = WebApplication.CreateSlimBuilder().Build();
        bare.MapGet("/api/v1/bare", () => "").RequireAuthorization();

        var operation = Operations.In(bare).ShouldHaveSingleItem();

        LacksOf(operation)
            .ShouldBe([
                "GET /api/v1/bare has no name",
                "GET /api/v1/bare has no summary",
                "GET /api/v1/bare has no tag",
                "GET /api/v1/bare has no policy",
            ]);
    }

    [Fact]
    public async Task Every_change_of_something_existing_demands_its_version_or_says_why_not()
    {
        var operations = await Operations.AllAsync();
        var changing = operations
            .Where(o => !o.OnlyReads && (o.Method != HttpMethods.Post || o.Address.Contains('{', StringComparison.Ordinal)))
            .ToList();

        changing.Count.ShouldBeGreaterThan(1);
        changing
            .Where(o =>
                !Versions.AreDemanded(o.Method, o.Address, o.Metadata)
                && !o.Metadata.OfType<NoVersion>().Any(n => n.Reason.EndsWith('.') && n.Reason.Length > 20)
            )
            .Select(o => o.ToString())
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_operation_says_what_it_answers()
    {
        var operations = await Operations.AllAsync();

        operations
            .Where(o => !o.Metadata.OfType<IProducesResponseTypeMetadata>().Any(p => p.StatusCode is >= 200 and < 300))
            .Select(o => o.ToString())
            .ShouldBeEmpty();
    }

    /// <summary>What is shown once and never again has to be in the answer. What is kept of it opens only with the sender's own key.</summary>
    private static readonly string[] ShownOnce = ["AskForSecondOpinion", "MakeToken", "MakeSlips", "OpenCalendar"];

    [Fact]
    public async Task What_a_post_answers_holds_ids_and_versions_and_never_a_text()
    {
        var operations = await Operations.AllAsync();
        var kept = operations
            .Where(o =>
                o.Method == HttpMethods.Post
                && !o.Metadata.OfType<RepeatsFreely>().Any()
                && !ShownOnce.Contains(o.Name, StringComparer.Ordinal)
            )
            .ToList();

        kept.Count.ShouldBeGreaterThan(0);
        kept.SelectMany(o =>
                o.Metadata.OfType<IProducesResponseTypeMetadata>()
                    .Where(p => p.StatusCode is >= 200 and < 300 && p.Type is not null && p.Type != typeof(void))
                    .SelectMany(p => TextsIn(p.Type!).Select(text => $"{o.Name} answers {p.Type!.Name}.{text}"))
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_text_in_an_answer_is_found() => TextsIn(typeof(Telltale)).ShouldBe(["Says", "Inner.Says"]);

    private static IEnumerable<string> LacksOf(Operation operation)
    {
        if (operation.Name is null)
        {
            yield return $"{operation} has no name";
        }

        if (operation.Metadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary is not { Length: > 0 })
        {
            yield return $"{operation} has no summary";
        }

        if (operation.Metadata.OfType<ITagsMetadata>().LastOrDefault()?.Tags.Count is not 1)
        {
            yield return $"{operation} has no tag";
        }

        if (!operation.Metadata.OfType<IAuthorizeData>().Any(a => a.Policy is { Length: > 0 }))
        {
            yield return $"{operation} has no policy";
        }
    }

    private static IEnumerable<string> TextsIn(Type answer, string before = "") =>
        answer
            .GetProperties()
            .Where(p => p.GetMethod is { IsStatic: false })
            .SelectMany(p =>
                p.PropertyType == typeof(string) ? [before + p.Name]
                : p.PropertyType.Assembly == answer.Assembly && !p.PropertyType.IsEnum ? TextsIn(p.PropertyType, $"{before}{p.Name}.")
                : Array.Empty<string>()
            );

    private sealed record Telltale(Guid Id, string Says, Whisper Inner);

    private sealed record Whisper(int Version, string Says);
}

/// <summary>One operation of the API as it is mapped.</summary>
internal sealed record Operation(string Method, string Address, IReadOnlyList<object> Metadata)
{
    public string? Name => Metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName;

    public bool OnlyReads => HttpMethods.IsGet(Method) || HttpMethods.IsHead(Method);

    public override string ToString() => $"{Method} {Address}";
}

internal static class Operations
{
    public static async Task<IReadOnlyList<Operation>> AllAsync() => In((await TestApp.SharedAsync(Database.Sqlite)).Application);

    public static IReadOnlyList<Operation> In(WebApplication app) =>
        [
            .. ((IEndpointRouteBuilder)app)
                .DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e => e.RoutePattern.RawText?.StartsWith("/api", StringComparison.Ordinal) == true)
                .SelectMany(e =>
                    e.Metadata.GetRequiredMetadata<IHttpMethodMetadata>()
                        .HttpMethods.Select(m => new Operation(m, e.RoutePattern.RawText!, [.. e.Metadata]))
                ),
        ];
}
