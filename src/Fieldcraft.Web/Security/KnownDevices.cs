using System.Buffers.Binary;
using System.Security.Cryptography;
using Fieldcraft.Domain.People;
using Microsoft.AspNetCore.DataProtection;

namespace Fieldcraft.Web.Security;

/// <summary>A device on which a person signed in before.</summary>
public sealed record KnownDevice(PersonId PersonId, string Id);

/// <summary>
/// Remembers, in a protected cookie on the device itself, who signed in there. It opens nothing: it only lets a person try a password at
/// home while a stranger elsewhere has used up the tries for that user name. A shared device remembers nobody.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string CookieName = "fieldcraft.device";
    private const int IdLength = 16;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromDays(180);
    private readonly IDataProtector _protector = protection.CreateProtector("fieldcraft.device");

    public KnownDevice? Of(HttpRequest request)
    {
        if (Secrets.FromText(request.Cookies[CookieName], longest: 600) is not { } sealedBytes)
        {
            return null;
        }

        try
        {
            var bytes = _protector.Unprotect(sealedBytes).AsSpan();
            var at = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes[(16 + IdLength)..]));
            return clock.GetUtcNow() - at > RememberedFor
                ? null
                : new KnownDevice(
                    PersonId.From(new Guid(bytes[..16], bigEndian: true)),
                    Convert.ToHexStringLower(bytes.Slice(16, IdLength))
                );
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, PersonId person)
    {
        var bytes = new byte[16 + IdLength + 8];
        person.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        RandomNumberGenerator.Fill(bytes.AsSpan(16, IdLength));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(16 + IdLength), clock.GetUtcNow().ToUnixTimeSeconds());
        context.Response.Cookies.Append(CookieName, Secrets.Text(_protector.Protect(bytes)), SignInDesk.Cookie(context, RememberedFor));
    }

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(CookieName, SignInDesk.Cookie(context, null));
}
