using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Api;

/// <summary>What holds for every operation: a token needs the scope of the method.</summary>
internal sealed class ApiConventions : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.ViewerOrNull()?.Scopes is { } scopes)
        {
            var needed = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? TokenScopes.Read : TokenScopes.Write;
            if (!scopes.HasFlag(needed))
            {
                return Problem.ScopeMissing.Result();
            }
        }

        return await next(context);
    }
}
