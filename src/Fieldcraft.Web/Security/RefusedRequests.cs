using Fieldcraft.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Fieldcraft.Web.Security;

/// <summary>
/// What a refused request gets. Not signed in: the sign-in page. Sealed items shut: the page that says why and until when.
/// Not yours: 404, the same as not there.
/// </summary>
internal sealed class RefusedRequests : IAuthorizationMiddlewareResultHandler
{
    public const string SealedItem = "fieldcraft.sealed";

    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        var isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        var shut =
            authorizeResult.AuthorizationFailure?.FailedRequirements.Any(r => r is SealedItemsOpen) == true
            && context.ViewerOrNull() is not null;
        if (isApi)
        {
            var problem =
                context.ViewerOrNull() is null ? Problem.SignInNeeded
                : shut ? Problem.SealedShut
                : Problem.NotFound;
            await problem.Result().ExecuteAsync(context);
        }
        else if (context.ViewerOrNull() is null)
        {
            await SignInDetour.SendAsync(context);
        }
        else if (shut)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Items[SealedItem] = true;
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
