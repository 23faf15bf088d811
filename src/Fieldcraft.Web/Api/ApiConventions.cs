using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Api;

/// <summary>What holds for every operation: a token needs the scope of the method, and a change needs the version that was changed.</summary>
internal sealed class ApiConventions(Settings settings) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.ViewerOrNull()?.Scopes is { } scopes && !scopes.HasFlag(ScopeFor(http.Request.Method)))
        {
            return Problem.ScopeMissing.Result();
        }

        var demandsVersion = Versions.AreDemanded(http);
        if (demandsVersion && http.Request.Headers.IfMatch.Count == 0)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var answer = await next(context);
        if (
            settings.Development
            && demandsVersion
            && !http.LookedAtVersion()
            && answer is IStatusCodeHttpResult { StatusCode: >= 200 and < 300 }
        )
        {
            throw new InvalidOperationException(
                $"{http.GetEndpoint()!.DisplayName} demands If-Match and does not look at it: compare VersionMatched, or say WithoutVersion and why."
            );
        }

        return answer;
    }

    public static TokenScopes ScopeFor(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? TokenScopes.Read : TokenScopes.Write;
}
