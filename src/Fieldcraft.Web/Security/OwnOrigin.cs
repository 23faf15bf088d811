namespace Fieldcraft.Web.Security;

/// <summary>
/// Whether a request was sent by a page of this site, or by a program that is no browser: never by a page of another site. Browsers say so
/// in Sec-Fetch-Site, older ones and plain HTTP in Origin; neither can be set by a page.
/// </summary>
internal static class OwnOrigin
{
    public static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <summary>Somebody followed a link or typed the address: the answer is a page in their own window, which no other site can read.</summary>
    public static bool IsVisit(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && (IsOwn(request) || request.Headers["Sec-Fetch-Mode"].ToString() == "navigate");
}
