using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Api;

internal static class CountedTries
{
    /// <summary>Every operation of the group is a try of a link; too many are answered with how long to wait.</summary>
    public static RouteGroupBuilder Counts(this RouteGroupBuilder group, LinkTries tries) =>
        group.AddEndpointFilter(
            async (context, next) =>
            {
                var http = context.HttpContext;
                var throttle = http.RequestServices.GetRequiredService<Throttle>();
                return await tries.TakeAsync(throttle, http, http.RequestAborted) is { } wait
                    ? Problem.Wait(http, wait)
                    : await next(context);
            }
        );
}
