using System.Globalization;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Fieldcraft.Web.Api;

/// <summary>
/// What /openapi/v1.json says beyond what the operations say themselves: who may call, what every change needs, what can go wrong. Everything here is
/// read from the same marks that the running program obeys. docs/api/openapi.json is the approved copy.
/// </summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    private const string Cookie = "cookie";
    private const string Bearer = "bearer";
    private const string ProblemSchema = "Problem";

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer(DescribeWholeAsync);
        options.AddOperationTransformer(DescribeOperationAsync);
        options.AddDocumentTransformer(SortAsync);
    }

    private static Task DescribeWholeAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "Fieldcraft",
            Version = Name,
            Description =
                "Every capability of the pages, under the same rules. Private items open only to their owner, and to a token only where the owner gave it the scope private. "
                + "Changes carry the version that was changed in If-Match; a POST may carry an Idempotency-Key and is then carried out once. "
                + "Lists are read part by part: after and limit in, items and next out. What goes wrong is problem+json with a stable code.",
        };
        document.Servers = [];
        document.AddComponent(
            Cookie,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = SessionAuthentication.CookieName,
                Description =
                    "The session of a signed-in browser. Changes are then taken as application/json only, and only from the same site.",
            } as IOpenApiSecurityScheme
        );
        document.AddComponent(
            Bearer,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = $"A token beginning with {SessionAuthentication.TokenPrefix}. Scopes: read, write, admin, private.",
            } as IOpenApiSecurityScheme
        );
        document.AddComponent(ProblemSchema, ProblemShape() as IOpenApiSchema);
        foreach (var status in Problem.All.Select(p => p.Status).Distinct())
        {
            document.AddComponent(NameOf(status), ResponseFor(status, document) as IOpenApiResponse);
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemShape() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457. The code never changes its meaning; docs/api/problems.md lists all.",
            Required = new SortedSet<string>(StringComparer.Ordinal) { "code", "status", "title", "type" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri" },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable, in kebab-case." },
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "For bad input: each place, what is wrong with it, and the limit it passed.",
                    Items = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                        {
                            ["path"] = new OpenApiSchema { Type = JsonSchemaType.String },
                            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String },
                            ["limit"] = new OpenApiSchema { Description = "A number or a day, where one was passed." },
                        },
                    },
                },
                ["yours"] = new OpenApiSchema { Description = "For changed-meanwhile: what you sent." },
                ["theirs"] = new OpenApiSchema { Description = "For changed-meanwhile: the version that is there." },
                ["requestId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "For bug: how the log names the request." },
            },
        };

    private static OpenApiResponse ResponseFor(int status, OpenApiDocument document)
    {
        var codes = Problem.All.Where(p => p.Status == status).Select(p => $"`{p.Code}`: {p.Title}");
        var refusals =
            status == StatusCodes.Status409Conflict ? " Or the code of a refusal: the state of the thing does not allow it now." : "";
        var response = new OpenApiResponse
        {
            Description = string.Join(" ", codes) + refusals,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, document) },
            },
        };
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["Retry-After"] = new OpenApiHeader
                {
                    Description = "Seconds to wait.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                },
            };
        }

        return response;
    }

    private static Task DescribeOperationAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var document = context.Document!;
        var method = context.Description.HttpMethod ?? HttpMethods.Get;
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var address = context.Description.RelativePath ?? "";
        var isOpen = metadata.OfType<IAuthorizeData>().Any(a => a.Policy == Policies.Anyone);
        var demandsVersion = Versions.AreDemanded(method, address, metadata);
        operation.Parameters ??= [];
        operation.Responses ??= [];
        if (!isOpen)
        {
            operation.Security =
            [
                new() { [new OpenApiSecuritySchemeReference(Cookie, document)] = [] },
                new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
            ];
        }

        if (metadata.OfType<TakesPaging>().Any())
        {
            operation.Parameters.Add(
                InQuery(
                    "after",
                    "The last thing you have; the part after it is given.",
                    new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" }
                )
            );
            operation.Parameters.Add(
                InQuery(
                    "limit",
                    "How many things at most.",
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.Integer,
                        Minimum = "1",
                        Maximum = Paging.Most.ToString(CultureInfo.InvariantCulture),
                        Default = Paging.Usual,
                    }
                )
            );
        }

        if (demandsVersion)
        {
            operation.Parameters.Add(InHeader("If-Match", "The version you changed, as its ETag: \"3\".", isRequired: true));
        }

        if (HttpMethods.IsPost(method))
        {
            operation.Parameters.Add(
                InHeader(
                    Idempotency.Header,
                    "Up to 200 visible ASCII characters, new for each thing you do. Sent again within a day it gets the same answer.",
                    isRequired: false
                )
            );
        }

        foreach (var status in StatusesOf(method, address, isOpen, demandsVersion))
        {
            operation.Responses.TryAdd(
                status.ToString(CultureInfo.InvariantCulture),
                new OpenApiResponseReference(NameOf(status), document)
            );
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<int> StatusesOf(string method, string address, bool isOpen, bool demandsVersion)
    {
        var changes = !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method);
        return
        [
            400,
            .. isOpen ? Array.Empty<int>() : [401, 403],
            .. isOpen && !address.Contains('{', StringComparison.Ordinal) ? Array.Empty<int>() : [404],
            .. changes ? [409, 413, 415] : Array.Empty<int>(),
            .. demandsVersion ? [412, 428] : Array.Empty<int>(),
            .. HttpMethods.IsPost(method) ? [422] : Array.Empty<int>(),
            429,
            500,
            503,
        ];
    }

    private static OpenApiParameter InQuery(string name, string description, OpenApiSchema schema) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = schema,
        };

    private static OpenApiParameter InHeader(string name, string description, bool isRequired) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Required = isRequired,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static string NameOf(int status) => $"Problem{status.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>By address and name, so that the order in which rooms are registered makes no difference.</summary>
    private static Task SortAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var paths = new OpenApiPaths();
        foreach (var (address, path) in document.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (path.Operations is { } operations)
            {
                ((OpenApiPathItem)path).Operations = operations.OrderBy(o => o.Key.Method, StringComparer.Ordinal).ToDictionary();
                foreach (var operation in operations.Values.Where(o => o.Responses is not null))
                {
                    var responses = new OpenApiResponses();
                    foreach (var (status, response) in operation.Responses!.OrderBy(r => r.Key, StringComparer.Ordinal))
                    {
                        responses.Add(status, response);
                    }

                    operation.Responses = responses;
                }
            }

            paths.Add(address, path);
        }

        document.Paths = paths;
        if (document.Components is { } components)
        {
            components.Schemas = components.Schemas?.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary();
            components.Responses = components.Responses?.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary();
        }

        document.Tags = document.Tags is null ? null : document.Tags.OrderBy(t => t.Name, StringComparer.Ordinal).ToHashSet();
        return Task.CompletedTask;
    }
}
