using System.Security.Cryptography;
using Fieldcraft.Domain.SignIn;

namespace Fieldcraft.Web.Security;

/// <summary>What the session cookie says: which session, and a secret that proves it.</summary>
internal sealed record SessionCookie(SessionId Id, byte[] Secret)
{
    private const int IdLength = 16;

    public static SessionCookie? Read(HttpRequest request) =>
        Secrets.FromText(request.Cookies[SessionAuthentication.CookieName]) is { Length: IdLength + Secrets.Length } bytes
            ? new SessionCookie(SessionId.From(new Guid(bytes.AsSpan(0, IdLength), bigEndian: true)), bytes[IdLength..])
            : null;

    public static string Write(SessionId id, byte[] secret) => Secrets.Text([.. id.Value.ToByteArray(bigEndian: true), .. secret]);

    public bool Proves(byte[] secretHash) => CryptographicOperations.FixedTimeEquals(secretHash, Secrets.Hash(Secret));
}
