using System.Net;

namespace Fieldcraft.Web.Security;

/// <summary>
/// Whether the person who sends a request sits at this machine. The server listens to this machine only, the request comes from it, it was
/// not passed on by a proxy, and it names the machine itself: a page elsewhere whose name was pointed at 127.0.0.1 sends its own name.
/// </summary>
internal static class AtTheMachine
{
    private static readonly string[] SignsOfAProxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public static bool Is(HttpContext context, Settings settings) =>
        settings.ListensOnLoopbackOnly
        && context.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && IsOwnName(context.Request.Host.Host)
        && !SignsOfAProxy.Any(context.Request.Headers.ContainsKey);

    private static bool IsOwnName(string host) =>
        host is "127.0.0.1" or "[::1]" || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase);
}
