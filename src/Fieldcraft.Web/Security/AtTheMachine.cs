using System.Globalization;
using System.Net;
using Microsoft.Extensions.Primitives;

namespace Fieldcraft.Web.Security;

/// <summary>
/// Whether the person who sends a request sits at this machine. The server is meant for this machine only, the request comes from it and
/// names it, and nothing says that it was passed on: no header of a proxy, no older protocol than browsers speak, no other account of the machine behind
/// the connection. A page elsewhere whose name was pointed at 127.0.0.1 sends its own name; a proxy that puts in the machine's name is told by the rest.
/// </summary>
internal static class AtTheMachine
{
    private static readonly string[] SignsOfAProxy =
    [
        "Forwarded",
        "Via",
        "X-Real-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "X-Original-Host",
        "X-Original-URL",
        "X-ProxyUser-Ip",
        "X-Request-Start",
        "True-Client-IP",
        "Client-IP",
        "Fastly-Client-IP",
        "Fly-Client-IP",
        "Proxy-Connection",
        "CDN-Loop",
    ];

    private static readonly string[] PrefixesOfAProxy =
    [
        "X-Forwarded",
        "X-Envoy-",
        "X-Arr-",
        "X-Azure-",
        "X-Amzn-",
        "Cf-",
        "Tailscale-",
        "Ngrok-",
    ];

    public static bool Is(HttpContext context, Settings settings) =>
        settings.IsForThisMachineOnly
        && context.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && IsOwnName(context.Request.Host.Host)
        && context.Request.Headers.All(h => !TellsOfAProxy(h.Key) && !NamesAnotherPlace(h))
        && !HttpProtocol.IsHttp10(context.Request.Protocol)
        && IsOwnAccount(context.Connection);

    internal static bool IsOwnName(string host) =>
        host is "127.0.0.1" or "[::1]" || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase);

    private static bool TellsOfAProxy(string header) =>
        SignsOfAProxy.Contains(header, StringComparer.OrdinalIgnoreCase)
        || PrefixesOfAProxy.Any(p => header.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    // The browser says where it is; a proxy that rewrites the host leaves this as it was.
    private static bool NamesAnotherPlace(KeyValuePair<string, StringValues> header) =>
        header.Key.ToUpperInvariant() is "ORIGIN"
        && header.Value.ToString() is { Length: > 0 } origin
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var place) && IsOwnName(place.Host));

    /// <summary>
    /// Whether this server's own account of the machine, or the machine's root, holds the other end of the connection, where the system
    /// tells. Another user of the machine is not the owner, and neither is a proxy that runs under an account of its own.
    /// </summary>
    private static bool IsOwnAccount(ConnectionInfo connection) =>
        connection.RemotePort == 0
        || !OperatingSystem.IsLinux()
        || ConnectionTable.IsOwnAccount(ConnectionTable.Read(), connection.RemotePort, connection.LocalPort);
}

/// <summary>The system's table of connections, where there is one: which account of the machine holds either end.</summary>
internal static class ConnectionTable
{
    private const int AddressAt = 1;
    private const int PeerAt = 2;
    private const int AccountAt = 7;
    private const string Root = "0";
    private static readonly string[] Files = ["/proc/net/tcp", "/proc/net/tcp6"];

    public static IEnumerable<string> Read() => Files.Where(File.Exists).SelectMany(File.ReadLines);

    /// <summary>
    /// False when the far end belongs to an account that is neither the near end's nor root, who could read everything on the disk anyway. A table
    /// that does not list the connection says nothing against it.
    /// </summary>
    public static bool IsOwnAccount(IEnumerable<string> lines, int farPort, int nearPort)
    {
        var (far, near) = (Port(farPort), Port(nearPort));
        var rows = lines.Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(c => c.Length > AccountAt).ToList();
        var own = rows.Where(c => Joins(c, near, far)).Select(c => c[AccountAt]).ToList();
        return rows.Where(c => Joins(c, far, near)).All(c => c[AccountAt] == Root || own.Contains(c[AccountAt]));
    }

    private static bool Joins(string[] columns, string from, string to) =>
        columns[AddressAt].EndsWith(from, StringComparison.Ordinal) && columns[PeerAt].EndsWith(to, StringComparison.Ordinal);

    private static string Port(int port) => string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
}
