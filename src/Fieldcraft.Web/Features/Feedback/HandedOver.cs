using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary>
/// While the owner's phone is in somebody else's hand, every page of it is the one that asks to hand it back: the back button and a typed address
/// show nothing private. It is a curtain, not a lock; the owner stands beside it.
/// </summary>
internal static class HandedOver
{
    private const string Cookie = "fieldcraft.handed";

    /// <summary>Draws the curtain on a device on which somebody is signed in.</summary>
    public static void Begin(HttpContext context)
    {
        if (context.ViewerOrNull() is not null)
        {
            context.Response.Cookies.Append(Cookie, "1", Options(context));
        }
    }

    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    public static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Cookies.ContainsKey(Cookie) || context.Request.Path.StartsWithSegments("/f", StringComparison.Ordinal))
        {
            return next(context);
        }

        context.Response.Redirect(FeedbackLinks.HandBack);
        return Task.CompletedTask;
    }

    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        };
}
