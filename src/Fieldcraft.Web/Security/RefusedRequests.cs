using System.Runtime.ExceptionServices;
using Fieldcraft.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Fieldcraft.Web.Security;

/// <summary>
/// What a refused request gets. Not signed in: the sign-in page. Sealed items shut: the page that says why and until when.
/// Not yours: 404, the same as not there.
/// </summary>
internal sealed class RefusedRequests(TimeProvider clock) : IAuthorizationMiddlewareResultHandler
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

        // Who it is could not be asked: that is an outage, not a refusal.
        if (context.Items[SessionAuthentication.OutageItem] is Exception away)
        {
            ExceptionDispatchInfo.Throw(away);
        }

        var isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        var shut =
            authorizeResult.AuthorizationFailure?.FailedRequirements.Any(r => r is SealedItemsOpen) == true
            && context.ViewerOrNull() is not null;
        if (isApi)
        {
            var answer =
                context.ViewerOrNull() is not { } viewer ? Problem.SignInNeeded.Result()
                : shut ? Shut(viewer)
                : Problem.NotFound.Result();
            await answer.ExecuteAsync(context);
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

    /// <summary>Says why, and until when where time will open them.</summary>
    private IResult Shut(Viewer viewer)
    {
        var now = clock.GetUtcNow();
        return Problem.SealedShut.Result(
            more: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["sealedAccess"] = viewer.SealedAccess(now),
                ["until"] = viewer.SealedAccess(now) == SealedAccess.ShutAfterReset ? viewer.SealedShutUntil : null,
            }
        );
    }
}
