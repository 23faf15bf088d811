using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Api;

/// <summary>Where the API's own rules stand in the way of a request. Pages pass by them.</summary>
internal static class ApiPipeline
{
    /// <summary>Around everything: what goes wrong leaves as problem+json.</summary>
    public static void UseApiFaults(this WebApplication app) => app.UseWhen(IsApi, api => api.UseMiddleware<ApiFaults>());

    /// <summary>After routing: an unknown address is 404 and a wrong method 405 for everybody, signed in or not.</summary>
    public static void UseApiAddresses(this WebApplication app) =>
        app.UseWhen(
            IsApi,
            api =>
                api.Use(
                    (http, next) =>
                    {
                        switch (http.GetEndpoint())
                        {
                            case null:
                                http.Response.StatusCode = StatusCodes.Status404NotFound;
                                return Task.CompletedTask;
                            case RouteEndpoint:
                                return next(http);
                            case var refusing:
                                // Routing's own answer to a method or a media type that no operation takes.
                                return refusing.RequestDelegate!(http);
                        }
                    }
                )
        );

    /// <summary>After authentication, before authorization.</summary>
    public static void UseApiThrottle(this WebApplication app) => app.UseWhen(IsApi, api => api.UseMiddleware<ApiThrottle>());

    /// <summary>After authorization: what a changing request must look like, and what a repeated one gets.</summary>
    public static void UseApiRequests(this WebApplication app)
    {
        app.UseWhen(
            IsApi,
            api =>
            {
                api.UseMiddleware<ApiRequests>();
                api.UseMiddleware<Idempotency>();
            }
        );

        // Tokens act through the API. Elsewhere they only read, documents for example, so that no scope is widened by a form.
        app.UseWhen(
            http => !IsApi(http) && http.ViewerOrNull()?.Scopes is not null,
            pages =>
                pages.Use(
                    (http, next) =>
                        ApiConventions.ScopeFor(http.Request.Method) is Domain.SignIn.TokenScopes.Read
                        && http.ViewerOrNull()!.Scopes!.Value.HasFlag(Domain.SignIn.TokenScopes.Read)
                            ? next(http)
                            : Problem.ScopeMissing.Result().ExecuteAsync(http)
                )
        );
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
